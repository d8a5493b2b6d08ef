"""The page of differences tells of every class that the tests accept, in the words that `make fuzz` prints, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from properties.explained import REASONS
from properties.test_plain_draft7 import PLAIN_REASONS
from properties.validation import VALIDATION_REASONS

PAGE = (Path(__file__).parent / "README.md").read_text(encoding="utf-8")


def test_the_page_has_every_class_with_its_reason() -> None:
    told = dict(re.findall(r"^\| (?!class \|)(?!-)(.+?) \| (.+) \|$", PAGE, re.MULTILINE))
    assert told == REASONS | VALIDATION_REASONS | PLAIN_REASONS
