"""Every person, sign-in and roles in a chapter will live here."""
