"""Tests of the whole system: what no single room can hold to."""
