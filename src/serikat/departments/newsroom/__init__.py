"""The association's own news and statements will live here."""
