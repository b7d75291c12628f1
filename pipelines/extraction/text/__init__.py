"""The reading text and its shape: widths and broken lines, paragraphs, headings, sentences, clauses.

Here belongs what is known of a text before any number is read.
"""
