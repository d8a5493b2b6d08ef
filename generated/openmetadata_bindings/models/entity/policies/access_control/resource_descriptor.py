# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum


class Operation(OpenEnum):
    """One thing a caller may do: `All`, or a single operation; `ViewAll` and `EditAll` stand for every view and every
    edit operation.

    Source: `entity/policies/accessControl/resourceDescriptor.json#/definitions/operation`
    """

    All = "All"
    Create = "Create"
    BulkCreate = "BulkCreate"
    CreateIngestionPipelineAutomator = "CreateIngestionPipelineAutomator"
    CreateTests = "CreateTests"
    Delete = "Delete"
    ViewAll = "ViewAll"
    ViewBasic = "ViewBasic"
    ViewUsage = "ViewUsage"
    ViewTests = "ViewTests"
    ViewQueries = "ViewQueries"
    ViewDataProfile = "ViewDataProfile"
    ViewProfilerGlobalConfiguration = "ViewProfilerGlobalConfiguration"
    ViewSampleData = "ViewSampleData"
    ViewTestCaseFailedRowsSample = "ViewTestCaseFailedRowsSample"
    ViewCustomFields = "ViewCustomFields"
    EditAll = "EditAll"
    BulkUpdate = "BulkUpdate"
    EditCustomFields = "EditCustomFields"
    EditDataProfile = "EditDataProfile"
    EditDescription = "EditDescription"
    EditDisplayName = "EditDisplayName"
    EditLineage = "EditLineage"
    EditEntityRelationship = "EditEntityRelationship"
    EditPolicy = "EditPolicy"
    EditOwners = "EditOwners"
    EditQueries = "EditQueries"
    EditReviewers = "EditReviewers"
    EditRole = "EditRole"
    EditSampleData = "EditSampleData"
    EditStatus = "EditStatus"
    EditTags = "EditTags"
    EditGlossaryTerms = "EditGlossaryTerms"
    EditTeams = "EditTeams"
    EditTier = "EditTier"
    EditCertification = "EditCertification"
    EditTests = "EditTests"
    EditUsage = "EditUsage"
    EditUsers = "EditUsers"
    EditLifeCycle = "EditLifeCycle"
    EditKnowledgePanel = "EditKnowledgePanel"
    EditPage = "EditPage"
    EditIngestionPipelineStatus = "EditIngestionPipelineStatus"
    EditUserNotificationTemplate = "EditUserNotificationTemplate"
    DeleteTestCaseFailedRowsSample = "DeleteTestCaseFailedRowsSample"
    Deploy = "Deploy"
    Trigger = "Trigger"
    Kill = "Kill"
    GenerateToken = "GenerateToken"
    EditScim = "EditScim"
    CreateScim = "CreateScim"
    DeleteScim = "DeleteScim"
    ViewScim = "ViewScim"
    Impersonate = "Impersonate"
    AuditLogs = "AuditLogs"
    ViewTestDefinitionLibrary = "ViewTestDefinitionLibrary"
    EditTestDefinitionLibrary = "EditTestDefinitionLibrary"


class ResourceDescriptor(Model):
    """What can be allowed or denied on one kind of resource.

    Source: `entity/policies/accessControl/resourceDescriptor.json`
    """

    name: StrictStr | None = None
    """The resource: an entity type such as `dashboard`, or a resource that is no entity, such as `lineage`."""

    operations: list[Operation] | None = None
    """The operations that exist for the resource."""
