"""Legal aid and the protection of journalists will live here."""
