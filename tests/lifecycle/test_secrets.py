"""Passwords of manifests: found, resolved, compared, never shown."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from openmetadata_provider import ConfigurationError
from openmetadata_provider.lifecycle.secrets import (
    SecretHashes,
    SecretsPolicy,
    replaced_at,
    resolved_secret,
    secret_paths,
    value_at,
    with_resolved,
)

KEY = ("dashboardService", "looker")
PATH = ("connection", "config", "clientSecret")
NAMES = frozenset({"clientSecret", "password"})
PAYLOAD = {"connection": {"config": {"clientSecret": {"env": "OMP_TEST_SECRET"}, "auth": [{"password": "plain"}]}}}


def test_secrets_are_found_at_any_depth_in_every_spelling() -> None:
    found = dict(secret_paths(PAYLOAD, NAMES))
    assert found == {PATH: {"env": "OMP_TEST_SECRET"}, ("connection", "config", "auth", 0, "password"): "plain"}


def test_references_are_resolved_and_the_payload_stays_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_TEST_SECRET", "s3cret")
    resolved = with_resolved(PAYLOAD, NAMES, "DashboardService looker")
    assert value_at(resolved, PATH) == "s3cret"
    assert value_at(PAYLOAD, PATH) == {"env": "OMP_TEST_SECRET"}


def test_a_file_loses_the_newline_at_its_end_only(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(" s3cret \n\n")
    assert resolved_secret({"file": str(file)}, "x").reveal() == " s3cret "


def test_a_reference_of_the_servers_own_secrets_manager_goes_as_it_is() -> None:
    assert resolved_secret("secret:/looker/client", "x").reveal() == "secret:/looker/client"


@pytest.mark.parametrize("value", [{"env": "OMP_TEST_ABSENT"}, {"file": "/nowhere/at/all"}])
def test_a_secret_that_is_not_there_is_told_with_its_place(value: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match=r"DashboardService looker: connection\.config.*"):
        resolved_secret(value, "DashboardService looker: connection.config.clientSecret")


def test_a_file_that_is_no_text_is_told_without_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(b"s3cret\xff")
    with pytest.raises(ConfigurationError) as caught:
        resolved_secret({"file": str(file)}, "here")
    assert "UTF-8" in str(caught.value)
    assert "s3cret" not in repr(caught.value.__cause__) + str(caught.value)


def test_replacing_copies_only_the_way_there() -> None:
    changed = replaced_at(PAYLOAD, PATH, "x")
    assert changed["connection"]["config"]["auth"] is PAYLOAD["connection"]["config"]["auth"]
    assert value_at(changed, PATH) == "x"


class TestHashes:
    @pytest.fixture(autouse=True)
    def _secret(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("OMP_TEST_SECRET", "s3cret-one")

    @staticmethod
    def policy(file: Path) -> SecretsPolicy:
        return SecretsPolicy(hashes=SecretHashes.opened(file))

    def is_changed(self, file: Path, written: object) -> bool:
        return self.policy(file).is_changed(KEY, PATH, written, held="*********")

    def test_a_secret_that_was_sent_is_unchanged_until_it_or_its_reference_changes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file, written = tmp_path / "hashes.json", {"env": "OMP_TEST_SECRET"}
        self.policy(file).remember(KEY, PATH, written)
        assert not self.is_changed(file, written)
        monkeypatch.setenv("OMP_TEST_OTHER", "s3cret-one")
        assert self.is_changed(file, {"env": "OMP_TEST_OTHER"})
        monkeypatch.setenv("OMP_TEST_SECRET", "s3cret-two")
        assert self.is_changed(file, written)

    def test_the_file_holds_no_secret_and_is_for_its_owner_alone(self, tmp_path: Path) -> None:
        file = tmp_path / "hashes.json"
        self.policy(file).remember(KEY, PATH, {"env": "OMP_TEST_SECRET"})
        assert "s3cret-one" not in file.read_text()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert [entry.name for entry in tmp_path.iterdir()] == ["hashes.json"]

    def test_two_files_have_different_hashes_of_one_secret(self, tmp_path: Path) -> None:
        hashes = []
        for name in ("a", "b"):
            self.policy(tmp_path / name).remember(KEY, PATH, "s3cret-one")
            hashes.append(json.loads((tmp_path / name).read_text())["secrets"])
        assert hashes[0].keys() == hashes[1].keys()
        assert hashes[0] != hashes[1]

    def test_what_was_never_sent_from_here_is_left_alone(self, tmp_path: Path) -> None:
        assert not self.is_changed(tmp_path / "hashes.json", {"env": "OMP_TEST_SECRET"})

    @pytest.mark.parametrize("content", ["", "[]", '{"format": 99, "key": "", "secrets": {}}', "\x00"])
    def test_a_file_of_another_kind_is_refused(self, tmp_path: Path, content: str) -> None:
        file = tmp_path / "hashes.json"
        file.write_text(content)
        with pytest.raises(ConfigurationError, match="no file of secret hashes"):
            SecretHashes.opened(file)
        assert file.read_text() == content


def test_without_hashes_a_secret_is_sent_where_there_is_none_and_on_demand() -> None:
    written = {"env": "OMP_TEST_ABSENT"}
    assert SecretsPolicy().is_changed(KEY, PATH, written, held=None)
    assert not SecretsPolicy().is_changed(KEY, PATH, written, held="*********")
    assert SecretsPolicy(rotate=True).is_changed(KEY, PATH, written, held="*********")
