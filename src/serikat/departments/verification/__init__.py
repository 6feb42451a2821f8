"""Casework towards the Press Council's verification will live here."""
