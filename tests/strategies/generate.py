"""The generator core: one function per schema, made once, that draws values from a `Draw`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .containers import ArrayDrawer, ObjectDrawer
from .document import DEEPEST, Document, UnsatisfiableError
from .merge import Schema
from .numeric import number_drawer
from .source import Source
from .text import TROUBLE, string_drawer

Generator = Callable[["Draw", int], Any]

USUAL_DEPTH = 8
_ATTEMPTS = (False, True)
_LAST_ATTEMPTS = (False, True, False, True, False, False)
_RETRIES = 12
_NOTHING: Any = object()
_COMBINATORS = frozenset({"oneOf", "anyOf", "allOf", "not", "if"})
_UNHANDLED = frozenset({"dependencies", "contains", "propertyNames", "minProperties", "maxProperties", "multipleOf"})
_CHECKED = _COMBINATORS | _UNHANDLED
_OBJECT_KEYWORDS = {"properties", "required", "additionalProperties", "patternProperties", "minProperties"}
_KEYWORD_TYPES = (
    ("object", _OBJECT_KEYWORDS),
    ("array", {"items", "minItems", "maxItems", "uniqueItems", "contains"}),
    ("string", {"minLength", "maxLength", "pattern", "format"}),
    ("number", {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}),
)
_SCALARS = (None, True, False, 0, 1, -1, 1.5, 2**64, *TROUBLE)


@dataclass(slots=True)
class Draw:
    """One payload in the making: its source, how many more values it may hold, whether to set optional properties."""

    source: Source
    values_left: int
    wants_all: bool = False


class Generators:
    """The generators of one document, by schema object; each is made when it is first needed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._by_id: dict[int, Generator] = {}
        self._fitting_options: dict[tuple[int, int], list[Schema]] = {}
        self._kept: list[Any] = []

    def draw(self, schema: Schema, draw: Draw, depth: int) -> Any:
        """A value of the schema that nests at most `depth` levels, if the schema allows that."""
        generator = self._by_id.get(id(schema))
        if generator is None:
            self._kept.append(schema)
            generator = self._by_id[id(schema)] = self._made(schema)
        draw.values_left -= 1
        return generator(draw, depth)

    def _made(self, schema: Schema) -> Generator:
        if schema is False:
            return _impossible
        if schema is True or not schema:
            return anything
        if isinstance(schema, dict) and "$ref" not in schema and ("enum" in schema or "const" in schema):
            return self._listed(schema)
        options = self.document.alternatives(schema)
        if "$ref" in schema or _CHECKED.isdisjoint(schema):
            return self._plain(schema) if options is None else self._choice(options)
        if options is not None:
            return self._checked(schema, options)
        return self._retried(schema, self._plain(schema))

    def _listed(self, schema: dict[str, Any]) -> Generator:
        """The values of `enum` or `const` that the rest of the schema does not refuse."""
        listed = schema["enum"] if "enum" in schema else [schema["const"]]
        values = [value for value in listed if self.document.validator(schema).is_valid(value)]
        return (lambda draw, depth: draw.source.choice(values)) if values else _impossible

    def _choice(self, options: list[Schema]) -> Generator:
        if len(options) == 1:
            return lambda draw, depth: self.draw(options[0], draw, depth)
        return lambda draw, depth: self.draw(draw.source.choice(self._fitting(options, depth)), draw, depth)

    def _fitting(self, options: list[Schema], depth: int) -> list[Schema]:
        """The options that end within the depth; if none does, the one that ends first."""
        key = (id(options), depth)
        if key not in self._fitting_options:
            fitting = [option for option in options if self.document.completes(option, depth)]
            possible = [option for option in options if self.document.completes(option, DEEPEST)]
            self._fitting_options[key] = fitting or sorted(possible, key=self.document.least_depth)[:1] or [False]
        return self._fitting_options[key]

    def _checked(self, schema: Schema, options: list[Schema]) -> Generator:
        """Draws until the validator agrees: one option after the other, as it comes, then with all optional properties.

        Those tell the branches of a `oneOf` apart. A branch that is never the only one to match is left for another.
        """
        is_valid = self.document.validator(schema).is_valid

        def generate(draw: Draw, depth: int) -> Any:
            untried = list(self._fitting(options, depth))
            while untried:
                option = untried.pop(draw.source.integer(0, len(untried) - 1))
                for wants_all in _ATTEMPTS if untried else _LAST_ATTEMPTS:
                    value = self._drawn(option, draw, depth, wants_all)
                    if value is not _NOTHING and is_valid(value):
                        return value
            raise UnsatisfiableError(f"no value found for {str(schema)[:200]}")

        return generate

    def _drawn(self, option: Schema, draw: Draw, depth: int, wants_all: bool) -> Any:
        wanted_all, draw.wants_all = draw.wants_all, draw.wants_all or wants_all
        try:
            return self.draw(option, draw, depth)
        except UnsatisfiableError:
            return _NOTHING
        finally:
            draw.wants_all = wanted_all

    def _retried(self, schema: Schema, plain: Generator) -> Generator:
        """Draws until the validator agrees: for keywords such as `not`, which the drawers know nothing of."""
        is_valid = self.document.validator(schema).is_valid

        def generate(draw: Draw, depth: int) -> Any:
            for _ in range(_RETRIES):
                if is_valid(value := plain(draw, depth)):
                    return value
            raise UnsatisfiableError(f"no value found for {str(schema)[:200]}")

        return generate

    def _plain(self, schema: dict[str, Any]) -> Generator:
        """A generator by type; a schema without one allows other types than the one its keywords speak of."""
        kind = schema.get("type")
        if kind is None:
            return self._typeless(schema)
        if kind == "object":
            return ObjectDrawer(self, schema)
        if kind == "array":
            return ArrayDrawer(self, schema)
        if kind == "string":
            draw_string = string_drawer(self.document, schema)
            return lambda draw, depth: draw_string(draw.source)
        if kind in ("integer", "number"):
            draw_number = number_drawer(schema)
            return lambda draw, depth: draw_number(draw.source)
        return {"boolean": lambda draw, depth: draw.source.boolean(), "null": lambda draw, depth: None}[kind]

    def _typeless(self, schema: dict[str, Any]) -> Generator:
        kind = next((name for name, keywords in _KEYWORD_TYPES if not keywords.isdisjoint(schema)), None)
        if kind is None:
            return anything
        usual = self._plain({**schema, "type": kind})
        is_valid = self.document.validator(schema).is_valid

        def generate(draw: Draw, depth: int) -> Any:
            if draw.source.boolean(0.05) and is_valid(value := anything(draw, min(depth, 0))):
                return value
            return usual(draw, depth)

        return generate


def anything(draw: Draw, depth: int) -> Any:
    """Any JSON value: mostly scalars, now and then a shallow list or object."""
    kind = draw.source.integer(0, 9) if depth > 0 and draw.values_left > 0 else 0
    if kind < 6:
        return draw.source.choice(_SCALARS)
    count = draw.source.integer(0, 2)
    if kind < 8:
        return [anything(draw, min(depth, 2) - 1) for _ in range(count)]
    return {draw.source.choice(TROUBLE): anything(draw, min(depth, 2) - 1) for _ in range(count)}


def _impossible(draw: Draw, depth: int) -> Any:
    raise UnsatisfiableError("a value of the schema `false`")
