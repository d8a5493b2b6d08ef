"""The laws of plan, apply and destroy, each as a function of an example: tests run them bounded, `fuzz.py` long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from html import unescape
from typing import Any, Final

from hypothesis import strategies as st
from lifecycle.lifecycle_inprocess import KINDS, Place, Snapshot, place
from lifecycle.lifecycle_worlds import MIRRORED, Set, prepare, sets, universes

from openmetadata_provider import Applied, OpenMetadata, Plan, PlanOptions, destroy, plan
from openmetadata_provider.client.differences import covers
from openmetadata_provider.lifecycle.catalogue import Catalogue, Declaration
from openmetadata_provider.lifecycle.loading import manifests_from

TALLY: Counter[str] = Counter()
"""What ran so far, by law: cases, sets, entities, requests."""
ANYTHING: Final = PlanOptions(allow_replace=True, on_deleted="purge")
RELEASES: Final = (
    {"version": "1.13.0"},
    {"version": "1.8.0"},
    {"version": "1.10.0"},
    {"version": "1.13.3"},
    {"version": "2.0.0"},
    {"version": "1.13.0", "sanitize_descriptions": "2.0"},
)
SET_LATER: Final = frozenset({"followers", "votes", "certification", "disabled", "entityStatus"})
"""Properties that no manifest holds, and people set."""
Options = Mapping[str, Any]


def planned(om: OpenMetadata, documents: Set, options: PlanOptions = ANYTHING) -> Plan:
    """The plan of the documents. AssertionError if it refuses."""
    made = plan(om, documents, options=options, parallelism=1)
    assert not made.refusals, made.refusals
    return made


def applied(om: OpenMetadata, documents: Set, options: PlanOptions = ANYTHING) -> Applied:
    """What became of the documents. AssertionError, which names what failed, unless everything is done."""
    result = planned(om, documents, options).apply()
    assert result.is_complete, [str(outcome) for outcome in result.undone]
    return result


def _count(law: str, server: Place, *declared: Set) -> None:
    TALLY[f"{law}: cases"] += 1
    TALLY["sets"] += len(declared)
    TALLY["entities"] += sum(map(len, declared))
    TALLY["requests"] += server.transport.requests.total


# The laws. Each raises AssertionError where it does not hold.


def settles(options: Options, x: Set) -> None:
    """A plan writes nothing; after an apply the plan is empty, and another apply sends nothing."""
    with place(**options) as server:
        prepare(server, x)
        before = server.transport.writes
        planned(server.admin, x)
        assert server.transport.writes == before, "the plan wrote"
        applied(server.admin, x)
        done = server.transport.writes
        again = planned(server.admin, x)
        assert again.is_empty, str(again)
        assert applied(server.admin, x).requests == 0
        assert server.transport.writes == done, "the second apply wrote"
        _count("settles", server, x)


def follows(options: Options, x: Set, y: Set, rotate: bool) -> None:
    """From x to y ends where y alone does, in all that y declares."""
    chosen = PlanOptions(allow_replace=True, on_deleted="purge", rotate_secrets=rotate)
    with place(**options) as server, place(**options) as fresh:
        for one in (server, fresh):
            prepare(one, [*x, *y])
        applied(server.admin, x)
        applied(server.admin, y, chosen)
        again = planned(server.admin, y)
        assert again.is_empty, str(again)
        applied(fresh.admin, y)
        found = declared_part(server.snapshot(reveals=rotate), y)
        wanted = declared_part(fresh.snapshot(reveals=rotate), y)
        assert found == wanted, list(differing(found, wanted))
        _count("follows", server, x, y)


def leaves_nothing(options: Options, x: Set) -> None:
    """What was applied and is destroyed leaves the server as it was."""
    with place(**options) as server:
        prepare(server, x)
        before = server.snapshot()
        applied(server.admin, x)
        gone = destroy(server.admin, x, parallelism=1)
        assert not gone.refusals, gone.refusals
        result = gone.apply()
        assert result.is_complete, [str(outcome) for outcome in result.undone]
        after = server.snapshot()
        assert after == before, list(differing(after, before))
        assert destroy(server.admin, x, parallelism=1).is_empty
        _count("leaves nothing", server, x)


def spares(options: Options, others: Set, x: Set) -> None:
    """What somebody else set, and x does not declare, stays as it is."""
    with place(**options) as server:
        prepare(server, [*others, *x])
        applied(server.admin, others)
        before = server.snapshot()
        result = applied(server.admin if len(x) % 2 else server.bot, x)
        replaced = {o.change.key for o in result.outcomes if o.change.action.value != "update"}
        after = server.snapshot()
        for key, entity in before.items():
            if not _is_below(key[1], replaced):
                assert key in after, key
                check_spared(key, _held_on(entity, replaced), _held_on(after[key], replaced), x)
        _count("spares", server, others, x)


def _is_below(fqn: str, replaced: Collection[tuple[str, str]]) -> bool:
    return any(fqn == name or fqn.startswith(f"{name}.") for _, name in replaced)


def _held_on(entity: Mapping[str, Any], replaced: Collection[tuple[str, str]]) -> dict[str, Any]:
    """An entity without its references to what was replaced: those go with it."""
    return {name: _still(value, replaced) for name, value in entity.items()}


def _still(value: Any, replaced: Collection[tuple[str, str]]) -> Any:
    if isinstance(value, str):
        return None if ":" in value and _is_below(value.partition(":")[2], replaced) else value
    if isinstance(value, list):
        return [item for item in value if not _is_below(_fqn(item), replaced)]
    return value


def _fqn(item: Any) -> str:
    if isinstance(item, dict) and "tagFQN" in item:
        return str(item["tagFQN"])
    return _name(item).partition(":")[2]


def check_spared(key: tuple[str, str], before: Mapping[str, Any], after: Mapping[str, Any], declared: Set) -> None:
    """What the documents do not declare of an entity is as it was; a connection may have got defaults."""
    was, now = undeclared_part(key, before, declared), undeclared_part(key, after, declared)
    kept, found = was.pop("connection", {}), now.pop("connection", {})
    assert was == now, (key, list(differing({key: now}, {key: was})))
    assert covers(found, kept), (key, kept, found)


def is_the_same_for_a_bot(options: Options, x: Set, y: Set) -> None:
    """An admin's token and a bot's lead to the same."""
    with place(**options) as one, place(**options) as other:
        for server, om in ((one, one.admin), (other, other.bot)):
            prepare(server, [*x, *y])
            applied(om, x)
            applied(om, y)
            assert planned(om, y).is_empty, str(planned(om, y))
        found, wanted = other.snapshot(), one.snapshot()
        assert found == wanted, list(differing(found, wanted))
        _count("same for a bot", one, x, y)


def empties(options: Options, x: Set, emptied: Set) -> None:
    """Null and empty remove; then there is nothing to do."""
    with place(**options) as server:
        prepare(server, x)
        applied(server.admin, x)
        applied(server.admin, emptied)
        again = planned(server.admin, emptied)
        assert again.is_empty, str(again)
        after = server.snapshot()
        for declaration in Catalogue(manifests_from(emptied)):
            for name, value in declaration.payload.items():
                if value in (None, [], {}, "") and name in after[declaration.key]:
                    left = after[declaration.key][name]
                    assert _is_nothing(declaration, name, left), (declaration.key, name, left)
        _count("empties", server, x)


def _is_nothing(declaration: Declaration, name: str, left: Any) -> bool:
    """What the server shows where nothing is set: a default, or what is inherited or derived."""
    known = declaration.spec.property(name)
    if known is not None and known.default is not None:
        return bool(left == known.default)
    if isinstance(left, list):
        return all(_is_added(item) for item in left)
    return isinstance(left, str) and left.endswith("^")


def _is_added(item: Any) -> bool:
    if isinstance(item, dict):
        return item.get("labelType") == "Derived" or str(item.get("term", "")).endswith("^")
    return str(item).endswith("^") or item == "team:Organization"


# What is compared.


def declared_part(snapshot: Snapshot, declared: Set) -> Snapshot:
    """What the documents declare, of a snapshot."""
    found: Snapshot = {}
    for declaration in Catalogue(manifests_from(declared)):
        entity = snapshot.get(declaration.key, {})
        found[declaration.key] = {
            name: _projected(name, value, entity.get(name)) for name, value in _declared(declaration).items()
        }
    return found


def _declared(declaration: Declaration) -> dict[str, Any]:
    renamed = {"owner": "owners", "domain": "domains"}
    return {renamed.get(name, name): value for name, value in declaration.payload.items()}


def _projected(name: str, value: Any, held: Any, *, is_inside: bool = False) -> Any:
    """What is held of an object, key by key as declared; the rest whole, in a form that says what counts."""
    if isinstance(value, dict) and (value or is_inside) and isinstance(held, dict):
        inner = {key: _projected(key, item, held.get(key), is_inside=True) for key, item in value.items()}
        return {key: item for key, item in inner.items() if item is not None} or None
    return _normal(name, held)


def _normal(name: str, held: Any) -> Any:
    if isinstance(held, str) and name in ("description", "email"):
        return unescape(held).lower() if name == "email" else unescape(held)
    if isinstance(held, list):
        own = [item for item in held if not _is_added(item) or item == "team:Organization"]
        return sorted(own, key=str) if own else None
    return None if held in ("", {}) or (isinstance(held, str) and held.endswith("^")) else held


def undeclared_part(key: tuple[str, str], entity: Mapping[str, Any], declared: Set) -> dict[str, Any]:
    """What no document declares, of an entity; references that another's document tells are left out."""
    declarations = {d.key: d for d in Catalogue(manifests_from(declared))}
    own = declarations.get(key)
    names = _declared(own) if own is not None else {}
    told = set(_told(key[0], declarations))
    if key == ("team", "Organization"):
        entity = {**entity, "users": [], "children": []}  # who is in no other team
    part = {}
    for name, held in entity.items():
        if name not in names:
            part[name] = held if isinstance(held, dict) else _without(held, told)
        elif names[name] and isinstance(names[name], dict):  # an empty one removes
            part[name] = _beside(names[name], held)
    spec = next(spec for spec in KINDS.values() if spec.entity_type == key[0])
    own_names = {p.name for p in spec.properties} | {r.property for r in spec.references} | SET_LATER
    part = {name: value for name, value in part.items() if name in own_names - {"name", "fullyQualifiedName", "assets"}}
    return {name: value for name, value in part.items() if value not in (None, [], {})}


