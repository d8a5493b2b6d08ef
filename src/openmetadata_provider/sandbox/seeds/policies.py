"""The policies of a fresh server."""

from __future__ import annotations

from typing import Any

from ..access_facts import POLICY
from .seed import PROTECTED, Seed

ALL = ["All"]
EDIT_AND_VIEW = ["EditAll", "ViewAll"]


def _allow(name: str, operations: list[str], resources: list[str] = ALL, **more: str) -> dict[str, Any]:
    return {"name": name, "effect": "allow", "operations": operations, "resources": resources, **more}


def _deny(name: str, operations: list[str], resources: list[str] = ALL, **more: str) -> dict[str, Any]:
    return {**_allow(name, operations, resources, **more), "effect": "deny"}


def _policy(name: str, label: str, description: str, *rules: dict[str, Any], since: int = 1) -> Seed:
    plain = {
        "displayName": label, "description": description, "enabled": True, **PROTECTED, "rules": list(rules),
    }  # fmt: skip
    return Seed(facts=POLICY, name=name, plain=plain, since=since)


def _bot_policy(name: str, label: str, *rules: dict[str, Any]) -> Seed:
    return _policy(f"{name}BotPolicy", f"{label} Bot Policy", f"What the bot for {label.lower()} may do.", *rules)


NO_LABELS = _deny("DisplayName-Deny", ["EditDisplayName"], description="Labels belong to people.")
POLICY_SEEDS: tuple[Seed, ...] = (
    _policy(
        "OrganizationPolicy",
        "Organization Policy",
        "What everybody in the organization may do.",
        _allow("OrganizationPolicy-NoOwner-Rule", ["EditOwners"], condition="noOwner()"),
        _allow("OrganizationPolicy-Owner-Rule", ["Delete", *EDIT_AND_VIEW], condition="isOwner()"),
    ),
    _policy(
        "DataConsumerPolicy",
        "Data Consumer Policy",
        "What people who use data may do.",
        _allow(
            "DataConsumerPolicy-EditRule",
            ["EditCertification", "EditDescription", "EditGlossaryTerms", "EditTags", "EditTier", "ViewAll"],
        ),
    ),
    _policy(
        "DataStewardPolicy",
        "Data Steward Policy",
        "What people who look after data may do.",
        _allow(
            "DataStewardPolicy-EditRule",
            [
                "EditCertification", "EditDescription", "EditDisplayName", "EditGlossaryTerms", "EditLineage",
                "EditOwners", "EditTags", "EditTier", "ViewAll",
            ],
        ),
    ),
    Seed(
        facts=POLICY,
        name="DomainOnlyAccessPolicy",
        plain={
            "displayName": "Domain Only Access Policy",
            "description": "Keeps people to the assets of their own domains, or to assets without one.",
            "enabled": True,
            "allowDelete": True,
            "provider": "user",
            "rules": [
                _deny("DomainAccessDenyRule", ALL, condition="!hasDomain()"),
                _allow("DomainAccessAllowRule", ALL, condition="hasDomain()"),
            ],
        },
    ),
    _policy(
        "TeamOnlyPolicy",
        "Team only access Policy",
        "Keeps everybody outside a team away from what the team owns.",
        _deny("TeamOnlyPolicy-Rule", ALL, condition="!matchTeam()"),
    ),
    _policy(
        "DefaultBotPolicy",
        "Default Bot Policy",
        "What no bot may do.",
        _deny("BotRule-Deny", ["Create", "Delete"], ["bot", "webhook"]),
    ),
    _bot_policy("Application", "Application", _allow("ApplicationBotRule-Allow", ["Create", "Delete", *EDIT_AND_VIEW])),
    _policy(
        "ApplicationBotImpersonationPolicy",
        "Application Bot Impersonation Policy",
        "Lets bots of applications act for users.",
        _allow("ApplicationBotImpersonationRule-Allow", ["Impersonate"]),
    ),
    _bot_policy(
        "AutoClassification",
        "AutoClassification",
        _allow("AutoClassificationBotRule-Allow-Table", EDIT_AND_VIEW, ["Table"]),
        _allow("AutoClassificationBotRule-ViewAll", ["ViewAll"]),
    ),
    _policy(
        "BotImpersonationPolicy",
        "Bot Impersonation Policy",
        "Lets bots act for users, administrators among them.",
        _allow("BotImpersonationPolicy-Allow", ["Impersonate"], ["user"]),
    ),
    _policy(
        "BotNonAdminImpersonationPolicy",
        "Bot Non Admin Impersonation Policy",
        "Lets bots act for users who are no administrators.",
        _allow("BotNonAdminImpersonationPolicy-Allow", ["Impersonate"], ["user"]),
        _deny(
            "BotNonAdminImpersonationPolicy-DenyAdminUsers", ["Impersonate"], ["user"], condition="isAdminUser()"
        ),
        since=2,
    ),
    _bot_policy(
        "Ingestion",
        "Ingestion",
        _allow("IngestionBotRule-Allow", ["BulkCreate", "BulkUpdate", "Create", "Delete", *EDIT_AND_VIEW]),
        NO_LABELS,
    ),
    _bot_policy(
        "Lineage",
        "Lineage",
        _allow("UsageBotRule-Allow-Query", ["Create", *EDIT_AND_VIEW], ["query"]),
        _allow("LineageBotRule-Allow", EDIT_AND_VIEW),
    ),
    _bot_policy("Profiler", "Profiler", _allow("ProfilerBotBotRule-Allow", EDIT_AND_VIEW)),
    _bot_policy("Quality", "Quality", _allow("QualityBotBotRule-Allow", EDIT_AND_VIEW)),
    _bot_policy("Scim", "SCIM", _deny("Deny-All-Others", ["Create", "Delete", *EDIT_AND_VIEW])),
    _bot_policy(
        "Usage",
        "Usage",
        _allow("UsageBotRule-Allow-Query-Table", ["Create", *EDIT_AND_VIEW], ["query", "table"]),
        _allow("UsageBotRule-Allow-Usage", EDIT_AND_VIEW),
        NO_LABELS,
    ),
    _policy(
        "TaskAuthorPolicy",
        "Task Author Policy",
        "Who may change, close and decide tasks.",
        _deny("TaskAuthorPolicy-FilerCannotResolveOwnTask", ["ResolveTask"], ["task"], condition="isTaskFiler()"),
        _allow(
            "TaskAuthorPolicy-FilerEditCloseDeleteOwnTask",
            ["CloseTask", "Delete", "EditAll"],
            ["task"],
            condition="isTaskFiler()",
        ),
        _allow(
            "TaskAuthorPolicy-ApproverResolveTask",
            ["CloseTask", "EditAll", "ResolveTask"],
            ["task"],
            condition="isTaskAssignee() || isTaskReviewer()",
        ),
        since=2,
    ),
)  # fmt: skip
