# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Bindings for OpenMetadata, generated from its JSON Schemas.

models      Pydantic models of requests, entities and connections
resources   one class a collection: what an entity is, and its verbs by inheritance
registry    kind → where its parts are, as strings
schemas     self-contained JSON Schemas, one a kind and service type
"""
