"""One module a rule: facts of a site in, an observation with quotes out."""
