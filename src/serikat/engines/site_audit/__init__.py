"""The audit of a news site: gather, evidence, reading, rules, findings, report."""
