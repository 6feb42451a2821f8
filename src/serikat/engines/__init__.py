"""Facts in, judgement out: no Django, no database, no clock, no network outside gather."""
