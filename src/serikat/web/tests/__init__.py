"""Holds what the web floor does: words, signs, charts, errors, and how its pages behave in a browser."""
