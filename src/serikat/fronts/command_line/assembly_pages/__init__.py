"""The printable page of a judged assembly, with the chart of its quorum."""
