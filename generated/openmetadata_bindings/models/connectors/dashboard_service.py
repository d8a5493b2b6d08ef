# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""Which connection model belongs to which service type: dashboardService."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from openmetadata_provider.model.service import Connectors, ServiceModel

if TYPE_CHECKING:
    from openmetadata_bindings.models.entity.services.connections.dashboard.custom_dashboard_connection import (
        CustomDashboardConnection as CustomDashboardConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.domo_dashboard_connection import (
        DomoDashboardConnection as DomoDashboardConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.lightdash_connection import (
        LightdashConnection as LightdashConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.looker_connection import (
        LookerConnection as LookerConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.metabase_connection import (
        MetabaseConnection as MetabaseConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.mode_connection import (
        ModeConnection as ModeConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.power_bi_connection import (
        PowerBIConnection as PowerBIConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.qlik_cloud_connection import (
        QlikCloudConnection as QlikCloudConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.qlik_sense_connection import (
        QlikSenseConnection as QlikSenseConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.redash_connection import (
        RedashConnection as RedashConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.superset_connection import (
        SupersetConnection as SupersetConnection,
    )
    from openmetadata_bindings.models.entity.services.connections.dashboard.tableau_connection import (
        TableauConnection as TableauConnection,
    )

CONNECTORS = Connectors(
    service_types=(
        "Superset",
        "Looker",
        "Tableau",
        "Redash",
        "Metabase",
        "PowerBI",
        "PowerBIReportServer",
        "Mode",
        "CustomDashboard",
        "DomoDashboard",
        "QuickSight",
        "QlikSense",
        "Lightdash",
        "MicroStrategy",
        "QlikCloud",
        "Sigma",
        "ThoughtSpot",
        "Grafana",
        "Hex",
        "Ssrs",
    ),
    models={
        "Superset": "openmetadata_bindings.models.entity.services.connections.dashboard.superset_connection:SupersetConnection",
        "Looker": "openmetadata_bindings.models.entity.services.connections.dashboard.looker_connection:LookerConnection",
        "Tableau": "openmetadata_bindings.models.entity.services.connections.dashboard.tableau_connection:TableauConnection",
        "Redash": "openmetadata_bindings.models.entity.services.connections.dashboard.redash_connection:RedashConnection",
        "Metabase": "openmetadata_bindings.models.entity.services.connections.dashboard.metabase_connection:MetabaseConnection",
        "PowerBI": "openmetadata_bindings.models.entity.services.connections.dashboard.power_bi_connection:PowerBIConnection",
        "Mode": "openmetadata_bindings.models.entity.services.connections.dashboard.mode_connection:ModeConnection",
        "CustomDashboard": "openmetadata_bindings.models.entity.services.connections.dashboard.custom_dashboard_connection:CustomDashboardConnection",
        "DomoDashboard": "openmetadata_bindings.models.entity.services.connections.dashboard.domo_dashboard_connection:DomoDashboardConnection",
        "QlikSense": "openmetadata_bindings.models.entity.services.connections.dashboard.qlik_sense_connection:QlikSenseConnection",
        "Lightdash": "openmetadata_bindings.models.entity.services.connections.dashboard.lightdash_connection:LightdashConnection",
        "QlikCloud": "openmetadata_bindings.models.entity.services.connections.dashboard.qlik_cloud_connection:QlikCloudConnection",
    },
    aliases={},
)
"""The connections of the family. A service type without a model takes any object."""

if TYPE_CHECKING:
    DashboardServiceConfig = (
        CustomDashboardConnection
        | DomoDashboardConnection
        | LightdashConnection
        | LookerConnection
        | MetabaseConnection
        | ModeConnection
        | PowerBIConnection
        | QlikCloudConnection
        | QlikSenseConnection
        | RedashConnection
        | SupersetConnection
        | TableauConnection
        | dict[str, Any]
    )
else:
    DashboardServiceConfig = Annotated[Any, CONNECTORS]


class DashboardServiceModel(ServiceModel):
    """A DashboardService, in a request or an answer: its connection is chosen by `serviceType`."""

    connectors: ClassVar[Connectors] = CONNECTORS
