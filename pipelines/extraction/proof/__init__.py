"""What the rules are worth: their examples and what these leave unproven, what no rule knows, and why.

Here belongs what looks at the passes from outside. No pass imports it.
"""
