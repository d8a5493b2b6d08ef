"""Payloads and mutations made from a draft-07 schema, for property tests and for long fuzz runs.

One generator core draws from a `Source`; Hypothesis and `random.Random` are its two sources, so what a property test
sees and what a fuzz run sees comes from the same definition.

    payloads(schema)                 a Hypothesis strategy of valid payloads
    mutants(schema)                  a Hypothesis strategy of single, labelled mutations of valid payloads
    sample(schema, rng)              one valid payload, fast, without Hypothesis
    mutate(schema, payload, rng)     one mutation of a payload, fast, without Hypothesis
    mutations(schema, payload)       every mutation of a payload

The schema is self-contained: every `$ref` starts with `#`. It is compiled once per dict *object* and must not be
changed afterwards. Validity is the verdict of `jsonschema_rs.Draft7Validator(schema)`, which asserts draft-07 formats.
Payloads keep the formats, so they are valid with `validate_formats=False` too, except where `not`, `oneOf` or `if`
turns on a format.
"""

from .api import mutants, mutate, mutations, payloads, sample
from .document import UnsatisfiableError
from .mutations import Mutation
from .source import HypothesisSource, RandomSource, Source

__all__ = [
    "HypothesisSource",
    "Mutation",
    "RandomSource",
    "Source",
    "UnsatisfiableError",
    "mutants",
    "mutate",
    "mutations",
    "payloads",
    "sample",
]
