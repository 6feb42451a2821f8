"""Filters that the room's templates load."""
