"""Levels: a figure that counts, and the words that state what it counts."""
