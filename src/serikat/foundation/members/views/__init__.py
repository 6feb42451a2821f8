"""Pages of members: the list, an outlet, a company, control of a site, and lists on their way in."""
