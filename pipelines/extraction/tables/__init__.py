"""Tables: which lines are a grid, and what each cell states by its headers, its label and its caption."""
