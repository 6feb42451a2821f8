"""Serikat runs a press association and gives its two proofs: that an outlet meets the standard, that a board is valid."""

RELEASE = "0.1.0"
