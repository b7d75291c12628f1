"""Facts of the document: title, kind, year, dates, who reports, where.

Here belongs what holds for a whole text. Not here: the period of one figure (figures).
"""
