"""Whole ways through the web: every address for every role, and the main job in a browser."""
