"""One resource class per kind."""
