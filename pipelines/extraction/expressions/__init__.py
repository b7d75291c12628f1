"""How expressions are written and tried: the words of grammar.yaml and lexicon.yaml, and the prefilter.

Here belongs what holds for an expression whatever it looks for. What those of a pass say stands there.
"""
