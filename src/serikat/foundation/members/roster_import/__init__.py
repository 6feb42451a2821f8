"""A list of members on its way in: what would come of each row, taking it in, and undoing that."""
