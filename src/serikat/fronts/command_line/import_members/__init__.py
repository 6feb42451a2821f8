"""`serikat import members`: a list taken in from the command line; only what runs it needs Django."""
