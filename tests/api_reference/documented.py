"""What the page prints, read from the copy of it beside this file, and the values it lists."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
PAGE: Final = (HERE / "page.md").read_text(encoding="utf-8")

SERVICE_PATH: Final = "/v1/services/dashboardServices"
DASHBOARD_PATH: Final = "/v1/dashboards"
DATABASE_PATH: Final = "/v1/services/databaseServices"

SERVICE_BODY, DASHBOARD_BODY = re.findall(r"```json\n(.*?)\n```", PAGE, re.DOTALL)
"""The two example bodies, as printed."""
SERVICE_BULK, DASHBOARD_BULK = re.findall(r"^Bulk body: `(\[.*\])`$", PAGE, re.MULTILINE)
"""The two bulk bodies, as printed."""

DASHBOARD_SERVICE_TYPES: Final = (
    "Superset Looker Tableau Metabase Redash PowerBI Mode QlikSense QlikCloud Lightdash DomoDashboard CustomDashboard"
).split()
DATABASE_SERVICE_TYPES: Final = {
    "Snowflake": "Snowflake",
    "BigQuery": "BigQuery",
    "PostgreSQL": "Postgres",
    "MySQL": "Mysql",
    "Redshift": "Redshift",
    "Databricks": "Databricks",
}
"""As the page spells them, and as the server does."""
LABEL_TYPES: Final = ("Manual", "Derived", "Propagated")
STATES: Final = ("Suggested", "Confirmed")
SUFFIXES: Final = ("", "/", "/api", "/api/")
"""The four spellings of the host."""
SECRET: Final = "l00ker-s3cret"
LOOKER: Final = {"clientId": "your-client-id", "clientSecret": SECRET, "hostPort": "https://looker.example.com:443"}
MASK: Final = "*" * 9


def service_body() -> dict[str, Any]:
    """The example body of a dashboard service."""
    return dict(json.loads(SERVICE_BODY))


def dashboard_body() -> dict[str, Any]:
    """The example body of a dashboard."""
    return dict(json.loads(DASHBOARD_BODY))
