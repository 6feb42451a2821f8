"""Dues, receipts and the association's books will live here."""
