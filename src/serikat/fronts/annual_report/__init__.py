"""The yearly editions, each figure traced to the records behind it, will live here."""
