"""The public face: what can be imported from `openmetadata_provider`, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import openmetadata_provider
from openmetadata_provider import ConfigurationError, OpenMetadata, errors
from openmetadata_provider.client.bindings import class_paths, registry

HERE = Path(__file__).parent


def _python(code: str) -> str:
    """Output of a fresh interpreter in which `fake_bindings` can be imported."""
    script = f"import sys; sys.path.insert(0, {str(HERE)!r})\n{textwrap.dedent(code)}"
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_public_name_is_there_and_the_list_is_sorted() -> None:
    assert sorted(openmetadata_provider.__all__) == openmetadata_provider.__all__
    for name in openmetadata_provider.__all__:
        assert getattr(openmetadata_provider, name).__name__ == name
    assert set(openmetadata_provider.__all__) <= set(dir(openmetadata_provider))


def test_every_error_is_public() -> None:
    classes = {name: value for name, value in vars(errors).items() if isinstance(value, type)}
    assert {n for n, v in classes.items() if issubclass(v, Exception)} <= set(openmetadata_provider.__all__)


def test_importing_the_package_loads_no_http_no_models_no_bindings() -> None:
    loaded = _python("""
        import openmetadata_provider
        ours = [m for m in sys.modules if m.startswith("openmetadata_")]
        print(ours, [m for m in ("httpx", "pydantic", "typing_extensions") if m in sys.modules])
    """)
    assert loaded == "['openmetadata_provider'] []\n"


def test_a_client_loads_one_collection_at_a_time() -> None:
    loaded = _python("""
        from openmetadata_provider import OpenMetadata
        def bindings(): return sorted(m for m in sys.modules if m.startswith("fake_bindings"))
        om = OpenMetadata(host="http://x.test", jwt_token="t", bindings="fake_bindings")
        print(bindings())
        om.dashboards
        print(bindings())
        print("pydantic" in sys.modules)
    """).splitlines()
    assert loaded[0] == "[]"
    assert "fake_bindings.resources.dashboards" in loaded[1]
    assert "dashboard_services" not in loaded[1]


def test_classes_of_the_bindings_can_be_imported_from_the_package() -> None:
    printed = _python("""
        import openmetadata_provider.client.settings as settings
        settings.DEFAULT_BINDINGS = "fake_bindings"
        from openmetadata_provider import AsyncDashboards, CreateDashboardRequest, Dashboard, Dashboards, configure
        from openmetadata_provider import LookerConnection
        print(Dashboards.__module__, CreateDashboardRequest.__name__, Dashboard.__name__, AsyncDashboards.__name__)
        from openmetadata_provider import client, errors
        try:
            from openmetadata_provider import Dashbords
        except ImportError as error:
            print(error)
        try:
            import openmetadata_provider
            openmetadata_provider.Dashbords
        except AttributeError as error:
            print(error)
    """).splitlines()
    assert printed[0] == "fake_bindings.resources.dashboards CreateDashboardRequest Dashboard AsyncDashboards"
    assert printed[1].startswith("cannot import name 'Dashbords'")
    assert printed[2] == "no class 'Dashbords' in fake_bindings. Did you mean Dashboards?"


def test_bindings_that_are_not_installed_are_an_error_that_says_what_to_do() -> None:
    with (
        OpenMetadata(host="http://x.test", jwt_token="t", bindings="no_such_bindings") as om,
        pytest.raises(ConfigurationError, match=r"no bindings package 'no_such_bindings'.*omp codegen"),
    ):
        _ = om.dashboards


def test_a_registry_that_fails_to_import_something_else_shows_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken_bindings").mkdir()
    (tmp_path / "broken_bindings" / "registry.py").write_text("import surely_not_installed\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="surely_not_installed"):
        registry("broken_bindings")


def test_the_registry_names_every_class() -> None:
    assert class_paths("fake_bindings")["AsyncDashboards"] == "fake_bindings.resources.dashboards:AsyncDashboards"


def test_client_is_the_only_package_that_imports_httpx() -> None:
    root = Path(openmetadata_provider.__file__).parent
    importing = {p.relative_to(root).parts[0] for p in root.rglob("*.py") if "import httpx" in p.read_text()}
    assert importing == {"client"}
