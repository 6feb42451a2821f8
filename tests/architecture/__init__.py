"""Holds what the code looks like: budgets, names, docstrings, the tree of floors, imports, the wheel."""
