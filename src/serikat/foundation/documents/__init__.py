"""Files, letters and their numbering will live here."""
