"""A number in its place: its own words, its measure, its period, whether it has happened or is aimed at.

Here belongs what a figure's words say whatever its indicator. Not here: which indicator it states (rules).
"""
