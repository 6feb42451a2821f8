"""Changes: rounds asked for, stopped and resumed; audits recorded; clauses answered; pages handed in."""
