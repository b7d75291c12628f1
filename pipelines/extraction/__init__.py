"""A Document becomes Observations: the passes, in packages by what they decide.

engine.py is their sequence: normalise → facts and place → numbers → layout and topics → grids → figures →
cells → walk → totals → resolution and account. walk.py is the walk.
"""
