"""Training, competence tests (UKW) and credentials will live here."""
