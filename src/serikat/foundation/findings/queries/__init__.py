"""Questions about outlets' standing, audits, rounds and what waits for a person."""
