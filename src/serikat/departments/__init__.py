"""One room for each kind of work; they never import one another."""
