"""The tables of the web floor, step by step."""
