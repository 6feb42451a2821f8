"""The press-freedom index (IKP) and what is done about it will live here."""
