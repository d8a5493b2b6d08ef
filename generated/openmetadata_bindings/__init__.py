# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Bindings for OpenMetadata, generated from its JSON Schemas.

models      Pydantic models of requests, entities and connections
specs       what each kind of entity is, as frozen values
resources   one class a collection: its verbs by inheritance
registry    kind → where its parts are, as strings
schemas     self-contained JSON Schemas, one a kind and one a connector
"""
