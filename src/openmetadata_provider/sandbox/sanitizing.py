"""Descriptions as newer releases store them: harmless HTML kept, the rest taken out, some plain characters encoded.

The server runs every description through an HTML sanitizer, though descriptions are Markdown: a backtick or an
apostrophe comes back as an entity (server reference, 12.1).
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

ENCODED = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;",
    "+": "&#43;", "=": "&#61;", "@": "&#64;", "`": "&#96;",
}  # fmt: skip
KEPT = frozenset(
    "p br hr em strong b i u s del ins sub sup small mark h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code div span"
    " section table thead tbody tfoot tr th td caption colgroup col a img details summary dl dt dd".split()
)
SILENT = frozenset({"script", "style", "iframe", "noscript", "object", "title", "textarea", "xmp"})
"""Elements that go with everything in them."""
VOID = frozenset({"br", "hr", "img", "col"})
BARE = frozenset({"a", "img", "span"})
"""Elements that go, but not their text, when no attribute of theirs is left."""
ANYWHERE = frozenset({"class", "id", "data-id", "data-highlighted", "data-testid"})
ATTRIBUTES = {
    "a": frozenset({"href", "rel", "data-type", "data-label", "data-fqn", "data-entitytype"}),
    "img": frozenset({"src", "alt", "title", "width", "height"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan"}),
    "tr": frozenset({"align"}),
    "table": frozenset({"align"}),
}
SCHEMES = {
    "href": ("http://", "https://", "mailto:", "#", "/"),
    "src": ("http://", "https://", "data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"),
}
_SPECIAL = re.compile("[" + re.escape("".join(ENCODED)) + "]")
_MENTION = re.compile(r"<#E::[^<>]+>")


def sanitized(text: str) -> str:
    """`text` as it is stored: mentions (`<#E::…>`) untouched, all else cleaned and encoded. Cleaning twice is once."""
    if not _SPECIAL.search(text):
        return text
    kept = _MENTION.findall(text)
    pieces = [_cleaned(piece) for piece in _MENTION.split(text)]
    return pieces[0] + "".join(mention + piece for mention, piece in zip(kept, pieces[1:], strict=True))


def _cleaned(text: str) -> str:
    cleaner = _Cleaner()
    cleaner.feed(text)
    cleaner.close()
    return cleaner.text()


def _encoded(text: str) -> str:
    return _SPECIAL.sub(lambda match: ENCODED[match[0]], text)


class _Cleaner(HTMLParser):
    """Writes what it reads, without what may not stay; elements left open are closed at the end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._written: list[str] = []
        self._open: list[tuple[str, bool]] = []
        """Elements entered, and whether their tag was written."""
        self._silent = 0

    def text(self) -> str:
        """Everything read so far, cleaned."""
        return "".join(self._written) + "".join(f"</{tag}>" for tag, written in reversed(self._open) if written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        left = [(name, value or "") for name, value in attrs if _may_stay(tag, name, value or "")]
        written = tag in KEPT and not self._silent and (tag not in BARE or bool(left))
        if written:
            shown = "".join(f' {name}="{_encoded(value)}"' for name, value in left)
            self._written.append(f"<{tag}{shown}{' /' if tag in VOID else ''}>")
        if tag not in VOID:
            self._open.append((tag, written))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in [name for name, _ in self._open]:
            return
        name = ""
        while name != tag:
            name, written = self._open.pop()
            self._silent -= name in SILENT
            self._written += [f"</{name}>"] if written else []

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._written.append(_encoded(data))


def _may_stay(tag: str, name: str, value: str) -> bool:
    if name in SCHEMES:
        return name in ATTRIBUTES.get(tag, ()) and value.startswith(SCHEMES[name])
    return name in ANYWHERE or name in ATTRIBUTES.get(tag, ())
