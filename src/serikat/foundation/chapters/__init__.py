"""Regions (a dated code table), levels and the tree of chapters will live here."""
