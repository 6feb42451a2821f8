"""REST, trust.txt, feeds and credentials for other systems will live here."""
