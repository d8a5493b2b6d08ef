"""Bindings for two kinds of entity, in the shape the generator writes. What the client relies on, and no more."""
