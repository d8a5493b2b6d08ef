"""The five functions of this package; a schema object is compiled once and remembered."""

import random
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from .document import Document, UnsatisfiableError
from .generate import USUAL_DEPTH, Draw, Generators
from .merge import Schema
from .mutations import Mutation, all_mutations, drawn_mutation
from .source import HypothesisSource, RandomSource, Source

_ATTEMPTS = 20
_MOST_VALUES_SAMPLED = 400
_MOST_VALUES_DRAWN = 120


class Compiled:
    """A schema ready to draw from."""

    def __init__(self, schema: Schema) -> None:
        self.document = Document(schema)
        self._generators = Generators(self.document)
        self._depth = max(USUAL_DEPTH, self.document.least_depth(schema))

    def payload(self, source: Source, *, most_values: int = _MOST_VALUES_SAMPLED, attempts: int = _ATTEMPTS) -> Any:
        """A valid payload of about `most_values` values at most. Raises `UnsatisfiableError` after some attempts."""
        reason: Exception = UnsatisfiableError("drawn payloads are invalid")
        for _ in range(attempts):
            try:
                value = self._generators.draw(self.document.root, Draw(source, most_values), self._depth)
            except UnsatisfiableError as unsatisfiable:
                reason = unsatisfiable
                continue
            if self.document.is_valid(value):
                return value
        raise reason


_compiled: dict[int, tuple[Schema, Compiled]] = {}


def compiled(schema: Schema) -> Compiled:
    """The schema, compiled on first use. Keyed by object: the schema is kept, so its id stays its own."""
    if id(schema) not in _compiled:
        _compiled[id(schema)] = (schema, Compiled(schema))
    return _compiled[id(schema)][1]


def payloads(schema: Schema) -> st.SearchStrategy[Any]:
    """Valid payloads of a self-contained schema."""
    return _payloads(compiled(schema))


def mutants(schema: Schema) -> st.SearchStrategy[Mutation]:
    """Single mutations of valid payloads, each with its label, its place and the validator's verdict."""
    return _mutants(compiled(schema))


def sample(schema: Schema, rng: random.Random) -> Any:
    """One valid payload, without Hypothesis. Raises `UnsatisfiableError` if none is found."""
    return compiled(schema).payload(RandomSource(rng))


def mutations(schema: Schema, payload: Any) -> list[Mutation]:
    """Every single mutation of the payload. Those that the validator accepts after all have `is_valid` set."""
    return list(all_mutations(compiled(schema).document, payload))


def mutate(schema: Schema, payload: Any, rng: random.Random) -> Mutation | None:
    """One mutation of the payload, drawn by place first; None if the schema leaves nothing to break."""
    return drawn_mutation(compiled(schema).document, payload, RandomSource(rng))


@st.composite
def _payloads(draw: st.DrawFn, ready: Compiled) -> Any:
    try:
        return ready.payload(HypothesisSource(draw), most_values=_MOST_VALUES_DRAWN, attempts=3)
    except UnsatisfiableError:
        reject()


@st.composite
def _mutants(draw: st.DrawFn, ready: Compiled) -> Mutation:
    mutation = drawn_mutation(ready.document, draw(_payloads(ready)), HypothesisSource(draw))
    return reject() if mutation is None else mutation
