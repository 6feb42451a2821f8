"""The judging of an assembly's record against its bylaws, and ballot counting, will live here."""
