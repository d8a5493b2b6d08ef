# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.
from openmetadata_bindings.models.api.classification.create_classification import (
    CreateClassificationRequest as CreateClassificationRequest,
)
from openmetadata_bindings.models.api.classification.create_classification import (
    CreateClassificationRequestAutoClassificationConfig as CreateClassificationRequestAutoClassificationConfig,
)
from openmetadata_bindings.models.api.classification.create_classification import (
    CreateClassificationRequestAutoClassificationConfigConflictResolution as CreateClassificationRequestAutoClassificationConfigConflictResolution,
)
from openmetadata_bindings.models.api.classification.create_tag import CreateTagRequest as CreateTagRequest
from openmetadata_bindings.models.api.create_bot import CreateBotRequest as CreateBotRequest
from openmetadata_bindings.models.api.data.create_chart import CreateChartRequest as CreateChartRequest
from openmetadata_bindings.models.api.data.create_dashboard import CreateDashboardRequest as CreateDashboardRequest
from openmetadata_bindings.models.api.data.create_database import CreateDatabaseRequest as CreateDatabaseRequest
from openmetadata_bindings.models.api.data.create_glossary import CreateGlossaryRequest as CreateGlossaryRequest
from openmetadata_bindings.models.api.data.create_glossary_term import (
    CreateGlossaryTermRequest as CreateGlossaryTermRequest,
)
from openmetadata_bindings.models.api.domains.create_data_product import (
    CreateDataProductRequest as CreateDataProductRequest,
)
from openmetadata_bindings.models.api.domains.create_domain import CreateDomainRequest as CreateDomainRequest
from openmetadata_bindings.models.api.policies.create_policy import CreatePolicyRequest as CreatePolicyRequest
from openmetadata_bindings.models.api.services.create_dashboard_service import (
    CreateDashboardServiceRequest as CreateDashboardServiceRequest,
)
from openmetadata_bindings.models.api.services.create_database_service import (
    CreateDatabaseServiceRequest as CreateDatabaseServiceRequest,
)
from openmetadata_bindings.models.api.teams.create_persona import CreatePersonaRequest as CreatePersonaRequest
from openmetadata_bindings.models.api.teams.create_role import CreateRoleRequest as CreateRoleRequest
from openmetadata_bindings.models.api.teams.create_team import CreateTeamRequest as CreateTeamRequest
from openmetadata_bindings.models.api.teams.create_user import CreateUserRequest as CreateUserRequest
from openmetadata_bindings.models.api.teams.create_user import (
    CreateUserRequestCreatePasswordType as CreateUserRequestCreatePasswordType,
)
from openmetadata_bindings.models.auth.basic_auth import AuthBasicAuth as AuthBasicAuth
from openmetadata_bindings.models.auth.jwt_auth import JwtAuth as JwtAuth
from openmetadata_bindings.models.auth.jwt_auth import JwtAuthJWTTokenExpiry as JwtAuthJWTTokenExpiry
from openmetadata_bindings.models.auth.sso_auth import SsoAuth as SsoAuth
from openmetadata_bindings.models.auth.sso_auth import SsoAuthSsoServiceType as SsoAuthSsoServiceType
from openmetadata_bindings.models.entity.bot import Bot as Bot
from openmetadata_bindings.models.entity.classification.classification import Classification as Classification
from openmetadata_bindings.models.entity.classification.classification import (
    ClassificationAutoClassificationConfig as ClassificationAutoClassificationConfig,
)
from openmetadata_bindings.models.entity.classification.classification import (
    ClassificationAutoClassificationConfigConflictResolution as ClassificationAutoClassificationConfigConflictResolution,
)
from openmetadata_bindings.models.entity.classification.tag import Tag as Tag
from openmetadata_bindings.models.entity.data.chart import Chart as Chart
from openmetadata_bindings.models.entity.data.chart import ChartType as ChartType
from openmetadata_bindings.models.entity.data.dashboard import Dashboard as Dashboard
from openmetadata_bindings.models.entity.data.dashboard import DashboardType as DashboardType
from openmetadata_bindings.models.entity.data.database import Database as Database
from openmetadata_bindings.models.entity.data.database import DatabaseProfilerConfig as DatabaseProfilerConfig
from openmetadata_bindings.models.entity.data.glossary import Glossary as Glossary
from openmetadata_bindings.models.entity.data.glossary_term import ConceptMapping as ConceptMapping
from openmetadata_bindings.models.entity.data.glossary_term import ConceptMappingType as ConceptMappingType
from openmetadata_bindings.models.entity.data.glossary_term import GlossaryTerm as GlossaryTerm
from openmetadata_bindings.models.entity.data.glossary_term import TermReference as TermReference
from openmetadata_bindings.models.entity.data.table import ProfileSampleType as ProfileSampleType
from openmetadata_bindings.models.entity.data.table import SamplingMethodType as SamplingMethodType
from openmetadata_bindings.models.entity.domains.data_product import DataProduct as DataProduct
from openmetadata_bindings.models.entity.domains.data_product import DataProductPort as DataProductPort
from openmetadata_bindings.models.entity.domains.data_product import LifecycleStage as LifecycleStage
from openmetadata_bindings.models.entity.domains.data_product import PortFormat as PortFormat
from openmetadata_bindings.models.entity.domains.data_product import PortProtocol as PortProtocol
from openmetadata_bindings.models.entity.domains.data_product import PortType as PortType
from openmetadata_bindings.models.entity.domains.data_product import SlaDefinition as SlaDefinition
from openmetadata_bindings.models.entity.domains.data_product import SlaDefinitionTier as SlaDefinitionTier
from openmetadata_bindings.models.entity.domains.domain import Domain as Domain
from openmetadata_bindings.models.entity.domains.domain import DomainType as DomainType
from openmetadata_bindings.models.entity.events.authentication.webhook_bearer_auth import (
    WebhookBearerAuth as WebhookBearerAuth,
)
from openmetadata_bindings.models.entity.events.authentication.webhook_bearer_auth import (
    WebhookBearerAuthType as WebhookBearerAuthType,
)
from openmetadata_bindings.models.entity.events.authentication.webhook_no_auth import WebhookNoAuth as WebhookNoAuth
from openmetadata_bindings.models.entity.events.authentication.webhook_no_auth import (
    WebhookNoAuthType as WebhookNoAuthType,
)
from openmetadata_bindings.models.entity.events.authentication.webhook_o_auth_2_config import (
    WebhookOAuth2Config as WebhookOAuth2Config,
)
from openmetadata_bindings.models.entity.events.authentication.webhook_o_auth_2_config import (
    WebhookOAuth2ConfigType as WebhookOAuth2ConfigType,
)
from openmetadata_bindings.models.entity.events.webhook import Webhook as Webhook
from openmetadata_bindings.models.entity.events.webhook import WebhookHttpMethod as WebhookHttpMethod
from openmetadata_bindings.models.entity.policies.access_control.resource_descriptor import Operation as Operation
from openmetadata_bindings.models.entity.policies.access_control.resource_descriptor import (
    ResourceDescriptor as ResourceDescriptor,
)
from openmetadata_bindings.models.entity.policies.access_control.rule import Rule as Rule
from openmetadata_bindings.models.entity.policies.access_control.rule import RuleEffect as RuleEffect
from openmetadata_bindings.models.entity.policies.policy import Policy as Policy
from openmetadata_bindings.models.entity.services.connections.connection_basic_type import (
    DataStorageConfig as DataStorageConfig,
)
from openmetadata_bindings.models.entity.services.connections.connection_basic_type import (
    DataStorageConfigOption2 as DataStorageConfigOption2,
)
from openmetadata_bindings.models.entity.services.connections.connection_basic_type import (
    SampleDataStorageConfig as SampleDataStorageConfig,
)
from openmetadata_bindings.models.entity.services.connections.connection_basic_type import (
    SampleDataStorageConfigOption1 as SampleDataStorageConfigOption1,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.custom_dashboard_connection import (
    CustomDashboardConnection as CustomDashboardConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.custom_dashboard_connection import (
    CustomDashboardType as CustomDashboardType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.domo_dashboard_connection import (
    DomoDashboardConnection as DomoDashboardConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.domo_dashboard_connection import (
    DomoDashboardType as DomoDashboardType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.lightdash_connection import (
    LightdashConnection as LightdashConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.lightdash_connection import (
    LightdashType as LightdashType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.looker_connection import (
    LookerConnection as LookerConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.looker_connection import (
    LookerType as LookerType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.looker_connection import (
    NoGitCredentials as NoGitCredentials,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.metabase_connection import (
    MetabaseConnection as MetabaseConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.metabase_connection import (
    MetabaseType as MetabaseType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.mode_connection import (
    ModeConnection as ModeConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.mode_connection import ModeType as ModeType
from openmetadata_bindings.models.entity.services.connections.dashboard.power_bi_connection import (
    LocalConfig as LocalConfig,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.power_bi_connection import (
    LocalConfigPbitFileConfigType as LocalConfigPbitFileConfigType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.power_bi_connection import (
    PowerBIConnection as PowerBIConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.power_bi_connection import (
    PowerBiType as PowerBiType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.powerbi.azure_config import (
    PowerbiAzureConfig as PowerbiAzureConfig,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.powerbi.azure_config import (
    PowerbiAzureConfigPbitFileConfigType as PowerbiAzureConfigPbitFileConfigType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.powerbi.bucket_details import (
    BucketDetails as BucketDetails,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.powerbi.gcs_config import GcsConfig as GcsConfig
from openmetadata_bindings.models.entity.services.connections.dashboard.powerbi.gcs_config import (
    GcsConfigPbitFileConfigType as GcsConfigPbitFileConfigType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.powerbi.s_3_config import S3Config as S3Config
from openmetadata_bindings.models.entity.services.connections.dashboard.powerbi.s_3_config import (
    S3ConfigPbitFileConfigType as S3ConfigPbitFileConfigType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.qlik_cloud_connection import (
    QlikCloudConnection as QlikCloudConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.qlik_cloud_connection import (
    QlikCloudConnectionSpaceType as QlikCloudConnectionSpaceType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.qlik_cloud_connection import (
    QlikCloudType as QlikCloudType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.qlik_sense_connection import (
    QlikCertificatePath as QlikCertificatePath,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.qlik_sense_connection import (
    QlikCertificateValues as QlikCertificateValues,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.qlik_sense_connection import (
    QlikSenseConnection as QlikSenseConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.qlik_sense_connection import (
    QlikSenseType as QlikSenseType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.redash_connection import (
    RedashConnection as RedashConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.redash_connection import (
    RedashType as RedashType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.superset_connection import (
    SupersetConnection as SupersetConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.superset_connection import (
    SupersetType as SupersetType,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.tableau_connection import (
    TableauConnection as TableauConnection,
)
from openmetadata_bindings.models.entity.services.connections.dashboard.tableau_connection import (
    TableauType as TableauType,
)
from openmetadata_bindings.models.entity.services.connections.database.big_query_connection import (
    BigQueryConnection as BigQueryConnection,
)
from openmetadata_bindings.models.entity.services.connections.database.big_query_connection import (
    BigqueryScheme as BigqueryScheme,
)
from openmetadata_bindings.models.entity.services.connections.database.big_query_connection import (
    BigqueryType as BigqueryType,
)
from openmetadata_bindings.models.entity.services.connections.database.common.azure_config import (
    CommonAzureConfig as CommonAzureConfig,
)
from openmetadata_bindings.models.entity.services.connections.database.common.basic_auth import (
    CommonBasicAuth as CommonBasicAuth,
)
from openmetadata_bindings.models.entity.services.connections.database.common.gcp_cloud_sql_config import (
    GcpCloudSqlConfig as GcpCloudSqlConfig,
)
from openmetadata_bindings.models.entity.services.connections.database.common.iam_auth_config import (
    IamAuthConfig as IamAuthConfig,
)
from openmetadata_bindings.models.entity.services.connections.database.custom_database_connection import (
    CustomDatabaseConnection as CustomDatabaseConnection,
)
from openmetadata_bindings.models.entity.services.connections.database.custom_database_connection import (
    CustomDatabaseType as CustomDatabaseType,
)
from openmetadata_bindings.models.entity.services.connections.database.databricks.azure_ad_setup import (
    AzureAdSetup as AzureAdSetup,
)
from openmetadata_bindings.models.entity.services.connections.database.databricks.databricks_o_auth import (
    DatabricksOAuth as DatabricksOAuth,
)
from openmetadata_bindings.models.entity.services.connections.database.databricks.personal_access_token import (
    PersonalAccessToken as PersonalAccessToken,
)
from openmetadata_bindings.models.entity.services.connections.database.databricks_connection import (
    DatabricksConnection as DatabricksConnection,
)
from openmetadata_bindings.models.entity.services.connections.database.databricks_connection import (
    DatabricksScheme as DatabricksScheme,
)
from openmetadata_bindings.models.entity.services.connections.database.databricks_connection import (
    DatabricksType as DatabricksType,
)
from openmetadata_bindings.models.entity.services.connections.database.mysql_connection import (
    MysqlConnection as MysqlConnection,
)
from openmetadata_bindings.models.entity.services.connections.database.mysql_connection import (
    MySQLScheme as MySQLScheme,
)
from openmetadata_bindings.models.entity.services.connections.database.mysql_connection import MySQLType as MySQLType
from openmetadata_bindings.models.entity.services.connections.database.postgres_connection import (
    PostgresConnection as PostgresConnection,
)
from openmetadata_bindings.models.entity.services.connections.database.postgres_connection import (
    PostgresScheme as PostgresScheme,
)
from openmetadata_bindings.models.entity.services.connections.database.postgres_connection import (
    PostgresType as PostgresType,
)
from openmetadata_bindings.models.entity.services.connections.database.redshift_connection import (
    RedshiftConnection as RedshiftConnection,
)
from openmetadata_bindings.models.entity.services.connections.database.redshift_connection import (
    RedshiftScheme as RedshiftScheme,
)
from openmetadata_bindings.models.entity.services.connections.database.redshift_connection import (
    RedshiftType as RedshiftType,
)
from openmetadata_bindings.models.entity.services.connections.database.snowflake_connection import (
    SnowflakeConnection as SnowflakeConnection,
)
from openmetadata_bindings.models.entity.services.connections.database.snowflake_connection import (
    SnowflakeScheme as SnowflakeScheme,
)
from openmetadata_bindings.models.entity.services.connections.database.snowflake_connection import (
    SnowflakeType as SnowflakeType,
)
from openmetadata_bindings.models.entity.services.connections.test_connection_result import StatusType as StatusType
from openmetadata_bindings.models.entity.services.connections.test_connection_result import (
    TestConnectionResult as TestConnectionResult,
)
from openmetadata_bindings.models.entity.services.connections.test_connection_result import (
    TestConnectionStepResult as TestConnectionStepResult,
)
from openmetadata_bindings.models.entity.services.dashboard_service import DashboardConnection as DashboardConnection
from openmetadata_bindings.models.entity.services.dashboard_service import DashboardService as DashboardService
from openmetadata_bindings.models.entity.services.dashboard_service import DashboardServiceType as DashboardServiceType
from openmetadata_bindings.models.entity.services.database_service import DatabaseConnection as DatabaseConnection
from openmetadata_bindings.models.entity.services.database_service import DatabaseService as DatabaseService
from openmetadata_bindings.models.entity.services.database_service import DatabaseServiceType as DatabaseServiceType
from openmetadata_bindings.models.entity.teams.persona import Persona as Persona
from openmetadata_bindings.models.entity.teams.role import Role as Role
from openmetadata_bindings.models.entity.teams.team import Team as Team
from openmetadata_bindings.models.entity.teams.team import TeamType as TeamType
from openmetadata_bindings.models.entity.teams.user import AuthenticationMechanism as AuthenticationMechanism
from openmetadata_bindings.models.entity.teams.user import (
    AuthenticationMechanismAuthType as AuthenticationMechanismAuthType,
)
from openmetadata_bindings.models.entity.teams.user import User as User
from openmetadata_bindings.models.entity.utils.superset_api_connection import ApiProvider as ApiProvider
from openmetadata_bindings.models.entity.utils.superset_api_connection import (
    SupersetApiConnection as SupersetApiConnection,
)
from openmetadata_bindings.models.scalars import Email as Email
from openmetadata_bindings.models.scalars import EntityLink as EntityLink
from openmetadata_bindings.models.scalars import EntityName as EntityName
from openmetadata_bindings.models.scalars import EntityVersion as EntityVersion
from openmetadata_bindings.models.scalars import FullyQualifiedEntityName as FullyQualifiedEntityName
from openmetadata_bindings.models.scalars import NameOfEntity as NameOfEntity
from openmetadata_bindings.models.scalars import OwnerName as OwnerName
from openmetadata_bindings.models.security.client.auth_0_sso_client_config import (
    Auth0SSOClientConfig as Auth0SSOClientConfig,
)
from openmetadata_bindings.models.security.client.azure_sso_client_config import (
    AzureSSOClientConfig as AzureSSOClientConfig,
)
from openmetadata_bindings.models.security.client.custom_oidc_sso_client_config import (
    CustomOidcSSOClientConfig as CustomOidcSSOClientConfig,
)
from openmetadata_bindings.models.security.client.google_sso_client_config import (
    GoogleSSOClientConfig as GoogleSSOClientConfig,
)
from openmetadata_bindings.models.security.client.okta_sso_client_config import (
    OktaSSOClientConfig as OktaSSOClientConfig,
)
from openmetadata_bindings.models.security.client.saml_sso_client_config import Idp as Idp
from openmetadata_bindings.models.security.client.saml_sso_client_config import (
    SamlSSOClientConfig as SamlSSOClientConfig,
)
from openmetadata_bindings.models.security.client.saml_sso_client_config import Security as Security
from openmetadata_bindings.models.security.client.saml_sso_client_config import Sp as Sp
from openmetadata_bindings.models.security.credentials.access_token_auth import AccessTokenAuth as AccessTokenAuth
from openmetadata_bindings.models.security.credentials.aws_credentials import AwsCredentials as AwsCredentials
from openmetadata_bindings.models.security.credentials.azure_credentials import AzureCredentials as AzureCredentials
from openmetadata_bindings.models.security.credentials.basic_auth import CredentialsBasicAuth as CredentialsBasicAuth
from openmetadata_bindings.models.security.credentials.bitbucket_credentials import (
    BitbucketCredentials as BitbucketCredentials,
)
from openmetadata_bindings.models.security.credentials.bitbucket_credentials import BitbucketType as BitbucketType
from openmetadata_bindings.models.security.credentials.gcp_credentials import GcpADC as GcpADC
from openmetadata_bindings.models.security.credentials.gcp_credentials import GcpCredentials as GcpCredentials
from openmetadata_bindings.models.security.credentials.gcp_credentials import GcpCredentialsPath as GcpCredentialsPath
from openmetadata_bindings.models.security.credentials.gcp_credentials import (
    GCPImpersonateServiceAccountValues as GCPImpersonateServiceAccountValues,
)
from openmetadata_bindings.models.security.credentials.gcp_external_account import (
    GcpExternalAccount as GcpExternalAccount,
)
from openmetadata_bindings.models.security.credentials.gcp_values import GcpValues as GcpValues
from openmetadata_bindings.models.security.credentials.github_credentials import GithubCredentials as GithubCredentials
from openmetadata_bindings.models.security.credentials.github_credentials import GithubType as GithubType
from openmetadata_bindings.models.security.credentials.gitlab_credentials import GitlabCredentials as GitlabCredentials
from openmetadata_bindings.models.security.credentials.gitlab_credentials import GitlabType as GitlabType
from openmetadata_bindings.models.security.ssl.validate_ssl_client_config import (
    ValidateSSLClientConfig as ValidateSSLClientConfig,
)
from openmetadata_bindings.models.security.ssl.verify_ssl_config import SslMode as SslMode
from openmetadata_bindings.models.security.ssl.verify_ssl_config import VerifySSL as VerifySSL
from openmetadata_bindings.models.type.asset_certification import AssetCertification as AssetCertification
from openmetadata_bindings.models.type.basic import BasicStatus as BasicStatus
from openmetadata_bindings.models.type.basic import CoverImage as CoverImage
from openmetadata_bindings.models.type.basic import ProviderType as ProviderType
from openmetadata_bindings.models.type.basic import SemanticsRule as SemanticsRule
from openmetadata_bindings.models.type.basic import Style as Style
from openmetadata_bindings.models.type.basic import TimeInterval as TimeInterval
from openmetadata_bindings.models.type.change_summary_map import ChangeSource as ChangeSource
from openmetadata_bindings.models.type.change_summary_map import ChangeSummary as ChangeSummary
from openmetadata_bindings.models.type.classification_languages import (
    ClassificationLanguages as ClassificationLanguages,
)
from openmetadata_bindings.models.type.context_recognizer import ContextRecognizer as ContextRecognizer
from openmetadata_bindings.models.type.custom_recognizer import CustomRecognizer as CustomRecognizer
from openmetadata_bindings.models.type.entity_history import ChangeDescription as ChangeDescription
from openmetadata_bindings.models.type.entity_history import EntityHistory as EntityHistory
from openmetadata_bindings.models.type.entity_history import FieldChange as FieldChange
from openmetadata_bindings.models.type.entity_history import (
    IncrementalChangeDescription as IncrementalChangeDescription,
)
from openmetadata_bindings.models.type.entity_reference import EntityReference as EntityReference
from openmetadata_bindings.models.type.exact_terms_recognizer import ExactTermsRecognizer as ExactTermsRecognizer
from openmetadata_bindings.models.type.filter_pattern import FilterPattern as FilterPattern
from openmetadata_bindings.models.type.life_cycle import AccessDetails as AccessDetails
from openmetadata_bindings.models.type.life_cycle import LifeCycle as LifeCycle
from openmetadata_bindings.models.type.nameable_reference import EntityByName as EntityByName
from openmetadata_bindings.models.type.owner_reference import NamedReference as NamedReference
from openmetadata_bindings.models.type.owner_reference import NamedReferenceType as NamedReferenceType
from openmetadata_bindings.models.type.pattern_recognizer import PatternRecognizer as PatternRecognizer
from openmetadata_bindings.models.type.persona_preferences import PersonaPreferences as PersonaPreferences
from openmetadata_bindings.models.type.persona_preferences import (
    PersonaPreferencesLandingPageSettings as PersonaPreferencesLandingPageSettings,
)
from openmetadata_bindings.models.type.pii_entity import PiiEntity as PiiEntity
from openmetadata_bindings.models.type.predefined_recognizer import PredefinedRecognizer as PredefinedRecognizer
from openmetadata_bindings.models.type.predefined_recognizer import PredefinedRecognizerName as PredefinedRecognizerName
from openmetadata_bindings.models.type.profile import ImageList as ImageList
from openmetadata_bindings.models.type.profile import MessagingProvider as MessagingProvider
from openmetadata_bindings.models.type.profile import Profile as Profile
from openmetadata_bindings.models.type.recognizer import Recognizer as Recognizer
from openmetadata_bindings.models.type.recognizer import RecognizerException as RecognizerException
from openmetadata_bindings.models.type.recognizer import RecognizerTarget as RecognizerTarget
from openmetadata_bindings.models.type.recognizer import RecognizerType as RecognizerType
from openmetadata_bindings.models.type.recognizers.patterns import Patterns as Patterns
from openmetadata_bindings.models.type.recognizers.regex_flags import RegexFlags as RegexFlags
from openmetadata_bindings.models.type.status import Status as Status
from openmetadata_bindings.models.type.tag_label import TagLabel as TagLabel
from openmetadata_bindings.models.type.tag_label import TagLabelState as TagLabelState
from openmetadata_bindings.models.type.tag_label import TagLabelType as TagLabelType
from openmetadata_bindings.models.type.tag_label import TagSource as TagSource
from openmetadata_bindings.models.type.tag_label_metadata import TagLabelMetadata as TagLabelMetadata
from openmetadata_bindings.models.type.tag_label_recognizer_metadata import PatternMatch as PatternMatch
from openmetadata_bindings.models.type.tag_label_recognizer_metadata import (
    TagLabelRecognizerMetadata as TagLabelRecognizerMetadata,
)
from openmetadata_bindings.models.type.tag_label_recognizer_metadata import (
    TagLabelRecognizerMetadataTarget as TagLabelRecognizerMetadataTarget,
)
from openmetadata_bindings.models.type.term_relation import TermRelation as TermRelation
from openmetadata_bindings.models.type.usage_details import UsageDetails as UsageDetails
from openmetadata_bindings.models.type.usage_details import UsageStats as UsageStats
from openmetadata_bindings.models.type.votes import Votes as Votes
from openmetadata_bindings.models.type.votes import VoteType as VoteType

__all__ = [
    "AccessDetails",
    "AccessTokenAuth",
    "ApiProvider",
    "AssetCertification",
    "Auth0SSOClientConfig",
    "AuthBasicAuth",
    "AuthenticationMechanism",
    "AuthenticationMechanismAuthType",
    "AwsCredentials",
    "AzureAdSetup",
    "AzureCredentials",
    "AzureSSOClientConfig",
    "BasicStatus",
    "BigQueryConnection",
    "BigqueryScheme",
    "BigqueryType",
    "BitbucketCredentials",
    "BitbucketType",
    "Bot",
    "BucketDetails",
    "ChangeDescription",
    "ChangeSource",
    "ChangeSummary",
    "Chart",
    "ChartType",
    "Classification",
    "ClassificationAutoClassificationConfig",
    "ClassificationAutoClassificationConfigConflictResolution",
    "ClassificationLanguages",
    "CommonAzureConfig",
    "CommonBasicAuth",
    "ConceptMapping",
    "ConceptMappingType",
    "ContextRecognizer",
    "CoverImage",
    "CreateBotRequest",
    "CreateChartRequest",
    "CreateClassificationRequest",
    "CreateClassificationRequestAutoClassificationConfig",
    "CreateClassificationRequestAutoClassificationConfigConflictResolution",
    "CreateDashboardRequest",
    "CreateDashboardServiceRequest",
    "CreateDataProductRequest",
    "CreateDatabaseRequest",
    "CreateDatabaseServiceRequest",
    "CreateDomainRequest",
    "CreateGlossaryRequest",
    "CreateGlossaryTermRequest",
    "CreatePersonaRequest",
    "CreatePolicyRequest",
    "CreateRoleRequest",
    "CreateTagRequest",
    "CreateTeamRequest",
    "CreateUserRequest",
    "CreateUserRequestCreatePasswordType",
    "CredentialsBasicAuth",
    "CustomDashboardConnection",
    "CustomDashboardType",
    "CustomDatabaseConnection",
    "CustomDatabaseType",
    "CustomOidcSSOClientConfig",
    "CustomRecognizer",
    "Dashboard",
    "DashboardConnection",
    "DashboardService",
    "DashboardServiceType",
    "DashboardType",
    "DataProduct",
    "DataProductPort",
    "DataStorageConfig",
    "DataStorageConfigOption2",
    "Database",
    "DatabaseConnection",
    "DatabaseProfilerConfig",
    "DatabaseService",
    "DatabaseServiceType",
    "DatabricksConnection",
    "DatabricksOAuth",
    "DatabricksScheme",
    "DatabricksType",
    "Domain",
    "DomainType",
    "DomoDashboardConnection",
    "DomoDashboardType",
    "Email",
    "EntityByName",
    "EntityHistory",
    "EntityLink",
    "EntityName",
    "EntityReference",
    "EntityVersion",
    "ExactTermsRecognizer",
    "FieldChange",
    "FilterPattern",
    "FullyQualifiedEntityName",
    "GCPImpersonateServiceAccountValues",
    "GcpADC",
    "GcpCloudSqlConfig",
    "GcpCredentials",
    "GcpCredentialsPath",
    "GcpExternalAccount",
    "GcpValues",
    "GcsConfig",
    "GcsConfigPbitFileConfigType",
    "GithubCredentials",
    "GithubType",
    "GitlabCredentials",
    "GitlabType",
    "Glossary",
    "GlossaryTerm",
    "GoogleSSOClientConfig",
    "IamAuthConfig",
    "Idp",
    "ImageList",
    "IncrementalChangeDescription",
    "JwtAuth",
    "JwtAuthJWTTokenExpiry",
    "LifeCycle",
    "LifecycleStage",
    "LightdashConnection",
    "LightdashType",
    "LocalConfig",
    "LocalConfigPbitFileConfigType",
    "LookerConnection",
    "LookerType",
    "MessagingProvider",
    "MetabaseConnection",
    "MetabaseType",
    "ModeConnection",
    "ModeType",
    "MySQLScheme",
    "MySQLType",
    "MysqlConnection",
    "NameOfEntity",
    "NamedReference",
    "NamedReferenceType",
    "NoGitCredentials",
    "OktaSSOClientConfig",
    "Operation",
    "OwnerName",
    "PatternMatch",
    "PatternRecognizer",
    "Patterns",
    "Persona",
    "PersonaPreferences",
    "PersonaPreferencesLandingPageSettings",
    "PersonalAccessToken",
    "PiiEntity",
    "Policy",
    "PortFormat",
    "PortProtocol",
    "PortType",
    "PostgresConnection",
    "PostgresScheme",
    "PostgresType",
    "PowerBIConnection",
    "PowerBiType",
    "PowerbiAzureConfig",
    "PowerbiAzureConfigPbitFileConfigType",
    "PredefinedRecognizer",
    "PredefinedRecognizerName",
    "Profile",
    "ProfileSampleType",
    "ProviderType",
    "QlikCertificatePath",
    "QlikCertificateValues",
    "QlikCloudConnection",
    "QlikCloudConnectionSpaceType",
    "QlikCloudType",
    "QlikSenseConnection",
    "QlikSenseType",
    "Recognizer",
    "RecognizerException",
    "RecognizerTarget",
    "RecognizerType",
    "RedashConnection",
    "RedashType",
    "RedshiftConnection",
    "RedshiftScheme",
    "RedshiftType",
    "RegexFlags",
    "ResourceDescriptor",
    "Role",
    "Rule",
    "RuleEffect",
    "S3Config",
    "S3ConfigPbitFileConfigType",
    "SamlSSOClientConfig",
    "SampleDataStorageConfig",
    "SampleDataStorageConfigOption1",
    "SamplingMethodType",
    "Security",
    "SemanticsRule",
    "SlaDefinition",
    "SlaDefinitionTier",
    "SnowflakeConnection",
    "SnowflakeScheme",
    "SnowflakeType",
    "Sp",
    "SslMode",
    "SsoAuth",
    "SsoAuthSsoServiceType",
    "Status",
    "StatusType",
    "Style",
    "SupersetApiConnection",
    "SupersetConnection",
    "SupersetType",
    "TableauConnection",
    "TableauType",
    "Tag",
    "TagLabel",
    "TagLabelMetadata",
    "TagLabelRecognizerMetadata",
    "TagLabelRecognizerMetadataTarget",
    "TagLabelState",
    "TagLabelType",
    "TagSource",
    "Team",
    "TeamType",
    "TermReference",
    "TermRelation",
    "TestConnectionResult",
    "TestConnectionStepResult",
    "TimeInterval",
    "UsageDetails",
    "UsageStats",
    "User",
    "ValidateSSLClientConfig",
    "VerifySSL",
    "VoteType",
    "Votes",
    "Webhook",
    "WebhookBearerAuth",
    "WebhookBearerAuthType",
    "WebhookHttpMethod",
    "WebhookNoAuth",
    "WebhookNoAuthType",
    "WebhookOAuth2Config",
    "WebhookOAuth2ConfigType",
]
