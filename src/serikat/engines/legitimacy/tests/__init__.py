"""Tests of the judging of assemblies."""
