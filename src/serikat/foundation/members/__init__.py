"""Companies, outlets, their standing and the Press Council's status as observed will live here."""
