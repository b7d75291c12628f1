"""Judging the figures: identities between them and expectations of each, with results as plain records.

Here belongs everything that says whether figures can be right. Not here: storing or showing the results
(warehouse).
"""
