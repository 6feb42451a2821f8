"""Decrees, terms, office-holders and the chain of standing will live here."""
