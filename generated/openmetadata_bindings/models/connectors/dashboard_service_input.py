# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
"""What may stand for the connection in a request: the wrapper with `config`, or a connection model itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openmetadata_bindings.models.entity.services.dashboard_service import DashboardConnection

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

    DashboardServiceConnectionInput = (
        DashboardConnection
        | CustomDashboardConnection
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
    )
else:
    DashboardServiceConnectionInput = DashboardConnection
