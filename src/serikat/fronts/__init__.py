"""What people meet: each front shows several rooms at once and keeps no facts of its own."""
