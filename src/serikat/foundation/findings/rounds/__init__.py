"""Audit rounds: a roster cut into shards, a durable table of who audits which, and where they run.

A *round* audits every outlet of a roster once. Its outlets are dealt into *shards* such that outlets which share a
registrable domain or a known IP address stand in one shard. The table says of every shard whether it is `waiting`,
`leased`, `done` or `failed`; a lease that is not renewed runs out, and the shard is given to another worker. A shard's
folder holds what was finished, so a shard that runs again repeats nothing, and may safely run twice. When all are done,
the articles of the round are compared, and the shards whose outlets have copies run again to judge by them.
"""
