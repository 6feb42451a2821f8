"""Canonical JSON, Merkle heads, signatures and certificates: how a result proves itself unchanged."""
