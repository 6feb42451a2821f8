"""Regions (a dated code table), levels and the tree of chapters; a chapter may cover several regions, with dates."""
