"""Sets of manifests of every kind, made from the create schemas, whose references lead to each other or to what a
server comes with. Any two sets of one universe speak of the same entities, in other words.

What is in a set, and which properties each entity declares, is drawn by Hypothesis and shrinks; the values come from a
seed per entity. Rules of the server that no schema tells are kept here, so that a set is always one that can be applied.
"""

from __future__ import annotations

import html
import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

from hypothesis import strategies as st
from lifecycle.lifecycle_inprocess import KINDS, Place
from strategies import RandomSource, UnsatisfiableError
from strategies.api import compiled

from openmetadata_provider.client.fqn import join
from openmetadata_provider.lifecycle.secrets import replaced_at, secret_paths
from openmetadata_provider.sandbox.sanitizing import sanitized
from openmetadata_provider.validation.secrets import secret_names

SCHEMAS: Final = files("openmetadata_bindings").joinpath("schemas", "create")
Document = dict[str, Any]
Set = list[Document]
TYPES: Final = {
    kind: sorted(
        entry.name.split(".")[1]
        for entry in SCHEMAS.iterdir()
        if entry.name.count(".") == 2 and entry.name.startswith(kind)
    )
    for kind in ("DashboardService", "DatabaseService")
}
SUFFIXES: Final = ("", ".x", " é", "/a", "'q", "日本", "%20", "Ab", "+", ":c", "&", "ß", "\u0301", "#", "?")
"""What the names of a universe end in."""
FIELDS: Final[Mapping[str, tuple[str, Any, Any]]] = {
    "note": ("string", None, lambda r: r.choice(["", "a", "ünï", "'"])),
    "text": ("markdown", None, lambda r: r.choice(["# a", "a < b", "&amp;"])),
    "size": ("integer", None, lambda r: r.randint(-3, 3)),
    "share": ("number", None, lambda r: r.choice([0, 1.0, 2.5])),
    "levels": ("enum", {"values": ["low", "high", "Mid"], "multiSelect": True}, lambda r: r.sample(["low", "high", "Mid"], r.randint(0, 3))),
    "day": ("date-cp", "yyyy-MM-dd", lambda r: f"20{r.randint(10, 99)}-0{r.randint(1, 9)}-1{r.randint(0, 9)}"),
    "grid": ("table-cp", {"columns": ["a", "b"]}, lambda r: {"columns": ["a", "b"], "rows": [{"a": str(n), "b": "x"} for n in range(r.randint(0, 2))]}),
    "link": ("hyperlink-cp", None, lambda r: {"url": "https://a.b/c", **({"displayText": "t"} if r.random() < 0.5 else {})}),
    "span": ("timeInterval", None, lambda r: {"start": r.randint(0, 9), "end": 10}),
}  # fmt: skip
"""Custom properties of every type that can have some: property type, configuration, values."""
EXTENDED: Final = ("dashboard", "chart", "database", "domain", "dataProduct", "glossary", "glossaryTerm")
SPECIAL: Final = frozenset(
    {"name", "fullyQualifiedName", "email", "isBot", "provider", "tags", "extension", "rules", "teamType", "assets"}
    | {"serviceType", "connection", "authenticationMechanism", "password", "confirmPassword", "createPasswordType"}
    | {"botName", "default", "mutuallyExclusive", "location"}
)
"""Properties whose values are made here: rules of the server bind them."""
SEEDED: Final = {
    "policy": ("DataConsumerPolicy", "OrganizationPolicy"),
    "role": ("DataConsumer", "DataSteward"),
    "tag": ("Tier.Tier1", "PII.Sensitive"),
    "user": ("admin",),
}
"""What a server comes with and a set may refer to."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a universe: an entity that sets may declare."""

    kind: str
    base: str
    parent: str = ""
    """Key of the slot around it."""
    fixed: Mapping[str, Any] = field(default_factory=dict)


