"""Assemblies (Musda) that renew the leadership, and their certificates, will live here."""