def _beside(declared: Any, held: Any) -> Any:
    if not isinstance(declared, dict) or not isinstance(held, dict):
        return None
    rest = {key: _beside(declared[key], value) if key in declared else value for key, value in held.items()}
    return {key: value for key, value in rest.items() if value not in (None, {})}


def _told(entity_type: str, declarations: Mapping[tuple[str, str], Declaration]) -> Iterator[str]:
    """References that documents declare from their other end."""
    for declaration in declarations.values():
        for first, name, second, other in MIRRORED:
            for here, property, there in ((first, name, second), (second, other, first)):
                if declaration.spec.entity_type == here and there == entity_type and property in declaration.payload:
                    yield f"{here}:{declaration.fqn}"
        if declaration.spec.entity_type == "glossaryTerm" == entity_type and "relatedTerms" in declaration.payload:
            yield f"glossaryTerm:{declaration.fqn}"


def _without(held: Any, told: set[str]) -> Any:
    """What is held without what others tell, and without what is inherited or derived: that follows from others."""
    if isinstance(held, str):
        return None if held.endswith("^") else held
    if not isinstance(held, list):
        return held
    return [item for item in held if not _is_added(item) and _name(item) not in told]


def _name(item: Any) -> str:
    return str(item.get("term") if isinstance(item, dict) else item)


