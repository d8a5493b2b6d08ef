"""The state machine that does the same to a sandbox and to the model of `sandbox_model`, and compares."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

import httpx
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sandbox_callers import COLLECTIONS, Api
from sandbox_model import BOT, CHILDREN, FIELDS, SETS, TARGETS, Expected, Fields, Key, Model

SERVICES = ("s0", "s1")
TEXTS = st.sampled_from(["one", "two", "three & <b>four</b>"])
TAGS = st.frozensets(st.sampled_from(["Colour.Red", "Colour.Blue", "Tier.Tier1", "Tier.Tier2"]), max_size=2)
USERS = st.frozensets(st.sampled_from(["admin", "reader", BOT]), max_size=2)
CHARTS = st.frozensets(st.sampled_from([f"{service}.c{n}" for service in SERVICES for n in range(2)]), max_size=2)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "description": TEXTS,
    "displayName": TEXTS,
    "sourceUrl": st.sampled_from(["https://bi.example.com/1", "https://bi.example.com/2"]),
    "owners": USERS,
    "reviewers": USERS,
    "tags": TAGS,
    "domains": st.frozensets(st.sampled_from(["sales", "finance"]), max_size=1),
    "charts": CHARTS,
}
REQUIRED = {"DashboardService": {"serviceType": "Metabase"}, "Dashboard": {}, "Chart": {}, "Glossary": {}}
VALUES["dashboards"] = st.frozensets(st.sampled_from(["s0.d0", "s0.d1", "s1.d0"]), max_size=2)
ACTORS = st.sampled_from(["admin", BOT])
KEYS = st.one_of(
    st.sampled_from([Key("DashboardService", name) for name in SERVICES]),
    st.sampled_from([Key("Dashboard", f"{service}.d{n}") for service in SERVICES for n in range(2)]),
    st.sampled_from([Key("Chart", f"{service}.c{n}") for service in SERVICES for n in range(2)]),
    st.sampled_from([Key("Glossary", name) for name in ("g0", "g1")]),
)


def _fields(kind: str, *, cleared: bool) -> st.SearchStrategy[Fields]:
    """Some properties of a kind; `cleared` allows None, which PATCH takes for a removal."""
    options = {
        name: st.none() | VALUES[name] if cleared and name not in SETS and (kind, name) != ("Glossary", "description")
        else VALUES[name]
        for name in FIELDS[kind]
    }  # fmt: skip
    required = {"description": options.pop("description")} if (kind, cleared) == ("Glossary", False) else {}
    return st.fixed_dictionaries(required, optional=options)


CREATED = KEYS.flatmap(lambda key: st.tuples(st.just(key), _fields(key.kind, cleared=False)))
PATCHED = KEYS.flatmap(lambda key: st.tuples(st.just(key), _fields(key.kind, cleared=True)))
ROWS = st.lists(
    st.sampled_from(SERVICES).flatmap(
        lambda service: st.tuples(
            st.sampled_from([Key("Dashboard", f"{service}.d{n}") for n in range(2)]),
            _fields("Dashboard", cleared=False),
        )
    ),
    max_size=4,
)
_runs = count()


class CatalogueMachine(RuleBasedStateMachine):
    """Names of services and glossaries get a suffix of their own in every run: all runs share one sandbox.

    A PATCH has an `If-Match`, unless somebody else wrote last: whether it is consolidated is then no question.
    """

    def __init__(self, callers: dict[str, Api], users: dict[str, str]) -> None:
        super().__init__()
        self.model = Model()
        self._callers = callers
        self._users = users
        self._run = f"r{next(_runs)}"
        self._ids: dict[Key, str] = {}

    @initialize()
    def begin(self) -> None:
        """A service, a dashboard and the chart it shows, or most walks would meet nothing but 404."""
        self.post((Key("DashboardService", "s0"), {"domains": frozenset({"sales"})}), "admin")
        self.post((Key("Chart", "s0.c0"), {}), "admin")
        self.post((Key("Dashboard", "s0.d0"), {"charts": frozenset({"s0.c0"})}), "admin")

    @rule(wanted=CREATED, actor=ACTORS)
    def post(self, wanted: tuple[Key, Fields], actor: str) -> None:
        key, given = wanted
        answer = self._callers[actor].post(key.kind, self._request(key, given))
        self._compare(answer, self.model.post(key, given, actor), key)

    @rule(wanted=CREATED, actor=ACTORS)
    def put(self, wanted: tuple[Key, Fields], actor: str) -> None:
        key, given = wanted
        answer = self._callers[actor].put(key.kind, self._request(key, given))
        self._compare(answer, self.model.put(key, given, actor), key)

    @rule(wanted=CREATED, actor=ACTORS)
    def put_twice(self, wanted: tuple[Key, Fields], actor: str) -> None:
        """The second does nothing."""
        self.put(wanted, actor)
        self.put(wanted, actor)

    @rule(rows=ROWS, actor=ACTORS)
    def bulk(self, rows: list[tuple[Key, Fields]], actor: str) -> None:
        answer = self._callers[actor].bulk("Dashboard", [self._request(key, given) for key, given in rows])
        expected = self.model.bulk(rows, actor)
        result = answer.json()
        passed = [self._name(key.fqn) for (key, _), each in zip(rows, expected, strict=True) if each.status < 300]
        assert [row["request"] for row in result["successRequest"]] == passed, answer.text
        assert result["numberOfRowsFailed"] == len(rows) - len(passed)
        for key, _ in rows:
            self._look(key)

    @rule(wanted=PATCHED, actor=ACTORS)
    def patch(self, wanted: tuple[Key, Fields], actor: str) -> None:
        key, given = wanted
        if key not in self.model.things or not self._are_known(given):
            return
        thing = self.model.things[key]
        operations = [self._operation(name, value, thing.fields) for name, value in given.items()]
        headers = {} if thing.updated_by != actor else {"If-Match": f'W/"{thing.version}"'}
        answer = self._callers[actor].patch(key.kind, self._id(key), [each for each in operations if each], **headers)
        self._compare(answer, self.model.patch(key, given, actor), key)

    @rule(key=KEYS, actor=ACTORS, path=st.sampled_from(["id", "fullyQualifiedName", "service", "version", "updatedBy"]))
    def patch_what_is_fixed(self, key: Key, actor: str, path: str) -> None:
        """Put back without a word."""
        if self.model.is_live(key) and (path != "service" or key.kind in CHILDREN):
            value = {"id": self._users["admin"], "type": "dashboardService"} if path == "service" else "other"
            operations = [{"op": "add", "path": f"/{path}", "value": value}]
            answer = self._callers[actor].patch(key.kind, self._id(key), operations)
            self._compare(answer, self.model.patch(key, {}, actor), key)

    @rule(key=KEYS, actor=ACTORS, operation=st.sampled_from(["outdated", "deleted"]))
    def patch_what_is_refused(self, key: Key, actor: str, operation: str) -> None:
        """412 for a version that has gone by, 400 for `deleted`, 404 for what is deleted."""
        if key not in self.model.things:
            return
        thing = self.model.things[key]
        headers = {"If-Match": f'W/"{round(thing.version + 0.1, 1)}"'} if operation == "outdated" else {}
        path, value = ("/displayName", "x") if operation == "outdated" else ("/deleted", True)
        body = [{"op": "add", "path": path, "value": value}]
        answer = self._callers[actor].patch(key.kind, self._id(key), body, **headers)
        status = 404 if thing.deleted else 412 if operation == "outdated" else 400
        self._compare(answer, Expected(status), key)

    @rule(names=st.permutations(["g0", "g1"]), actor=ACTORS)
    def rename(self, names: list[str], actor: str) -> None:
        key, new = (Key("Glossary", name) for name in names)
        if not self.model.is_live(key):
            return
        operations = [{"op": "replace", "path": "/name", "value": self._name(new.fqn)}]
        headers = {"If-Match": f'W/"{self.model.things[key].version}"'}
        answer = self._callers[actor].patch(key.kind, self._id(key), operations, **headers)
        expected = self.model.rename(key, new, actor)
        if expected.status == 200:
            self._ids[new] = self._ids.pop(key)
        self._compare(answer, expected, key)

    @rule(key=KEYS, actor=ACTORS, hard=st.booleans(), recursive=st.booleans())
    def delete(self, key: Key, actor: str, hard: bool, recursive: bool) -> None:
        path = self._id(key) if key in self.model.things else f"name/{self._name(key.fqn)}"
        params = {"hardDelete": str(hard).lower(), "recursive": str(recursive).lower()}
        answer = self._callers[actor].delete(key.kind, path, **params)
        self._compare(answer, self.model.delete(key, actor, hard=hard, recursive=recursive), key)

    @rule(key=KEYS, actor=ACTORS)
    def restore(self, key: Key, actor: str) -> None:
        if key not in self.model.things or (key.kind in CHILDREN and not self.model.is_live(key.parent)):
            return  # the reference is silent on a child that lives below a deleted parent
        body = {"id": self._id(key)}
        answer = self._callers[actor].call("PUT", f"{COLLECTIONS[key.kind]}/restore", json=body)
        self._compare(answer, self.model.restore(key, actor), key)

    def teardown(self) -> None:
        for key in () if sys.exc_info()[0] else self.model.things:  # after a failure there is nothing more to find
            self._look(key)
            self._look_back(key)

    def _compare(self, answer: httpx.Response, expected: Expected, key: Key) -> None:
        assert answer.status_code == expected.status, f"{answer.status_code}, not {expected.status}: {answer.text}"
        if expected.status < 300:
            assert answer.headers["X-OpenMetadata-Change"] == expected.change, answer.text
        for each in dict.fromkeys((key, *expected.touched)):
            self._look(each)

    def _look(self, key: Key) -> None:
        """The entity is what the model has, for those who ask for deleted ones and for those who do not."""
        path = f"{COLLECTIONS[key.kind]}/name/{self._name(key.fqn)}"
        fields = ",".join(name for name in FIELDS[key.kind] if name in SETS)
        thing = self.model.things.get(key)
        answer = self._callers["admin"].get(path, include="all", fields=fields)
        assert answer.status_code == (404 if thing is None else 200), answer.text
        plain = self._callers["admin"].get(path)
        assert plain.status_code == (200 if self.model.is_live(key) else 404)
        if thing is None:
            self._ids.pop(key, None)
            return
        found = answer.json()
        self._ids.setdefault(key, found["id"])
        assert found["id"] == self._ids[key]
        assert (found["version"], found["deleted"], found["updatedBy"]) == (
            thing.version, thing.deleted, thing.updated_by,
        ), key  # fmt: skip
        shown = {name: self._shown(name, found.get(name)) for name in FIELDS[key.kind]}
        domains, inherited = self.model.domains(key)
        wanted = {name: thing.fields.get(name) for name in FIELDS[key.kind]} | {"domains": domains or None}
        different = {name: (shown[name], wanted[name]) for name in wanted if shown[name] != wanted[name]}
        assert not different, f"{key}, found and wanted: {different}"
        assert all(ref.get("inherited", False) == inherited for ref in found["domains"])
        described = found.get("changeDescription", {})
        lists = (described.get(name, []) for name in ("fieldsAdded", "fieldsUpdated", "fieldsDeleted"))
        assert {change["name"] for changes in lists for change in changes} == thing.changed
        assert described.get("previousVersion") == (thing.history[-1][0] if thing.history else None)

    def _look_back(self, key: Key) -> None:
        """Past versions, newest first, each as it was."""
        path = f"{COLLECTIONS[key.kind]}/{self._id(key)}/versions"
        texts = [name for name in FIELDS[key.kind] if name not in SETS]
        thing = self.model.things[key]
        past = [*thing.history, (thing.version, thing.fields, thing.deleted)][::-1]
        found = [json.loads(text) for text in self._callers["admin"].get(path).json()["versions"]]
        assert [self._version(each, texts) for each in found] == [
            (version, [fields.get(name) for name in texts], deleted) for version, fields, deleted in past
        ]
        for version, *_ in past:
            one = self._callers["admin"].get(f"{path}/{version}").json()
            assert one["version"] == version

    def _version(self, found: dict[str, Any], texts: Iterable[str]) -> tuple[float, list[Any], bool]:
        return found["version"], [found.get(name) for name in texts], found["deleted"]

    def _name(self, fqn: str) -> str:
        """The name that this run uses for what the model calls `fqn`."""
        root, dot, rest = fqn.partition(".")
        return f"{root}{self._run}{dot}{rest}"

    def _id(self, key: Key) -> str:
        if key not in self._ids:
            self._look(key)
        return self._ids[key]

    def _request(self, key: Key, given: Fields) -> dict[str, Any]:
        root, _, child = self._name(key.fqn).partition(".")
        request = {"name": child, "service": root} if child else {"name": root}
        written = {name: self._written(name, value, fqns=True) for name, value in given.items()}
        return {**request, **REQUIRED[key.kind], **written}

    def _written(self, name: str, value: Any, *, fqns: bool) -> Any:
        """A value as a create request has it, or as a patched document has it."""
        if name not in SETS or value is None:
            return value
        if name == "tags":
            return [{"tagFQN": tag, "source": "Classification"} for tag in sorted(value)]
        if name in ("owners", "reviewers"):
            return [{"id": self._users[user], "type": "user"} for user in sorted(value)]
        fqns_of = {fqn: self._name(fqn) if name in TARGETS else fqn for fqn in sorted(value)}
        if fqns:
            return list(fqns_of.values())
        kind = name.removesuffix("s")
        return [{"id": self._target_id(kind, fqn), "type": kind} for fqn in fqns_of]

    def _target_id(self, kind: str, fqn: str) -> str:
        return self._users[f"domain {fqn}"] if kind == "domain" else self._id(Key(kind.capitalize(), fqn))

    def _are_known(self, given: Fields) -> bool:
        """A patch names charts and dashboards by id, so they must be there."""
        named = (Key(kind, fqn) for name, kind in TARGETS.items() for fqn in given.get(name, ()))
        return all(key in self.model.things for key in named)

    def _operation(self, name: str, value: Any, fields: Fields) -> dict[str, Any] | None:
        """`add` for a value, `remove` for one that is there, nothing for one that is not."""
        if value is not None:
            return {"op": "add", "path": f"/{name}", "value": self._written(name, value, fqns=False)}
        return {"op": "remove", "path": f"/{name}"} if name in fields else None

    def _shown(self, name: str, value: Any) -> Any:
        """A value of an answer as the model has it; None for nothing."""
        if name not in SETS:
            return value
        names = {self._unnamed(item.get("tagFQN") or item["fullyQualifiedName"]) for item in value or ()}
        return frozenset(names) or None

    def _unnamed(self, fqn: str) -> str:
        root, dot, rest = fqn.partition(".")
        return f"{root.removesuffix(self._run)}{dot}{rest}"


def machines(admin: Api, bot: Api) -> Callable[[], CatalogueMachine]:
    """Makes machines that work on one sandbox; it needs the domains `sales` and `finance`.

    They tag with what may go together as well: a classification of their own.
    """
    admin.put("Classification", {"name": "Colour", "description": "d"})
    for name in ("Red", "Blue"):
        admin.put("Tag", {"name": name, "classification": "Colour", "description": "d"})
    names = ("admin", "reader", BOT)
    users = {name: admin.read("User", f"name/{name}")["id"] for name in names}
    users |= {f"domain {name}": admin.read("Domain", f"name/{name}")["id"] for name in ("sales", "finance")}
    return lambda: CatalogueMachine({"admin": admin, BOT: bot}, users)
