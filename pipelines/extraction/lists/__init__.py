"""Heads and their parts: 其中…, brackets, ranks, names before and behind their numbers."""
