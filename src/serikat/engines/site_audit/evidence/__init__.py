"""What was fetched, on disk and in memory, so that anyone can judge it again without the network."""
