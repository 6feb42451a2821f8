"""Shows findings to people: terminal, JSON and one printable HTML page."""