def differing(found: Snapshot, wanted: Snapshot) -> Iterator[str]:
    """What differs, for a message."""
    for key in sorted(found.keys() | wanted.keys()):
        one, other = found.get(key), wanted.get(key)
        if one is None or other is None:
            yield f"{key}: {'missing' if one is None else 'too much'}"
            continue
        for name in sorted(one.keys() | other.keys()):
            if one.get(name) != other.get(name):
                yield f"{key} {name}: {one.get(name)!r} instead of {other.get(name)!r}"


# Examples.


def releases() -> st.SearchStrategy[Options]:
    return st.sampled_from(RELEASES)


@st.composite
def one_set(draw: st.DrawFn) -> Set:
    return draw(sets(draw(universes())))


@st.composite
def two_sets(draw: st.DrawFn, whole: bool = False) -> tuple[Set, Set]:
    universe = draw(universes())
    return draw(sets(universe, whole=whole)), draw(sets(universe))


@st.composite
def emptied_sets(draw: st.DrawFn) -> tuple[Set, Set]:
    """A set, and the same with some of its properties empty."""
    x = draw(sets(draw(universes()), whole=True))
    bits = draw(st.lists(st.integers(0, 2**24 - 1), min_size=len(x), max_size=len(x)))
    return x, [_emptied(document, number) for document, number in zip(x, bits, strict=True)]


def _emptied(document: dict[str, Any], bits: int) -> dict[str, Any]:
    spec = KINDS[document["kind"]]
    kept = {p.name for p in spec.properties if p.required or p.immutable} | {p.property for p in spec.parents}
    kept |= {"policies", "provider", "isBot", "serviceType"} | ({"domains"} if spec.kind == "DataProduct" else set())
    values = {
        name: _nothing(value, bits >> index) if name not in kept and bits >> index & 1 else value
        for index, (name, value) in enumerate(document["spec"].items())
    }
    if not values.get("domains") and "dataProducts" in values:
        values["dataProducts"] = []
    return {"kind": document["kind"], "spec": values}


def _nothing(value: Any, bits: int) -> Any:
    return type(value)() if isinstance(value, list | dict) and bits & 2 else None


LAWS: Final[Mapping[str, tuple[Callable[..., None], tuple[st.SearchStrategy[Any], ...]]]] = {
    "settles": (settles, (releases(), one_set())),
    "follows": (lambda o, xy, rotate: follows(o, *xy, rotate), (releases(), two_sets(), st.booleans())),
    "leaves nothing": (leaves_nothing, (releases(), one_set())),
    "spares": (lambda o, xy: spares(o, *xy), (releases(), two_sets(whole=True))),
    "same for a bot": (lambda o, xy: is_the_same_for_a_bot(o, *xy), (releases(), two_sets())),
    "empties": (lambda o, xy: empties(o, *xy), (releases(), emptied_sets())),
}
"""Every law with the strategies of its arguments."""
