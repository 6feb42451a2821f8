"""An invented federation, its people, papers and news sites: for the demo, screenshots and journeys."""
