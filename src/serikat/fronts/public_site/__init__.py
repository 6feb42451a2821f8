"""The open register, news and pages for citizens will live here."""
