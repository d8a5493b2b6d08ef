"""The roles, teams, users and bots of a fresh server, and the users behind the sandbox's own tokens."""

from __future__ import annotations

from ..access_facts import BOT, ROLE
from ..authentication import ADMIN, READER
from ..entities import TEAM, USER
from ..teams import ORGANIZATION
from .seed import PROTECTED, SYSTEM, Seed


def _role(name: str, label: str, description: str, *policies: str, since: int = 1) -> Seed:
    plain = {"displayName": label, "description": description, **PROTECTED}
    return Seed(facts=ROLE, name=name, plain=plain, references={"policies": policies}, since=since)


def _bot_role(name: str, label: str, *policies: str, since: int = 1) -> Seed:
    what = f"Given to bots: {label.lower()}."
    return _role(name, f"{label} bot role", what, "DefaultBotPolicy", *policies, since=since)


ROLE_SEEDS: tuple[Seed, ...] = (
    _role("DataConsumer", "Data Consumer", "Given to people who use data.", "DataConsumerPolicy"),
    _role("DataSteward", "Data Steward", "Given to people who look after data.", "DataStewardPolicy"),
    Seed(
        facts=ROLE,
        name="DomainOnlyAccessRole",
        plain={
            "displayName": "Domain Only Access Role",
            "description": "Given to people who shall see their own domains alone.",
            "allowDelete": True,
            "provider": "user",
        },
        references={"policies": ["DomainOnlyAccessPolicy"]},
    ),
    _bot_role("DefaultBotRole", "Default"),
    _bot_role("GovernanceBotRole", "Governance"),
    _bot_role("ApplicationBotRole", "Application", "ApplicationBotPolicy"),
    _bot_role(
        "ApplicationBotImpersonationRole",
        "Application with impersonation",
        "ApplicationBotPolicy",
        "ApplicationBotImpersonationPolicy",
    ),
    _bot_role("AutoClassificationBotRole", "AutoClassification", "AutoClassificationBotPolicy"),
    _bot_role("BotImpersonationRole", "Impersonation", "BotImpersonationPolicy"),
    _bot_role("BotNonAdminImpersonationRole", "Impersonation except admins", "BotNonAdminImpersonationPolicy", since=2),
    _bot_role("DataQualityBotRole", "Data quality", "QualityBotPolicy"),
    _bot_role("IngestionBotRole", "Ingestion", "IngestionBotPolicy"),
    _bot_role("LineageBotRole", "Lineage", "LineageBotPolicy"),
    _bot_role("ProfilerBotRole", "Profiler", "ProfilerBotPolicy"),
    _bot_role("QualityBotRole", "Quality", "QualityBotPolicy"),
    _bot_role("ScimBotRole", "SCIM", "ScimBotPolicy"),
    _bot_role("UsageBotRole", "Usage", "UsageBotPolicy"),
)

BOTS: tuple[tuple[str, str, str, str], ...] = (
    ("ingestion-bot", "IngestionBot", "IngestionBotRole", "Brings metadata in."),
    ("governance-bot", "GovernanceBot", "GovernanceBotRole", "Runs governance workflows."),
    ("autoClassification-bot", "AutoClassificationBot", "AutoClassificationBotRole", "Tags columns by their content."),
    ("lineage-bot", "LineageBot", "LineageBotRole", "Draws lineage from queries."),
    ("profiler-bot", "ProfilerBot", "ProfilerBotRole", "Measures tables and columns."),
    ("quality-bot", "QualityBot", "QualityBotRole", "Runs checks of data quality."),
    ("scim-bot", "ScimBot", "ScimBotRole", "Keeps users and groups in step with the identity provider."),
    ("testsuite-bot", "TestSuiteBot", "DataQualityBotRole", "Runs test suites."),
    ("usage-bot", "UsageBot", "UsageBotRole", "Counts how assets are used."),
    ("memory-bot", "MemoryBot", "ApplicationBotRole", "Keeps what assistants learned."),
    ("ontology-bot", "OntologyBot", "ApplicationBotRole", "Works on glossaries and their relations."),
    ("McpApplicationBot", "MCP Server", "ApplicationBotImpersonationRole", "Serves tools to assistants."),
)
"""Name, label, role and what it is for."""

TEAM_SEEDS = (
    Seed(
        facts=TEAM,
        name=ORGANIZATION,
        plain={"teamType": ORGANIZATION, "isJoinable": True, "description": "The root of all teams.", "email": ""},
        references={"defaultRoles": ["DataConsumer"], "policies": ["OrganizationPolicy"]},
    ),
)


def _user(name: str, role: str | None = None, *, is_admin: bool = False) -> Seed:
    name = name.lower()
    return Seed(
        facts=USER,
        name=name,
        plain={"isBot": role is not None, "isAdmin": is_admin, "email": f"{name}@sandbox.local"},
        references={"teams": [ORGANIZATION], "roles": [role] if role else []},
    )


USER_SEEDS = (
    _user(ADMIN.name, is_admin=True),
    _user(READER.name),
    *(_user(name, role) for name, _, role, _ in BOTS),
)
BOT_SEEDS = tuple(
    Seed(
        facts=BOT,
        name=name,
        plain={"displayName": label, "description": description, **SYSTEM},
        references={"botUser": [name.lower()]},
    )
    for name, label, _, description in BOTS
)
