"""The rule texts as data: one TOML file an edition, no code."""
