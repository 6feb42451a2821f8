"""What is known of each clause about each subject will live here: rounds, findings, answers."""
