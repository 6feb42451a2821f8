"""The home of officers and of members: what waits for me, what is missing."""
