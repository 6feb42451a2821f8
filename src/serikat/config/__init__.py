"""Settings, root urls and the server's entry point will live here; no behaviour."""
