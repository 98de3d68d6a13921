"""A claim while it is put together: the draft, its settings, bounds and confidence, and its final form."""
