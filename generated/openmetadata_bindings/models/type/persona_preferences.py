# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model


class PersonaPreferencesLandingPageSettings(Model):
    """Changes the user made to the look of the landing page.

    Source: `type/personaPreferences.json#/PersonaPreferences/landingPageSettings`
    """

    headerColor: StrictStr | None = None
    """Background colour of the landing page header, for example `#0B5FFF`."""

    headerImage: StrictStr | None = None
    """Background picture of the landing page header; not used yet."""


class PersonaPreferences(Model):
    """The UI choices one user has made for one persona; they override the persona's layout, and everything else is
    inherited from it.

    Source: `type/personaPreferences.json`
    """

    personaId: StrictStr
    """UUID of the persona to which these choices apply."""

    personaName: StrictStr
    """Name of that persona, kept here so that it can be shown and linked without a lookup."""

    landingPageSettings: PersonaPreferencesLandingPageSettings | None = None
    """Changes the user made to the look of the landing page."""
