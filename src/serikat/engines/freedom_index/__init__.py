"""Scores, bands and claims of the press-freedom index will live here."""
