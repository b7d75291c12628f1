"""What arithmetic tells where words do not: sums, divisions and shares make figures parts of others.

Here belongs what is decided after the figures have been read. Not here: sums in tables (tables).
"""
