"""Whose figure it is, and of the whole or of a part: bodies, respondents, fields, classes of cases."""
