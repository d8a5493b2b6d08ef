"""Tag labels with the fields that users leave out.

The server wants `source` on every label and has no default for it; `labelType` and `state` it fills in itself, and so
do we, so that what was sent and what comes back are the same. Source: reference/openmetadata-server.md, 1.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from openmetadata_provider.client.answers import fetch, or_none_if_absent
from openmetadata_provider.client.exchange import Request, Steps
from openmetadata_provider.client.fqn import escape
from openmetadata_provider.client.known import Known

_OPAQUE: Final = ("connection", "extension")
"""Properties of a request whose inside is not OpenMetadata's own vocabulary: a key `tags` there is something else."""


def labels_in(value: object) -> Iterator[dict[str, Any]]:
    """Every tag label in a request body: its own, and those of columns and fields inside it."""
    if isinstance(value, list):
        for item in value:
            yield from labels_in(item)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == "tags" and isinstance(inner, list):
                yield from (label for label in inner if isinstance(label, dict) and "tagFQN" in label)
            elif isinstance(inner, list | dict) and key not in _OPAQUE:
                yield from labels_in(inner)


def completed_label(label: dict[str, Any], known: Known) -> Steps[None]:
    """Fills in what the label lacks, in place. Asks the server for the source once per client. Raises ApiError."""
    if not label.get("source"):
        label["source"] = yield from tag_source(str(label["tagFQN"]), known)
    label.setdefault("labelType", "Manual")
    label.setdefault("state", "Confirmed")


def tag_source(fqn: str, known: Known) -> Steps[str]:
    """`Classification` for a tag, `Glossary` for a glossary term; `Classification` for what exists as neither."""
    if fqn in known.tag_sources:
        return known.tag_sources[fqn]
    for collection, source in (("tags", "Classification"), ("glossaryTerms", "Glossary")):
        request = Request(method="GET", path=f"/v1/{collection}/name/{escape(fqn)}", about=fqn)
        if (yield from or_none_if_absent(fetch(request))) is not None:
            known.tag_sources[fqn] = source
            return source
    return "Classification"
