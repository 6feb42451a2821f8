"""Pages of the officers' home, of members, and of plans that are sent."""
