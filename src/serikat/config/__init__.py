"""Settings, root urls and the server's entry point; no behaviour."""
