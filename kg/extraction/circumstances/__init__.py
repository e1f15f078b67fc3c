"""When and where meetings were, and whether they have been."""
