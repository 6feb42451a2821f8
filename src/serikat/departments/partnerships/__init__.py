"""Agreements with governments and companies will live here."""
