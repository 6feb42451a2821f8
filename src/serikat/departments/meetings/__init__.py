"""Meetings, invitations and minutes will live here."""
