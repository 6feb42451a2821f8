"""Writes the generated pages, and holds that every rule, room, setting and command is documented."""
