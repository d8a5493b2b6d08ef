"""What holds for every collection (server reference, 1, 2.2, 3.1, 6, 7)."""

from __future__ import annotations

import json
import uuid
from importlib.resources import files
from typing import Any

import jsonschema_rs
import pytest
from sandbox_callers import COLLECTIONS, MINIMAL, Api

KINDS = sorted(COLLECTIONS)
FOR_GOOD = ["DataProduct", "Domain", "Persona"]
ALONE = [kind for kind in KINDS if kind != "Bot"]
"""All but bots, whose user goes with them (`test_sandbox_roles`)."""
SOFT = [kind for kind in ALONE if kind not in FOR_GOOD]


def entity_type(kind: str) -> str:
    return kind[0].lower() + kind[1:]


@pytest.mark.parametrize("kind", KINDS)
def test_post_answers_201_with_location_uuid_and_version(world: Api, kind: str) -> None:
    answer = world.post(kind, {"name": "thing", **MINIMAL[kind]})
    body = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == body["href"]
    assert body["href"] == f"http://catalogue.test/api/v1/{COLLECTIONS[kind]}/{body['id']}"
    assert answer.headers["X-OpenMetadata-Change"] == "entityCreated"
    assert str(uuid.UUID(body["id"])) == body["id"]
    assert body["version"] == 0.1
    assert body["updatedBy"] == "admin"
    assert body["updatedAt"] > 1_700_000_000_000
    assert "changeDescription" not in body
    assert body.get("deleted", False) is False


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_fits_the_entity_schema(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    schema = json.loads(files("openmetadata_bindings").joinpath("schemas", "entity", f"{kind}.json").read_text("utf-8"))
    validator = jsonschema_rs.Draft7Validator(schema)
    shown = world.read(kind, made["id"], fields="*")
    for answer in (made, shown):
        errors = [e.message for e in validator.iter_errors(answer) if e.instance_path != ["email"]]
        assert errors == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_entity_is_found_by_id_by_name_and_in_the_list(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    assert world.read(kind, made["id"])["name"] == "thing"
    assert world.read(kind, f"name/{made['fullyQualifiedName']}")["id"] == made["id"]
    listed = world.get(COLLECTIONS[kind], limit=1000).json()
    assert made["id"] in [row["id"] for row in listed["data"]]
    assert listed["paging"]["total"] == len(listed["data"])


@pytest.mark.parametrize("kind", KINDS)
def test_post_of_an_existing_name_is_409(world: Api, kind: str) -> None:
    world.make(kind, "thing")
    answer = world.post(kind, {"name": "thing", **MINIMAL[kind]})
    if kind == "GlossaryTerm":
        assert answer.status_code == 400
        assert answer.json()["message"] == "A term with the name 'thing' already exists in 'words' glossary."
    else:
        assert answer.status_code == 409
        assert answer.json() == {"code": 409, "message": "Entity already exists"}
        assert answer.headers["WWW-Authenticate"] == "om-auth"


@pytest.mark.parametrize("kind", KINDS)
def test_put_creates_then_changes_nothing_then_updates(world: Api, kind: str) -> None:
    body = {"name": "thing", **MINIMAL[kind]}
    created, same, updated = world.put(kind, body), world.put(kind, body), world.put(kind, {**body, "displayName": "T"})
    assert [created.status_code, same.status_code, updated.status_code] == [201, 200, 200]
    changes = [answer.headers["X-OpenMetadata-Change"] for answer in (created, same, updated)]
    assert changes == ["entityCreated", "entityNoChange", "entityUpdated"]
    assert "Location" in created.headers
    assert "Location" not in updated.headers
    assert same.json()["version"] == 0.1
    assert same.json()["updatedAt"] == created.json()["updatedAt"]
    assert updated.json()["version"] == 0.2
    assert updated.json()["id"] == created.json()["id"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_key_is_refused_with_jacksons_text(world: Api, kind: str) -> None:
    answer = world.post(kind, {"name": "thing", **MINIMAL[kind], "foo": None})
    message = answer.json()["message"]
    assert answer.status_code == 400
    assert message.startswith('Unrecognized field "foo" (class org.openmetadata.schema.api.')
    assert f".Create{kind}), not marked as ignorable (" in message


@pytest.mark.parametrize("kind", KINDS)
def test_what_get_answers_is_no_create_request(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    answer = world.put(kind, made)
    assert answer.status_code == 400
    assert "Unrecognized field" in answer.json()["message"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_name_is_refused_with_the_bean_text(world: Api, kind: str) -> None:
    answer = world.post(kind, MINIMAL[kind])
    assert answer.status_code == 400
    assert answer.json() == {"code": 400, "message": "[query param name must not be null]"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_is_too_long_is_refused(world: Api, kind: str) -> None:
    answer = world.post(kind, {"name": "n" * 257, **MINIMAL[kind]})
    assert answer.json()["message"] == "[query param name size must be between 1 and 256]"
    assert answer.status_code == 400


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_is_404_with_the_key_as_sent(world: Api, kind: str) -> None:
    nowhere = str(uuid.uuid4())
    for key, shown in ((nowhere, nowhere), ("name/no.such", "no.such")):
        for method in ("GET", "DELETE"):
            answer = world.call(method, f"{COLLECTIONS[kind]}/{key}")
            assert answer.status_code == 404
            assert answer.json() == {"code": 404, "message": f"{entity_type(kind)} instance for {shown} not found"}
            assert answer.headers["WWW-Authenticate"] == "om-auth"


@pytest.mark.parametrize("kind", KINDS)
def test_patch_by_id_and_by_name_changes_one_field(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    for key, text in ((made["id"], "one"), (f"name/{made['fullyQualifiedName']}", "two")):
        answer = world.patch(kind, key, [{"op": "add", "path": "/displayName", "value": text}], **{"If-Match": "*"})
        assert answer.status_code == 200
        assert answer.json()["displayName"] == text
        assert answer.headers["X-OpenMetadata-Change"] == "entityUpdated"
    assert answer.json()["version"] == 0.3


@pytest.mark.parametrize("kind", KINDS)
def test_versions_are_json_strings_newest_first(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    world.change(kind, "thing", displayName="T")
    answer = world.get(f"{COLLECTIONS[kind]}/{made['id']}/versions").json()
    versions = [json.loads(text) for text in answer["versions"]]
    assert answer["entityType"] == entity_type(kind)
    assert [version["version"] for version in versions] == [0.2, 0.1]
    assert [version.get("displayName") for version in versions] == ["T", None]
    first = world.get(f"{COLLECTIONS[kind]}/{made['id']}/versions/0.1")
    assert first.json()["version"] == 0.1
    missing = world.get(f"{COLLECTIONS[kind]}/{made['id']}/versions/7.7")
    assert missing.status_code == 404
    assert missing.json()["message"] == f"{entity_type(kind)} instance for {made['id']} and version 7.7 not found"


@pytest.mark.parametrize("by_name", [True, False])
@pytest.mark.parametrize("kind", ALONE)
def test_a_hard_delete_answers_200_with_the_entity_and_leaves_nothing(world: Api, kind: str, by_name: bool) -> None:
    made = world.make(kind, "thing")
    key = f"name/{made['fullyQualifiedName']}" if by_name else made["id"]
    answer = world.delete(kind, key, hardDelete="true", recursive="true")
    assert answer.status_code == 200
    assert answer.json()["id"] == made["id"]
    assert answer.headers["X-OpenMetadata-Change"] == "entityDeleted"
    assert world.get(f"{COLLECTIONS[kind]}/{made['id']}", include="all").status_code == 404
    assert world.make(kind, "thing")["id"] != made["id"]


@pytest.mark.parametrize("kind", SOFT)
def test_a_soft_deleted_entity_is_hidden_and_keeps_its_name(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    answer = world.delete(kind, made["id"])
    assert answer.status_code == 200
    assert answer.json()["deleted"] is True
    assert answer.json()["version"] == 0.2
    assert answer.headers["X-OpenMetadata-Change"] == "entitySoftDeleted"
    assert world.get(f"{COLLECTIONS[kind]}/{made['id']}").status_code == 404
    assert world.read(kind, made["id"], include="all")["deleted"] is True
    assert world.read(kind, made["id"], include="deleted")["deleted"] is True
    again = world.post(kind, {"name": "thing", **MINIMAL[kind]})
    assert again.status_code == (400 if kind == "GlossaryTerm" else 409)


@pytest.mark.parametrize("kind", SOFT)
def test_restore_brings_a_soft_deleted_entity_back(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    world.delete(kind, made["id"])
    answer = world.call("PUT", f"{COLLECTIONS[kind]}/restore", json={"id": made["id"]})
    assert answer.status_code == 200
    assert answer.headers["X-OpenMetadata-Change"] == "entityRestored"
    assert answer.json()["deleted"] is False
    assert answer.json()["version"] == 0.3
    assert world.read(kind, made["id"])["version"] == 0.3


@pytest.mark.parametrize("kind", SOFT)
def test_put_revives_a_soft_deleted_entity(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    world.delete(kind, made["id"])
    revived = world.change(kind, "thing", displayName="Back")
    assert (revived["id"], revived["deleted"], revived["version"]) == (made["id"], False, 0.3)


@pytest.mark.parametrize("kind", FOR_GOOD)
def test_a_kind_without_deleted_is_always_gone_for_good(world: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    assert "deleted" not in made
    answer = world.delete(kind, made["id"])
    assert answer.headers["X-OpenMetadata-Change"] == "entityDeleted"
    assert world.get(f"{COLLECTIONS[kind]}/{made['id']}", include="all").status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_bulk_reports_rows_on_every_collection(world: Api, kind: str) -> None:
    rows: list[Any] = [{"name": "thing", **MINIMAL[kind]}, {**MINIMAL[kind], "name": ""}, {**MINIMAL[kind]}]
    answer = world.bulk(kind, rows)
    result = answer.json()
    assert answer.status_code == 200
    assert result["status"] == "partialSuccess"
    assert (result["numberOfRowsProcessed"], result["numberOfRowsPassed"], result["numberOfRowsFailed"]) == (3, 1, 2)
    made = world.get(f"{COLLECTIONS[kind]}", limit=1000, fields="").json()["data"]
    fqn = next(row["fullyQualifiedName"] for row in made if row["name"] == "thing")
    assert result["successRequest"] == [{"request": fqn, "status": 200}]
    assert [row["status"] for row in result["failedRequest"]] == [400, 400]
    assert result["failedRequest"][0]["request"] == rows[1]
    assert result["failedRequest"][1]["message"] == "[query param name must not be null]"


@pytest.mark.parametrize("kind", KINDS)
def test_a_reader_reads_and_gets_403_on_every_write(world: Api, reader: Api, kind: str) -> None:
    made = world.make(kind, "thing")
    assert reader.read(kind, made["id"])["id"] == made["id"]
    body = {"name": "other", **MINIMAL[kind], **({"email": "other@acme.io"} if kind == "User" else {})}
    refused = [
        (reader.post(kind, body), "Create"),
        (reader.put(kind, body), "Create"),
        (reader.put(kind, {"name": "thing", **MINIMAL[kind]}), "EditAll"),
        (reader.patch(kind, made["id"], []), "EditAll"),
        (reader.delete(kind, made["id"]), "Delete"),
        (reader.call("PUT", f"{COLLECTIONS[kind]}/restore", json={"id": made["id"]}), "EditAll"),
    ]
    for answer, operation in refused:
        text = f"Principal: CatalogPrincipal{{name='reader'}} operations [{operation}] not allowed"
        assert answer.status_code == 403
        assert answer.json() == {"code": 403, "message": text}
    [row] = reader.bulk(kind, [body]).json()["failedRequest"]
    assert (row["status"], row["message"][:18]) == (403, "Permission denied:")
