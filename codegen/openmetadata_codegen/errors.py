"""What the generator says when its input is wrong.

CodegenError
├── SchemaError      a schema cannot be read or refers to something that is not there
├── ManifestError    the manifest says something the schemas contradict
└── ModelError       the generated text is not what was asked for
"""

from __future__ import annotations


class CodegenError(Exception):
    """Root of the generator's errors. The message says what, where and what to do."""


class SchemaError(CodegenError):
    """A schema file is not what it has to be; `file` and `pointer` say where."""

    def __init__(self, message: str, *, file: str, pointer: str = "") -> None:
        self.file = file
        self.pointer = pointer
        super().__init__(f"{file}#{pointer}: {message}")


class ManifestError(CodegenError):
    """An entry of the manifest does not fit the schemas."""


class ModelError(CodegenError):
    """The model generator, the formatter or the compiler refused what the generator made."""
