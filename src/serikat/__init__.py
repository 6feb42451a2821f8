"""Serikat runs a press association, and proves that an outlet meets the standard and that a board is valid."""

RELEASE = "0.1.0"
