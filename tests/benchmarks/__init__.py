"""Speed as ratios in one run, and accuracy on labelled real pages."""
