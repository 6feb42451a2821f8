"""The home of officers and of members will live here: what waits for me, what is missing."""
