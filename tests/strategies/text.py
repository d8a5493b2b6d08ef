"""Strings for a schema: boundary lengths, troublesome texts, formats, patterns."""

from collections.abc import Callable
from typing import Any

from .document import Document, UnsatisfiableError
from .patterns import drawer_for
from .source import Source

StringDrawer = Callable[[Source], str]

TROUBLE = (
    "", " ", "a", "a.b", '"a.b"', "a/b", "a\\b", "it's", 'a"b', "a::b", "a b", " a ", "a\n", "null", "true", "1", "0.0",
    "NaN", "~", "-", "a: b", "# a", "{{ a }}", "${A}", "%s", "<b>a</b>", "&amp;", "*********", "..", "../a",
    "é", "e\u0301", "日本語", "😀", "\u202eab", "\x00",
)  # fmt: skip
_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_HEX = "0123456789abcdef"
_WORDY = "abcxyzABC019"
_USUAL_LENGTH = 12
_LONGEST_BOUNDARY = 1_000
_LONGEST_UNBOUNDED = 100
_ATTEMPTS = 30


def string_drawer(document: Document, schema: dict[str, Any]) -> StringDrawer:
    """How to draw strings of the schema, each checked if the schema says more than lengths."""
    drawers = [FORMATS[schema["format"]]] if schema.get("format") in FORMATS else []
    if "pattern" in schema:
        drawers.append(_pattern_drawer(schema))
    if not drawers:
        return _plain_drawer(schema)
    return _checked(document, schema, drawers)


def _checked(document: Document, schema: dict[str, Any], drawers: list[StringDrawer]) -> StringDrawer:
    """One of the drawers at first, then each in turn: texts made for a pattern seldom keep a format as well."""
    is_valid = document.validator(schema).is_valid

    def draw_checked(source: Source) -> str:
        for attempt in range(_ATTEMPTS):
            draw = drawers[attempt % len(drawers)] if attempt else source.choice(drawers)
            if is_valid(value := draw(source)):
                return value
        raise UnsatisfiableError(f"no text found for {schema}")

    return draw_checked


def _plain_drawer(schema: dict[str, Any]) -> StringDrawer:
    low, high = schema.get("minLength", 0), schema.get("maxLength")
    trouble = [text for text in TROUBLE if low <= len(text) and (high is None or len(text) <= high)]
    usual = low + _USUAL_LENGTH if high is None else min(high, low + _USUAL_LENGTH)
    boundary = high if high is not None and high <= _LONGEST_BOUNDARY else usual

    def draw(source: Source) -> str:
        kind = source.integer(0, 19)
        if kind < 12 or (kind < 17 and not trouble):
            return source.text(low, usual)
        if kind < 17:
            return source.choice(trouble)
        return source.text(low, low) if kind == 17 else source.text(boundary, boundary, _PLAIN if kind == 18 else None)

    return draw


def _pattern_drawer(schema: dict[str, Any]) -> StringDrawer:
    low = schema.get("minLength", 0)
    high = schema.get("maxLength", low + _LONGEST_UNBOUNDED)
    draw_match = drawer_for(schema["pattern"])
    spans = (3, 3, 3, 3, 3, *(max(low, _USUAL_LENGTH),) * 3, min(high, _LONGEST_BOUNDARY))

    def draw(source: Source) -> str:
        text = draw_match(source, source.choice(spans))
        return text[:high] if len(text) > high else text

    return draw


def _uuid(source: Source) -> str:
    digits = source.text(32, 32, _HEX)
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _host(source: Source) -> str:
    return source.text(1, 8, _PLAIN) + source.choice((".example.com", ".local", ""))


def _uri(source: Source) -> str:
    port = source.choice(("", ":443", ":8585"))
    path = source.choice(("", "/", "/a/b", "/a%20b?c=d#e"))
    return f"{source.choice(('https', 'http'))}://{_host(source)}{port}{path}"


def _email(source: Source) -> str:
    user = source.text(1, 8, _WORDY) + source.choice(("", ".b", "+c"))
    return f"{user}@{source.text(1, 8, _PLAIN)}{source.choice(('.com', '.local'))}"


def _date(source: Source) -> str:
    return f"{source.integer(1970, 2099)}-{source.integer(1, 12):02}-{source.integer(1, 28):02}"


def _time(source: Source) -> str:
    zone = source.choice(("Z", "+00:00", "-05:30"))
    fraction = source.choice(("", ".5", ".123456"))
    return f"{source.integer(0, 23):02}:{source.integer(0, 59):02}:{source.integer(0, 59):02}{fraction}{zone}"


FORMATS: dict[str, StringDrawer] = {
    "uuid": _uuid,
    "uri": _uri,
    "url": _uri,
    "URI": _uri,
    "iri": _uri,
    "uri-reference": _uri,
    "email": _email,
    "idn-email": _email,
    "hostname": _host,
    "idn-hostname": _host,
    "date": _date,
    "time": _time,
    "date-time": lambda source: f"{_date(source)}T{_time(source)}",
    "ipv4": lambda source: ".".join(str(source.integer(0, 255)) for _ in range(4)),
    "ipv6": lambda source: "2001:db8::" + source.text(1, 4, _HEX),
    "regex": lambda source: source.choice(("^a+$", "", ".*", "[a-z]{1,3}")),
    "json-pointer": lambda source: source.choice(("", "/a", "/a~1b/0")),
    "relative-json-pointer": lambda source: source.choice(("0", "1/a")),
    "uri-template": lambda source: source.choice(("/a/{b}", "https://example.com/{c}")),
}
