"""Canonical JSON, and later Merkle heads and signatures: how a result proves itself unchanged."""
