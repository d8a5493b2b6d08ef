"""The classifications of a fresh server, with their tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..entities import CLASSIFICATION, TAG
from .seed import SYSTEM, Seed

TAG_DEFAULTS = {"mutuallyExclusive": False, "autoClassificationEnabled": False, "autoClassificationPriority": 50}
CLASSIFICATIONS: dict[str, tuple[str, dict[str, str]]] = {
    "Tier": (
        "How much the business depends on an asset.",
        {
            "Tier1": "The business stops, or answers to a regulator, if it is wrong.",
            "Tier2": "Important decisions and reports rest on it.",
            "Tier3": "A department works with it.",
            "Tier4": "One team works with it.",
            "Tier5": "Nobody but its author would miss it.",
        },
    ),
    "PII": (
        "Data about persons, by how it must be protected.",
        {
            "None": "Says nothing about a person.",
            "NonSensitive": "About a person, but easy to find in public.",
            "Sensitive": "About a person, and harmful to them if it leaks.",
        },
    ),
    "PersonalData": (
        "Personal data as the GDPR defines it.",
        {
            "Personal": "Leads to a person, alone or with other data.",
            "SpecialCategory": "Of the kinds that the GDPR protects most, such as health or belief.",
        },
    ),
    "Certification": (
        "How far an asset has been checked.",
        {"Bronze": "Checked in part.", "Silver": "Checked well.", "Gold": "Checked thoroughly."},
    ),
}
"""Name → what it is about, and its tags. No two tags of one of them go together."""
COLOURS = {"Bronze": "#CD7F32", "Silver": "#C0C0C0", "Gold": "#FFD700"}


def _seeds() -> Iterator[Seed]:
    for name, (description, tags) in CLASSIFICATIONS.items():
        plain: dict[str, Any] = {**SYSTEM, "mutuallyExclusive": True, "description": description}
        yield Seed(facts=CLASSIFICATION, name=name, plain=plain)
        for tag, meaning in tags.items():
            style = {"style": {"color": COLOURS[tag]}} if tag in COLOURS else {}
            plain = {**SYSTEM, **TAG_DEFAULTS, "description": meaning, **style}
            yield Seed(facts=TAG, name=tag, plain=plain, references={"classification": [name]})


CLASSIFICATION_SEEDS = tuple(_seeds())
