"""Small schemas, one for each thing the generator must understand. All of them can be satisfied."""

from typing import Any

RECURSIVE: dict[str, Any] = {
    "$ref": "#/definitions/column",
    "definitions": {
        "name": {"type": "string", "minLength": 1, "maxLength": 8, "pattern": "^((?!::).)*$"},
        "column": {
            "type": "object",
            "properties": {
                "name": {"$ref": "#/definitions/name"},
                "children": {"type": "array", "items": {"$ref": "#/definitions/column"}},
                "parent": {"oneOf": [{"$ref": "#/definitions/column"}, {"type": "null"}]},
            },
            "required": ["name", "parent"],
            "additionalProperties": False,
        },
    },
}

CONNECTION: dict[str, Any] = {
    "type": "object",
    "properties": {"config": {"oneOf": [{"$ref": "#/definitions/looker"}, {"$ref": "#/definitions/mode"}]}},
    "required": ["config"],
    "additionalProperties": False,
    "definitions": {
        "looker": {
            "type": "object",
            "properties": {
                "type": {"enum": ["Looker"]},
                "hostPort": {"type": "string", "format": "uri"},
                "port": {"type": "integer", "minimum": 1, "maximum": 65535},
                "verify": {"type": "boolean"},
            },
            "additionalProperties": False,
        },
        "mode": {
            "type": "object",
            "properties": {"type": {"enum": ["Mode"]}, "hostPort": {"type": "string"}},
            "additionalProperties": False,
        },
    },
}

# A bad `format` decides which branch matches: payloads hold only for validators that assert formats (the default does).
TURN_ON_A_FORMAT = {"connection"}

_NAMED = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}

SCHEMAS: dict[str, Any] = {
    "anything": {},
    "always": True,
    "enum": {"enum": ["a", 1, None, {"b": []}]},
    "enum narrowed by type": {"type": "string", "enum": ["a", 1]},
    "const": {"const": {"a": 1}},
    "several types": {"type": ["string", "null", "integer"], "minLength": 2, "minimum": 3},
    "no type but properties": {"properties": {"a": {"type": "string"}}, "required": ["a"]},
    "string lengths": {"type": "string", "minLength": 3, "maxLength": 5},
    "string pattern": {"type": "string", "pattern": "^[a-zA-Z][a-zA-Z0-9]*$", "maxLength": 64},
    "look-ahead": {"type": "string", "pattern": "^((?!::).)*$", "minLength": 1, "maxLength": 256},
    "Unicode property": {"type": "string", "pattern": r"^[\p{L}\p{N}_]+:\p{Lu}$"},
    "colour or nothing": {"type": "string", "pattern": "^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$|^$"},
    "unanchored pattern": {"type": "string", "pattern": "a+b?"},
    "entity link": {"type": "string", "pattern": r"^<#E::\w+::(?:[^:<>|]|:[^:<>|])+(?:::(?:[^:<>|]|:[^:<>|])+)*>$"},
    "e-mail with pattern": {"type": "string", "format": "email", "pattern": r"^\S+@\S+\.\S+$", "minLength": 6},
    "formats": {"type": "array", "items": {"anyOf": [
        {"type": "string", "format": name}
        for name in ("date", "time", "date-time", "uri", "uuid", "email", "hostname", "ipv4", "ipv6", "regex", "other")
    ]}},
    "integer bounds": {"type": "integer", "minimum": -3, "exclusiveMaximum": 4},
    "integer between fractions": {"type": "integer", "minimum": 0.5, "maximum": 1.5},
    "number bounds": {"type": "number", "exclusiveMinimum": 0, "maximum": 0.5},
    "multiples": {"type": "integer", "multipleOf": 7, "minimum": 1},
    "fractional multiples": {"type": "number", "multipleOf": 0.1, "minimum": 0, "maximum": 5},
    "array bounds": {"type": "array", "items": {"type": "boolean"}, "minItems": 2, "maxItems": 4},
    "unique booleans": {"type": "array", "items": {"type": "boolean"}, "minItems": 2, "uniqueItems": True},
    "unique anything": {"type": "array", "uniqueItems": True, "minItems": 2},
    "tuple": {"type": "array", "items": [{"type": "string"}, {"type": "integer"}], "additionalItems": {"type": "null"}},
    "contains": {"type": "array", "contains": {"const": 5}},
    "closed object": {"type": "object", "properties": {"a": True, "b": False}, "additionalProperties": False},
    "required without properties": {"type": "object", "required": ["a"], "additionalProperties": {"type": "integer"}},
    "pattern properties": {
        "type": "object", "properties": {"x-a": {"maxLength": 3}}, "required": ["x-a"],
        "patternProperties": {"^x-": {"type": "string"}, "b$": {"minLength": 2}}, "additionalProperties": False,
    },
    "property counts": {"type": "object", "minProperties": 1, "maxProperties": 2},
    "property names": {"type": "object", "propertyNames": {"maxLength": 3}},
    "dependencies": {"type": "object", "properties": {"a": {}, "b": {}}, "dependencies": {"a": ["b"]}},
    "a property called $ref": {"type": "object", "properties": {"$ref": {"type": "string"}, "enum": {"not": {}}}},
    "all of": {"allOf": [
        _NAMED, {"properties": {"age": {"type": "integer"}}}, {"properties": {"name": {"maxLength": 2}}},
    ]    },
    "any of": {"anyOf": [{"required": ["a"]}, {"required": ["b"]}], "type": "object",
               "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}, "additionalProperties": False},
    "nested one of": {"oneOf": [
        {"oneOf": [{"const": 1}, {"const": 2}]}, {"anyOf": [{"const": "a"}, {"type": "null"}]},
    ]},
    "one of number or integer": {"oneOf": [{"type": "number"}, {"type": "integer"}]},
    "one of and any of": {
        "oneOf": [{"minimum": 0}, {"maximum": -5}], "anyOf": [{"type": "integer"}, {"type": "number"}],
    },
    "not": {"type": "object", "properties": {"a": {}, "b": {}}, "not": {"required": ["a", "b"]}},
    "all of nots": {"type": "integer", "allOf": [{"not": {"minimum": 3}}, {"not": {"maximum": -3}}]},
    "if then else": {
        "type": "object", "properties": {"kind": {"enum": ["x", "y"]}}, "required": ["kind"],
        "if": {"properties": {"kind": {"const": "x"}}}, "then": {"required": ["path"]}, "else": {"maxProperties": 1},
    },
    "pointers beside definitions": {
        "type": "object", "required": ["c"],
        "properties": {"a/b": {"type": "string"}, "c": {"$ref": "#/properties/a~1b"}},
    },
    "itself": {"type": "object", "properties": {"next": {"$ref": "#"}}, "additionalProperties": False},
    "$ref and ignored keywords": {"$ref": "#/definitions/a", "type": "integer", "definitions": {"a": {"const": "a"}}},
    "ignored keywords in a branch": {
        "oneOf": [{"$ref": "#/definitions/a"}],
        "definitions": {"a": {"$ref": "#/definitions/b", "type": "integer"}, "b": {"const": "b"}},
    },
    "recursive": RECURSIVE,
    "connection": CONNECTION,
}  # fmt: skip
