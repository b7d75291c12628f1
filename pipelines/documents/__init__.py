"""A file becomes a Document: blocks of text and tables, with pages and offsets.

Here belong the readers, one module per format, the guard that keeps a bad file from harming a run, and
nothing else. Not here: what the text means (extraction), where files come from (sources).
"""
