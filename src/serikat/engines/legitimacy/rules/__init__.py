"""One module a rule of bylaws: an assembly's facts in, what was seen of one article out."""
