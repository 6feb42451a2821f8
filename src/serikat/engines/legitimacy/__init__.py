"""Judges an assembly's record against its bylaws: facts in, findings and a verdict out; no clock, no network."""