SLOTS: Final[dict[str, Slot]] = {
    "bi": Slot("DashboardService", "bi"),
    "bi2": Slot("DashboardService", "my.svc"),
    "db": Slot("DatabaseService", "db"),
    "db2": Slot("DatabaseService", "Größe db"),
    "dash1": Slot("Dashboard", "sales", "bi"),
    "dash2": Slot("Dashboard", "d.1", "bi"),
    "dash3": Slot("Dashboard", "Überblick", "bi2"),
    "chart1": Slot("Chart", "c1", "bi"),
    "chart2": Slot("Chart", "c.2", "bi"),
    "chart3": Slot("Chart", "c3", "bi2"),
    "base1": Slot("Database", "main", "db"),
    "base2": Slot("Database", "db.2", "db2"),
    "unit": Slot("Team", "Unit", fixed={"teamType": "BusinessUnit"}),
    "dept": Slot("Team", "Dept", fixed={"teamType": "Department"}),
    "group": Slot("Team", "data", fixed={"teamType": "Group"}),
    "group2": Slot("Team", "a.team", fixed={"teamType": "Group"}),
    "jane": Slot("User", "Jane"),
    "joe": Slot("User", "joe.doe"),
    "unal": Slot("User", "Ünal"),
    "robot": Slot("User", "robot", fixed={"isBot": True}),
    "dom": Slot("Domain", "Sales"),
    "sub": Slot("Domain", "Sub", "dom"),
    "dom2": Slot("Domain", "Fin.ance"),
    "prod": Slot("DataProduct", "p1"),
    "prod2": Slot("DataProduct", "p.2"),
    "colour": Slot("Classification", "Colour"),
    "excl": Slot("Classification", "Ex.clusive", fixed={"mutuallyExclusive": True}),
    "red": Slot("Tag", "red", "colour"),
    "dark": Slot("Tag", "dark", "red"),
    "blue": Slot("Tag", "b.lue", "colour"),
    "ex1": Slot("Tag", "one", "excl"),
    "ex2": Slot("Tag", "two", "excl"),
    "words": Slot("Glossary", "Words"),
    "words2": Slot("Glossary", "W.2"),
    "alpha": Slot("GlossaryTerm", "alpha", "words"),
    "beta": Slot("GlossaryTerm", "be.ta", "alpha"),
    "gamma": Slot("GlossaryTerm", "gamma", "words"),
    "delta": Slot("GlossaryTerm", "alpha", "words2"),
    "pol": Slot("Policy", "pol"),
    "pol2": Slot("Policy", "p.3"),
    "role": Slot("Role", "reader"),
    "role2": Slot("Role", "r.2"),
    "per": Slot("Persona", "per"),
    "per2": Slot("Persona", "p.4"),
    "bot": Slot("Bot", "bot"),
}
KEYS: Final = tuple(SLOTS)
PARENTS: Final = {
    "Dashboard": "service", "Chart": "service", "Database": "service", "Domain": "parent",
    "Tag": "classification", "GlossaryTerm": "glossary",
}  # fmt: skip
MIRRORED: Final = (
    ("dashboard", "charts", "chart", "dashboards"),
    ("team", "users", "user", "teams"),
    ("team", "parents", "team", "children"),
    ("persona", "users", "user", "personas"),
)
"""One relation, told by both ends: a set tells it from one of them."""


@dataclass(frozen=True, slots=True)
class Universe:
    """Names that are the same in all sets that are compared."""

    suffix: str

    def name(self, key: str) -> str:
        return SLOTS[key].base + self.suffix

    def fqn(self, key: str) -> str:
        slot = SLOTS[key]
        name = self.name(key)
        if slot.kind == "User":
            name = name.lower()
        return join(self.fqn(slot.parent) if slot.parent else "", name)

    def top(self, key: str) -> str:
        """The key of what stands above everything around a slot."""
        return self.top(SLOTS[key].parent) if SLOTS[key].parent else key


def universes() -> st.SearchStrategy[Universe]:
    return st.sampled_from(SUFFIXES).map(Universe)


@st.composite
def sets(draw: st.DrawFn, universe: Universe, most: int = 12, whole: bool = False) -> Set:
    """Up to about `most` documents; with `whole`, every entity declares all it can."""
    chosen = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=most, unique=True))
    order = _with_needs(chosen)
    maker = _Maker(universe, order, one_sided=draw(st.integers(0, 15)))
    return [
        maker.document(key, draw(st.integers(0, 2**32 - 1)), -1 if whole else draw(st.integers(0, 2**40 - 1)),
                       0 if whole else draw(st.integers(0, 2**40 - 1)))
        for key in order
    ]  # fmt: skip


