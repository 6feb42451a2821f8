"""Base templates, components, CSS and charts; of the domain it knows only judgement's words."""
