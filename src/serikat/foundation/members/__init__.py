"""Reads lists of members; companies, outlets, standing and the Press Council's status as observed will live here."""
