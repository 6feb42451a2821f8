"""Tests of the `serikat` command."""