def _with_needs(chosen: list[str]) -> list[str]:
    """The slots in their order, each after what it cannot be without."""
    order: list[str] = []

    def add(key: str) -> None:
        slot = SLOTS[key]
        for need in (slot.parent, "robot" if slot.kind == "Bot" else "", "dom" if slot.kind == "DataProduct" else ""):
            if need:
                add(need)
        if key not in order:
            order.append(key)

    for key in chosen:
        add(key)
    return order


class _Maker:
    """The documents of one set, each referring to those made before it."""

    def __init__(self, universe: Universe, order: list[str], one_sided: int) -> None:
        self._universe, self._order = universe, order
        self._made: dict[str, Document] = {}
        self._silent = {
            (first, name) if one_sided >> number & 1 else (second, other)
            for number, (first, name, second, other) in enumerate(MIRRORED)
        }
        terms = [key for key in order if SLOTS[key].kind == "GlossaryTerm"]
        self._telling = set(terms[len(terms) // 2 :])
        """The terms that say to which others they are related; those others do not say it of them."""

    def document(self, key: str, seed: int, declared: int, nulls: int) -> Document:
        """The document of a slot. `declared` and `nulls` are bits, one for each property in turn."""
        slot, rng = SLOTS[key], random.Random(seed)
        whole = {**self._plain(slot, rng), **self._referring(key, slot, rng)}
        spec: Document = {"name": self._universe.name(key), **self._placed(slot), **slot.fixed}
        required = {p.name for p in KINDS[slot.kind].properties if p.required} | {
            "domains" if slot.kind == "DataProduct" else ""
        }
        for number, name in enumerate(sorted(whole)):
            bit = _bound_with(name)
            if name in required or declared >> (hash_of(bit) % 40) & 1:
                spec[name] = whole[name]
                if name not in required and nulls >> (hash_of(bit) % 40) & 1 and nulls >> (number + 3) % 40 & 1:
                    spec[name] = (
                        rng.choice([None, type(whole[name])()]) if isinstance(whole[name], list | dict) else None
                    )
        if spec.get("dataProducts") and not spec.get("domains"):
            spec["dataProducts"] = []
        if slot.kind == "User":
            spec["email"] = f"{key}@Acme.io"
        self._made[key] = spec
        return {"kind": slot.kind, "spec": spec}

    def _placed(self, slot: Slot) -> Document:
        if not slot.parent:
            return {}
        above = SLOTS[slot.parent]
        name = PARENTS[slot.kind]
        if slot.kind == "Tag" and above.kind == "Tag":
            return {"classification": self._universe.fqn(above.parent), "parent": self._universe.fqn(slot.parent)}
        if slot.kind == "GlossaryTerm" and above.kind == "GlossaryTerm":
            return {"glossary": self._universe.fqn(above.parent), "parent": self._universe.fqn(slot.parent)}
        return {name: self._universe.fqn(slot.parent)}

    def _plain(self, slot: Slot, rng: random.Random) -> Document:
        """Properties that refer to nothing, from the schema."""
        made = _sampled(slot.kind, "", rng)
        if slot.kind in TYPES:
            service_type = rng.choice(TYPES[slot.kind][: 1 if rng.random() < 0.8 else None])
            made |= {"serviceType": rng.choice([service_type] * 3 + [service_type.lower()])}
            made["connection"] = _connection(slot.kind, service_type, rng)
        if slot.kind == "Policy":
            made["rules"] = [_rule(rng, number) for number in range(rng.randint(1, 3))]
        if KINDS[slot.kind].entity_type in EXTENDED:
            names = rng.sample(sorted(FIELDS), rng.randint(1, 4))
            made["extension"] = {name: FIELDS[name][2](rng) for name in names}
        if KINDS[slot.kind].property("provider"):
            made["provider"] = "user"
        if "mutuallyExclusive" not in slot.fixed and slot.kind in ("Glossary", "Tag"):
            made["mutuallyExclusive"] = rng.random() < 0.3
        return made

    def _referring(self, key: str, slot: Slot, rng: random.Random) -> Document:
        spec = KINDS[slot.kind]
        made: Document = {}
        for reference in spec.references:
            name = reference.property
            if (spec.entity_type, name) in self._silent or name in (
                "dataModels",
                "ingestionRunner",
                "dataProducts",
                "domain",
            ):
                continue
            value = self._value(key, slot, name, reference.entities, rng)
            if value is not None:
                made[name] = value if reference.many else value[0] if value else None
        if spec.property("tags"):
            made["tags"] = self._labels(rng)
        if spec.reference("dataProducts"):
            self._with_products(made, rng)
        return made

    def _known(self, *entity_types: str) -> list[str]:
        return [key for key in self._made if KINDS[SLOTS[key].kind].entity_type in entity_types]

    def _value(
        self, key: str, slot: Slot, name: str, entities: tuple[str, ...], rng: random.Random
    ) -> list[Any] | None:
        fqn = self._universe.fqn
        if name in ("owners", "reviewers"):
            return self._people(name, rng)
        if name == "domains":
            domains = [fqn(k) for k in self._known("domain")]
            if slot.kind == "DataProduct":
                return [rng.choice(domains)]
            return rng.sample(domains, min(len(domains), 1))
        if name == "relatedTerms":
            terms = [fqn(k) for k in self._known("glossaryTerm") if k not in self._telling]
            return _some(terms, rng) if key in self._telling else None
        if name in ("parents", "children"):
            return self._family(slot, name, rng)
        if name == "botUser":
            return [fqn("robot")]
        if name == "policies":
            found = [fqn(k) for k in self._known("policy")] + list(SEEDED["policy"])
            return rng.sample(found, rng.randint(1, min(2, len(found))))
        if name == "charts" or name == "dashboards":
            kind = entities[0]
            return _some([fqn(k) for k in self._known(kind)], rng)
        known = [fqn(k) for k in self._known(*entities)]
        if name == "users":
            known = [u for u in known if "robot" not in u]
        return _some([*known, *SEEDED.get(entities[0], ())] if entities[0] == "role" else known, rng)

    def _people(self, name: str, rng: random.Random) -> list[Any]:
        users = [self._universe.fqn(k) for k in self._known("user")]
        groups = [self._universe.fqn(k) for k in self._known("team") if SLOTS[k].fixed["teamType"] == "Group"]
        if groups and rng.random() < 0.4:
            return [_spelled("team", rng.choice(groups), rng)]
        return [_spelled("user", user, rng) for user in _some([*users, "admin"], rng)]

    def _family(self, slot: Slot, name: str, rng: random.Random) -> list[str] | None:
        above = {"BusinessUnit": (), "Department": ("BusinessUnit",), "Group": ("BusinessUnit", "Department")}
        below = {"BusinessUnit": ("Department", "Group"), "Department": ("Group",), "Group": ()}
        own = slot.fixed["teamType"]
        wanted = (above if name == "parents" else below)[own]
        teams = [self._universe.fqn(k) for k in self._known("team") if SLOTS[k].fixed["teamType"] in wanted]
        if name == "parents" and own == "BusinessUnit":
            return ["Organization"]
        return _some(teams, rng)

    def _labels(self, rng: random.Random) -> list[Document]:
        """At most one of each parent: any of them may be exclusive."""
        tags = [(k, self._universe.fqn(k), "Classification") for k in self._known("tag")]
        terms = [(k, self._universe.fqn(k), "Glossary") for k in self._known("glossaryTerm")]
        found: dict[str, Document] = {}
        for key, fqn, source in rng.sample(tags + terms, min(3, len(tags + terms))):
            found.setdefault(SLOTS[key].parent, _label(fqn, source, rng))
        if rng.random() < 0.4:
            found["Tier"] = _label(rng.choice(["Tier.Tier1", "Tier.Tier2"]), "Classification", rng)
        return list(found.values())

    def _with_products(self, made: Document, rng: random.Random) -> None:
        """Data products belong to the domain; where one of the two is told, both are."""
        keys = self._known("dataProduct")
        made["dataProducts"] = []
        if keys and rng.random() < 0.6:
            key = rng.choice(keys)
            made["domains"] = list(self._made[key]["domains"])
            made["dataProducts"] = [self._universe.fqn(key)]


def _bound_with(name: str) -> str:
    """Properties that are declared together or not at all."""
    return "domains" if name == "dataProducts" else name


def hash_of(name: str) -> int:
    """The same in every process."""
    return sum(ord(letter) * (index + 1) for index, letter in enumerate(name))


def _some(known: list[str], rng: random.Random) -> list[str]:
    return rng.sample(known, rng.randint(0, min(2, len(known))))


def _spelled(entity_type: str, fqn: str, rng: random.Random) -> Any:
    name = fqn[1:-1] if fqn.startswith('"') else fqn
    return rng.choice([f"{entity_type}:{name}"] * 3 + [{"type": entity_type, "name": name}])


def _label(fqn: str, source: str, rng: random.Random) -> Document:
    return {
        "tagFQN": fqn,
        **({"source": source} if rng.random() < 0.5 else {}),
        **({"labelType": "Manual"} if rng.random() < 0.2 else {}),
    }


def _rule(rng: random.Random, number: int) -> Document:
    operations = ["ViewAll", "ViewBasic", "EditAll", "EditTags", "EditOwners", "Create", "Delete", "All"]
    rule = {
        "name": f"r{number}",
        "effect": rng.choice(["allow", "deny"]),
        "operations": rng.sample(operations, rng.randint(1, 3)),
        "resources": rng.sample(["dashboard", "Chart", "all", "All", "table"], rng.randint(1, 2)),
        "description": rng.choice(["d", "it's"]),
        "condition": rng.choice(["isOwner()", "noOwner()", "matchAnyTag('PII.Sensitive')"]),
    }
    for name in ("description", "condition"):
        if rng.random() < 0.5:
            del rule[name]
    return rule


@cache
def _schema(kind: str, service_type: str) -> Document:
    """The create schema without what is made here; of a service type, its connection alone."""
    name = f"{kind}.{service_type}" if service_type else kind
    schema: Document = json.loads(SCHEMAS.joinpath(f"{name}.json").read_text("utf-8"))
    spec = KINDS[kind]
    names = {r.property for r in spec.references} | {p.property for p in spec.parents} | SPECIAL
    if service_type:
        kept = {"connection"}
        schema["required"] = ["connection"]
    else:
        kept = schema["properties"].keys() - names
        schema["required"] = [name for name in schema.get("required", ()) if name in kept]
    schema["properties"] = {name: value for name, value in schema["properties"].items() if name in kept}
    schema.pop("anyOf", None)
    return schema


def _sampled(kind: str, service_type: str, rng: random.Random) -> Document:
    for _ in range(20):
        try:
            value = compiled(_schema(kind, service_type)).payload(RandomSource(rng), most_values=60)
        except UnsatisfiableError:
            continue
        return {name: _tamed(name, item) for name, item in value.items() if item is not None}
    return {}


def _tamed(name: str, value: Any) -> Any:
    """The value without what a server cannot hold, or may change in ways that nobody can foresee."""
    if isinstance(value, dict):
        return {key: _tamed(key, item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_tamed(name, item) for item in value if item is not None]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return max(-(2**53), min(2**53, value))
    if isinstance(value, str) and name == "description" and html.unescape(sanitized(value)) != html.unescape(value):
        return value.replace("<", "(").replace("&", "+")
    return value


def _connection(kind: str, service_type: str, rng: random.Random) -> Document:
    """Of one service type, with passwords that are neither the server's mask nor nothing."""
    connection = _sampled(kind, service_type, rng).get("connection") or {"config": {}}
    names = secret_names(_schema(kind, service_type))
    for path, written in list(secret_paths(connection, names)):
        if not written or set(written) == {"*"}:
            connection = replaced_at(connection, path, f"s3cret{rng.randint(0, 9)}")
    whole: Document = connection
    return whole


def prepare(place: Place, documents: Set) -> None:
    """Custom properties on the server, if the documents have any."""
    if not any(document["spec"].get("extension") for document in documents):
        return
    kinds = {name: place.call("GET", f"metadata/types/name/{name}")["id"] for name in {f[0] for f in FIELDS.values()}}
    properties = [
        {"name": name, "description": "d", "propertyType": {"id": kinds[kind], "type": "type"}}
        | ({"customPropertyConfig": {"config": config}} if config else {})
        for name, (kind, config, _) in FIELDS.items()
    ]
    patch = [{"op": "add", "path": "/customProperties", "value": properties}]
    headers = {"Content-Type": "application/json-patch+json"}
    for entity_type in EXTENDED:
        place.call("PATCH", f"metadata/types/name/{entity_type}", patch, **headers)


Check = Callable[[Place, Set], None]
