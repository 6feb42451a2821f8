"""Invented article pages, each modelled on one trap that real pages set."""
