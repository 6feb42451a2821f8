"""Charts drawn on the server as SVG: each with a finding for its title, direct labels, and its table one click away.

Places across are percentages and places down are pixels: a chart fills any width, and its letters keep their size.
"""
