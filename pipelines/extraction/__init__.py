"""A Document becomes Observations: the passes, each a module of its own; engine.py is their sequence."""
