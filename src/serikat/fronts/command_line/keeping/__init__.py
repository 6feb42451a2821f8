"""Backups: everything that an installation knows in one file, and that file brought back."""
