"""The number grammar: which characters are a number that counts, and what of.

Here belong values, units and comparators. Not here: what a number states.
"""
