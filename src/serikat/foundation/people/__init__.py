"""Every person, with or without sign-in; how they sign in; their roles in a chapter; messages to them."""
