"""The vocabulary of every judgement: Standard, Clause, Finding, Quote, Answer, Verdict and the plan."""
