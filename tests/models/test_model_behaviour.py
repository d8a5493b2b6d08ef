"""How the generated models behave, whatever entity they are of."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr, ValidationError

from openmetadata_bindings.models import (
    CreateDashboardRequest,
    CreateDashboardServiceRequest,
    CreateDatabaseServiceRequest,
    DashboardService,
    GithubCredentials,
    LookerConnection,
    PostgresConnection,
    TableauConnection,
)
from openmetadata_provider.client.exchange import Payload, Request
from openmetadata_provider.client.wire import model_from_wire, wire_from_model

SECRET = "l00ker-s3cret"
LOOKER = {"clientId": "omp", "clientSecret": SECRET, "hostPort": "https://looker.example.com:443"}
POSTGRES = {"username": "u", "hostPort": "db:5432", "database": "d"}
UUID = "7fca3be2-12c4-4b3e-a1f9-7d7c4ab4c4d1"
Location = tuple[int | str, ...]


def _service(**properties: Any) -> CreateDashboardServiceRequest:
    return CreateDashboardServiceRequest.model_validate({"name": "x", "serviceType": "Looker", **properties})


def _config(service_type: str, config: Any) -> Any:
    return _service(serviceType=service_type, connection={"config": config}).connection.config  # type: ignore[union-attr]


def _bigquery(config: Any) -> Any:
    body = {"name": "x", "serviceType": "BigQuery", "connection": {"config": config}}
    return CreateDatabaseServiceRequest.model_validate(body).connection.config  # type: ignore[union-attr]


def _errors(caught: pytest.ExceptionInfo[ValidationError]) -> list[tuple[Location, str]]:
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def _wire(model: BaseModel) -> Any:
    return wire_from_model(model).value


# Names, unknown fields, defaults, nulls


def test_fields_have_the_names_of_the_api() -> None:
    assert {"displayName", "serviceType", "dataProducts"} <= CreateDashboardServiceRequest.model_fields.keys()
    assert {"clientId", "clientSecret", "hostPort"} <= LookerConnection.model_fields.keys()


@pytest.mark.parametrize(
    ("body", "location"),
    [
        ({"foo": 1}, ("foo",)),
        ({"connection": {"config": LOOKER, "foo": 1}}, ("connection", "foo")),
        ({"connection": {"config": {**LOOKER, "foo": 1}}}, ("connection", "config", "foo")),
        (
            {"connection": {"config": {**LOOKER, "chartFilterPattern": {"foo": 1}}}},
            ("connection", "config", "chartFilterPattern", "foo"),
        ),
        ({"tags": [{"tagFQN": "a.b", "foo": 1}]}, ("tags", 0, "foo")),
    ],
)
def test_an_unknown_field_is_one_error_in_a_request(body: dict[str, Any], location: Location) -> None:
    with pytest.raises(ValidationError) as caught:
        _service(**body)
    assert _errors(caught) == [(location, "extra_forbidden")]


def test_unknown_fields_are_tolerated_in_an_answer_wherever_they_are() -> None:
    answer = {
        "id": UUID,
        "name": "x",
        "serviceType": "Looker",
        "new": 1,
        "connection": {
            "new": 1,
            "config": {**LOOKER, "new": 1, "chartFilterPattern": {"includes": ["a"], "new": 1}},
        },
        "owners": [{"id": UUID, "type": "user", "new": {"deep": 1}}],
        "tags": [{"tagFQN": "a.b", "new": 1}],
    }
    read = model_from_wire(DashboardService, Payload(answer), request=Request(method="GET", path="/v1"))
    assert read.connection is not None
    assert read.connection.config.chartFilterPattern.includes == ["a"]  # type: ignore[union-attr]
    assert "new" not in repr(read)


def test_defaults_are_those_of_the_schema_and_are_not_sent() -> None:
    connection = PostgresConnection(**POSTGRES)
    assert (connection.type, connection.scheme) == ("Postgres", "postgresql+psycopg2")
    assert connection.ingestAllDatabases is False
    assert connection.schemaFilterPattern is not None
    assert connection.schemaFilterPattern.excludes == ["^information_schema$"]
    assert TableauConnection(hostPort="h").paginationLimit == 10
    assert _wire(connection) == POSTGRES


def test_null_for_an_optional_field_is_accepted_and_not_sent() -> None:
    config = {**LOOKER, "gitCredentials": None, "supportsMetadataExtraction": None}
    request = _service(description=None, owners=None, tags=None, domain=None, connection={"config": config})
    assert _wire(request) == {"name": "x", "serviceType": "Looker", "connection": {"config": LOOKER}}
    assert _wire(_service(connection=None)) == {"name": "x", "serviceType": "Looker"}


@pytest.mark.parametrize("key", ["name", "serviceType"])
def test_null_for_a_required_field_is_one_error(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        _service(**{key: None})
    assert [location for location, _ in _errors(caught)] == [(key,)]


# Secrets


def _assigned() -> LookerConnection:
    connection = LookerConnection(clientId="a", clientSecret="b", hostPort="h")
    connection.clientSecret = SECRET
    return connection


CARRIERS = {
    "constructed": lambda: LookerConnection(**LOOKER),
    "SecretStr": lambda: LookerConnection(**{**LOOKER, "clientSecret": SecretStr(SECRET)}),
    "assigned": _assigned,
    "copied": lambda: LookerConnection(**LOOKER).model_copy(deep=True),
    "updated": lambda: LookerConnection(**LOOKER).model_copy(update={"clientSecret": SECRET}),
    "pickled": lambda: pickle.loads(pickle.dumps(LookerConnection(**LOOKER))),
    "assigned and pickled": lambda: pickle.loads(pickle.dumps(_assigned())),
}


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_password_shows_nowhere_but_on_the_wire(carrier: str) -> None:
    connection = CARRIERS[carrier]()
    request = CreateDashboardServiceRequest(name="x", connection=connection)
    for model in (connection, request):
        shown = (repr(model), str(model), f"{model}", repr(model.model_dump()), str(model.model_dump(mode="json")))
        assert not any(SECRET in text for text in (*shown, model.model_dump_json()))
    assert _wire(connection)["clientSecret"] == SECRET
    assert _wire(request)["connection"]["config"]["clientSecret"] == SECRET


def test_a_nested_optional_password_that_was_assigned_does_not_show() -> None:
    git = GithubCredentials(repositoryOwner="o", repositoryName="r")
    git.token = SECRET
    assert SECRET not in f"{git!r} {git} {git.model_dump()} {git.model_dump_json()}"
    assert _wire(git)["token"] == SECRET


@pytest.mark.parametrize("wrong", [[SECRET], {"a": SECRET}, 5, True])
def test_no_error_shows_a_password(wrong: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        _config("Looker", {**LOOKER, "clientSecret": wrong, "foo": SECRET})
    assert {location for location, _ in _errors(caught)} == {
        ("connection", "config", "clientSecret"),
        ("connection", "config", "foo"),
    }
    assert SECRET not in f"{caught.value} {caught.value!r}"


# Connections


@pytest.mark.parametrize("url", ["https://looker.example.com:443", "HTTP://Host", "https://h/a b/?q=é#f", "h:1", ""])
def test_a_url_is_kept_as_written(url: str) -> None:
    assert _config("Looker", {**LOOKER, "hostPort": url}).hostPort == url
    request = CreateDashboardRequest(name="x", service="s", sourceUrl=url)
    assert _wire(request)["sourceUrl"] == url


@pytest.mark.parametrize("extra", [{}, {"hostPort": "https://h"}], ids=["instead", "beside"])
def test_a_misspelt_connector_field_is_exactly_one_error(extra: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as caught:
        _config("Looker", {"clientId": "a", "clientSecret": "b", "hostport": "https://h", **extra})
    assert _errors(caught) == [(("connection", "config", "hostport"), "extra_forbidden")]


def test_a_missing_field_and_an_unlike_unknown_one_are_two_errors() -> None:
    with pytest.raises(ValidationError) as caught:
        _config("Looker", {"clientId": "a", "clientSecret": "b", "region": "eu"})
    assert len(_errors(caught)) == 2


def test_the_connector_is_chosen_by_the_service_type() -> None:
    assert type(_config("Looker", LOOKER)) is LookerConnection
    assert type(_config("looker", LOOKER)) is LookerConnection
    assert type(_config("Tableau", {"hostPort": "h"})) is TableauConnection


def test_an_empty_config_is_accepted_and_sent() -> None:
    assert _wire(_service(connection={"config": {}}))["connection"] == {"config": {}}


def test_a_config_of_another_type_is_one_error() -> None:
    with pytest.raises(ValidationError) as caught:
        _config("Looker", {**LOOKER, "type": "Tableau"})
    assert _errors(caught) == [(("connection", "config", "type"), "enum")]


@pytest.mark.parametrize("wrap", [lambda c: c, lambda c: {"config": c}], ids=["bare", "wrapped"])
def test_a_connection_of_another_service_type_or_family_is_one_error(wrap: Any) -> None:
    for connection in (TableauConnection(hostPort="h"), PostgresConnection(**POSTGRES)):
        with pytest.raises(ValidationError, match=type(connection).__name__) as caught:
            _service(connection=wrap(connection))
        assert [location for location, _ in _errors(caught)] == [("connection", "config")]


def test_a_connection_of_another_family_says_so_without_service_type_too() -> None:
    with pytest.raises(ValidationError, match="PostgresConnection is no connection of this kind") as caught:
        CreateDashboardServiceRequest.model_validate({"name": "x", "connection": PostgresConnection(**POSTGRES)})
    assert [location for location, _ in _errors(caught)] == [("serviceType",), ("connection", "config")]


@pytest.mark.parametrize("service_type", ["Grafana", "QuickSight", "Hex"])
def test_a_service_type_without_a_connector_takes_any_object(service_type: str) -> None:
    assert _config(service_type, {"anything": [1]}) == {"anything": [1]}


@pytest.mark.parametrize("config", [LOOKER, {}, {"foo": 1}])
def test_an_unknown_service_type_is_one_error_whatever_the_config(config: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        _config("Lookr", config)
    assert _errors(caught) == [(("serviceType",), "enum")]


def test_a_typed_connection_sets_the_service_type() -> None:
    request = CreateDashboardServiceRequest(name="x", connection=LookerConnection(**LOOKER))
    assert request.serviceType == "Looker"
    assert _wire(request) == {"name": "x", "serviceType": "Looker", "connection": {"config": LOOKER}}


# Scalars and names


@pytest.mark.parametrize("value", ["1", True, 5.5, [5], "yes"])
def test_an_integer_is_an_integer(value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        _config("Tableau", {"hostPort": "h", "paginationLimit": value})
    assert [location for location, _ in _errors(caught)] == [("connection", "config", "paginationLimit")]


def test_a_whole_float_is_an_integer() -> None:
    assert repr(_config("Tableau", {"hostPort": "h", "paginationLimit": 5.0}).paginationLimit) == "5"


@pytest.mark.parametrize("value", ["yes", "true", 1, 0])
def test_a_boolean_is_a_boolean(value: Any) -> None:
    with pytest.raises(ValidationError):
        _config("Looker", {**LOOKER, "supportsMetadataExtraction": value})


@pytest.mark.parametrize("value", [1, True, b"x", ["x"]])
def test_a_string_is_a_string(value: Any) -> None:
    with pytest.raises(ValidationError):
        _service(displayName=value)


@pytest.mark.parametrize("name", ["a\n", "a\nb", "\n", "a::b", "::", "", "x" * 257])
def test_a_name_holds_no_line_break_and_no_double_colon(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        _service(name=name)
    assert [location for location, _ in _errors(caught)] == [("name",)]


@pytest.mark.parametrize("name", ["10", "a:b", "a.b", 'a"b', "a/b", "漢字 é", "x" * 256])
def test_any_other_name_is_kept(name: str) -> None:
    assert _service(name=name).name == name


# Owners and domains


@pytest.mark.parametrize(
    "owner",
    [
        "user:jane",
        "team:data",
        {"id": UUID},
        {"name": "jane"},
        {"fullyQualifiedName": "jane"},
        {"type": "team", "name": "data"},
        {"id": UUID, "type": "user"},
        {"id": UUID, "type": "user", "name": "jane"},
    ],
    ids=str,
)
def test_an_owner_is_accepted_in_every_spelling_and_sent_as_written(owner: Any) -> None:
    assert _wire(_service(owners=[owner]))["owners"] == [owner]


@pytest.mark.parametrize(
    "owner", [{}, {"type": "user"}, 5, None, "jane", "group:x", {"name": "jane", "foo": 1}], ids=str
)
def test_another_owner_is_one_error(owner: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        _service(owners=[owner])
    assert len(_errors(caught)) == 1
    assert _errors(caught)[0][0][:2] == ("owners", 0)


def test_domain_with_domains_is_an_error_and_null_beside_it_is_none() -> None:
    with pytest.raises(ValidationError, match="domain and domains exclude each other"):
        _service(domain="a", domains=["a"])
    assert _wire(_service(domain=None, domains=["a"]))["domains"] == ["a"]


# Unions


@pytest.mark.parametrize(
    ("git", "key"),
    [
        ({"type": "GitHub", "repositoryOwner": "o", "repositoryName": "r", "token": 5}, "token"),
        ({"type": "GitHub", "repositoryOwner": "o", "repositoryNam": "r"}, "repositoryNam"),
        ({"type": "BitBucket", "repositoryOwner": "o", "repositoryName": "r"}, "branch"),
    ],
)
def test_a_mistake_in_git_credentials_is_one_error(git: dict[str, Any], key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        _config("Looker", {**LOOKER, "gitCredentials": git})
    assert [location for location, _ in _errors(caught)] == [("connection", "config", "gitCredentials", key)]


@pytest.mark.parametrize(
    "git", [{}, "/checkout", {"type": "Gitlab", "repositoryOwner": "o", "repositoryName": "r"}], ids=str
)
def test_git_credentials_take_each_of_their_shapes(git: Any) -> None:
    config = {**LOOKER, "gitCredentials": git}
    assert _wire(_service(connection={"config": config}))["connection"]["config"] == config


@pytest.mark.parametrize(
    ("auth", "key"),
    [
        ({"username": "u", "pasword": "p"}, "pasword"),
        ({"username": "u", "password": 5}, "password"),
        ({"username": "u", "password": "p", "foo": 1}, "foo"),
        ({"personalAccessTokenName": "n", "personalAccessTokenSecret": 5}, "personalAccessTokenSecret"),
        ({"personalAccessTokenName": "n"}, "personalAccessTokenSecret"),
    ],
)
def test_a_mistake_in_the_sign_in_of_tableau_is_one_error(auth: dict[str, Any], key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        _config("Tableau", {"hostPort": "h", "authType": auth})
    assert [location for location, _ in _errors(caught)] == [("connection", "config", "authType", key)]


@pytest.mark.parametrize(
    ("credentials", "location"),
    [
        ({"gcpConfig": {"type": "service_account", "privateKey": 5}}, ("gcpConfig", "privateKey")),
        ({"gcpConfig": {"type": "gcp_credential_path", "path": 5}}, ("gcpConfig", "path")),
        ({"gcpConfig": 5}, ("gcpConfig",)),
        ({"gcpConfg": {"type": "gcp_adc"}}, ("gcpConfg",)),
    ],
)
def test_a_mistake_in_the_credentials_of_bigquery_is_one_error(credentials: dict[str, Any], location: Location) -> None:
    with pytest.raises(ValidationError) as caught:
        _bigquery({"credentials": credentials})
    assert [found for found, _ in _errors(caught)] == [("connection", "config", "credentials", *location)]


# Import


def test_importing_a_model_loads_what_it_needs_only() -> None:
    code = (
        "import sys; from openmetadata_bindings.models import CreateDashboardRequest, LookerConnection;"
        "print(*sorted(n for n in sys.modules if n.startswith('openmetadata_') or n in ('httpx', 'typer', 'rich')))"
    )
    command = [sys.executable, "-W", "error", "-c", code]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "openmetadata_bindings.models.api.data.create_dashboard" in loaded
    assert not [
        name
        for name in loaded
        if name in ("httpx", "typer", "rich")
        or ".resources" in name
        or ".client" in name
        or "tableau" in name
        or ".database." in name
        or "create_team" in name
    ]


def test_every_name_of_the_package_can_be_imported_and_no_other() -> None:
    import openmetadata_bindings.models as models

    assert all(hasattr(models, name) for name in models.__all__)
    assert set(models.__all__) <= set(dir(models))
    with pytest.raises(AttributeError, match="CreateDashbordRequest"):
        models.CreateDashbordRequest  # type: ignore[attr-defined]  # noqa: B018
