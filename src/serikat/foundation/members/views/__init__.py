"""Pages of members: the list, an outlet, a company, and lists on their way in."""
