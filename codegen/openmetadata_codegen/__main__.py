"""`python -m openmetadata_codegen generate`: the same command without the CLI."""

from openmetadata_codegen.command import app

app()
