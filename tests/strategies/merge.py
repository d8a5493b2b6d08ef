"""Two schemas made one: the schema that both `left` and `right` allow, as far as one schema can say it.

Where one schema cannot (two patterns, two `contains`), the left one is kept; the generator checks what it made against
the original.
"""

from typing import Any

Schema = dict[str, Any] | bool

_COMBINATORS = ("oneOf", "anyOf", "if")
_UPPER_BOUNDS = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_LOWER_BOUNDS = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")


def merge(left: Schema, right: Schema) -> Schema:
    """The conjunction of two schemas without a `$ref` at their top."""
    if left is False or right is False:
        return False
    if not isinstance(left, dict) or not left:
        return right
    if not isinstance(right, dict) or not right:
        return left
    if any(keyword in left and keyword in right for keyword in _COMBINATORS):
        right = _combinators_moved_into_all_of(right)
    merged = {**right, **left}
    for keyword in left.keys() & right.keys():
        merged[keyword] = _both(keyword, left[keyword], right[keyword])
    return _closed(merged, left, right)


def both_of(left: Schema, right: Schema) -> Schema:
    """The conjunction of two schemas that may hold `$ref`: left to `allOf`, which is merged when it is needed."""
    if left == right or right in (True, {}):
        return left
    return right if left in (True, {}) else {"allOf": [left, right]}


def _both(keyword: str, left: Any, right: Any) -> Any:
    if keyword in _UPPER_BOUNDS:
        return min(left, right)
    if keyword in _LOWER_BOUNDS:
        return max(left, right)
    if keyword == "required":
        return [*left, *(name for name in right if name not in left)]
    if keyword == "enum":
        return [value for value in left if value in right]
    if keyword == "type":
        return _both_types(left, right)
    if keyword == "allOf":
        return [*left, *right]
    if keyword == "not":
        return {"anyOf": [left, right]}
    if keyword in ("properties", "patternProperties"):
        shared = {name: both_of(left[name], right[name]) for name in left.keys() & right.keys()}
        return {**left, **right, **shared}
    if keyword in ("items", "additionalProperties", "propertyNames") and not isinstance(left, list):
        return left if isinstance(right, list) else both_of(left, right)
    return left or right if keyword == "uniqueItems" else left


def _both_types(left: str | list[str], right: str | list[str]) -> str | list[str]:
    ours = [left] if isinstance(left, str) else left
    theirs = [right] if isinstance(right, str) else right
    shared = [name for name in ours if name in theirs or (name == "integer" and "number" in theirs)]
    shared += [name for name in theirs if name == "integer" and "number" in ours and name not in shared]
    return shared[0] if len(shared) == 1 else shared


def _closed(merged: dict[str, Any], left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    """Properties that only one side names must also pass the other side's `additionalProperties`."""
    properties = dict(merged.get("properties", {}))
    for one, other in ((left, right), (right, left)):
        extra = one.get("additionalProperties", True)
        for name in other.get("properties", {}).keys() - one.get("properties", {}).keys():
            if extra not in (True, {}) and not one.get("patternProperties"):
                properties[name] = False if extra is False else both_of(properties[name], extra)
    return {**merged, "properties": properties} if properties else merged


def _combinators_moved_into_all_of(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema, each combinator in an `allOf` entry of its own, to be taken off one after the other."""
    groups = (("oneOf",), ("anyOf",), ("if", "then", "else"))
    entries = [{name: schema[name] for name in group if name in schema} for group in groups if group[0] in schema]
    rest = {name: value for name, value in schema.items() if not any(name in group for group in groups)}
    return {**rest, "allOf": [*rest.get("allOf", []), *entries]}
