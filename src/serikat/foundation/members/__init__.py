"""Companies, outlets, standing and the Press Council's status as observed; reads lists of members."""
