"""What is known of each clause about each subject: audit rounds, findings, answers."""
