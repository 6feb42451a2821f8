"""The room's pages: they parse, call and render."""
