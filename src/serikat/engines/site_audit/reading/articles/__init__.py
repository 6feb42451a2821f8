"""Reads one article: its title, when it was published, who wrote and who edited it, and whether it is paid for."""
