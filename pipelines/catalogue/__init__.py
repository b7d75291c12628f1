"""The dictionary: what the project knows before it reads a report.

Here belong the data files (indicators, regions, problem codes, identities, corrections) and their loaders.
"""
