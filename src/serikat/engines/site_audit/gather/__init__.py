"""The only code on the network: fetches a site politely, within budgets, and never as a way in."""
