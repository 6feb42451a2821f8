"""Reads pages: bytes to text, links, people, addresses, dates, bylines; it states, never judges."""
