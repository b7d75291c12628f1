"""Sources: what is in the raw folder, where it came from, and getting more of it.

Here belong the raw folder, origin records, sources.yaml and pulling. Reading a file is for documents.
"""
