"""Tags and filters of the web floor."""
