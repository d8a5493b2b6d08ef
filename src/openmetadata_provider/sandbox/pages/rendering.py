"""Views to text, by the templates beside this module."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from .values import moment
from .views import View


def rendered(view: View) -> str:
    """The page of a view. Everything in it is escaped; no template switches that off."""
    return _environment().get_template(view.template).render(page=view)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["moment"] = moment
    return environment
