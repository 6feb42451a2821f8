"""Changes of outlets, companies and standing, each by somebody who may."""
