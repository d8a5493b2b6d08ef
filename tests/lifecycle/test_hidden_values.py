"""What looks like a password is not shown, also where no schema calls it one."""

from __future__ import annotations

from typing import Any

import pytest

from openmetadata_provider.lifecycle.changes import PropertyChange
from openmetadata_provider.lifecycle.connections import hidden

MASK = "*********"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("connection.config.connectionOptions.sslKey", "hush"),
        ("connection.config.password", MASK),
        ("connection.config.apiKey", {"env": "NAME"}),
        ("extension.deployToken", "hush"),
    ],
)
def test_a_secret_keeps_only_that_there_is_one(path: str, value: Any) -> None:
    assert hidden(PropertyChange(path=path, after=value)) == PropertyChange(path=path, after=MASK, is_secret=True)
    assert hidden(PropertyChange(path=path, before=value)) == PropertyChange(path=path, before=MASK, is_secret=True)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("mysql://omp:hush@db.example.com/shop", f"mysql://omp:{MASK}@db.example.com/shop"),
        ("https://:hush@db.example.com", f"https://:{MASK}@db.example.com"),
        ("https://db.example.com:8080/a@b", "https://db.example.com:8080/a@b"),
        ([{"user": "omp", "password": "hush"}, {"accessTokens": ["hush", "hush"]}], None),
        (7, 7),
    ],
)
def test_a_password_inside_a_value_is_masked(value: Any, shown: Any) -> None:
    after = hidden(PropertyChange(path="connection.config.hostPort", before="x", after=value)).after
    assert "hush" not in str(after)
    assert shown is None or after == shown


def test_two_values_that_differ_in_a_password_alone_are_a_secret() -> None:
    urls = [f"mysql://omp:{password}@db.example.com" for password in ("hush", "other")]
    field = hidden(PropertyChange(path="connection.config.hostPort", before=urls[0], after=urls[1]))
    assert field.is_secret
    assert "hush" not in repr(field)
