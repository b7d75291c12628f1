"""Rows become observations, each once with all its evidence; every number gets its place in the account."""
