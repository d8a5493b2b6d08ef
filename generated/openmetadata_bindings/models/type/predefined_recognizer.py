# Generated from JSON Schemas by openmetadata_codegen; do not edit, run `make generate`.

from __future__ import annotations

from typing import Literal

from pydantic import StrictStr

from openmetadata_provider.model.base import Model
from openmetadata_provider.model.enums import OpenEnum

from .classification_languages import ClassificationLanguages
from .pii_entity import PiiEntity


class PredefinedRecognizerName(OpenEnum):
    """Presidio class to run, for example `CreditCardRecognizer`.

    Source: `type/predefinedRecognizer.json#/PredefinedRecognizer/name`
    """

    AbaRoutingRecognizer = "AbaRoutingRecognizer"
    CreditCardRecognizer = "CreditCardRecognizer"
    CryptoRecognizer = "CryptoRecognizer"
    DateRecognizer = "DateRecognizer"
    EmailRecognizer = "EmailRecognizer"
    IbanRecognizer = "IbanRecognizer"
    IpRecognizer = "IpRecognizer"
    NhsRecognizer = "NhsRecognizer"
    MedicalLicenseRecognizer = "MedicalLicenseRecognizer"
    PhoneRecognizer = "PhoneRecognizer"
    SgFinRecognizer = "SgFinRecognizer"
    UrlRecognizer = "UrlRecognizer"
    UsBankRecognizer = "UsBankRecognizer"
    UsItinRecognizer = "UsItinRecognizer"
    UsLicenseRecognizer = "UsLicenseRecognizer"
    UsPassportRecognizer = "UsPassportRecognizer"
    UsSsnRecognizer = "UsSsnRecognizer"
    EsNifRecognizer = "EsNifRecognizer"
    SpacyRecognizer = "SpacyRecognizer"
    StanzaRecognizer = "StanzaRecognizer"
    AuAbnRecognizer = "AuAbnRecognizer"
    AuAcnRecognizer = "AuAcnRecognizer"
    AuTfnRecognizer = "AuTfnRecognizer"
    AuMedicareRecognizer = "AuMedicareRecognizer"
    TransformersRecognizer = "TransformersRecognizer"
    ItDriverLicenseRecognizer = "ItDriverLicenseRecognizer"
    ItFiscalCodeRecognizer = "ItFiscalCodeRecognizer"
    ItVatCodeRecognizer = "ItVatCodeRecognizer"
    ItIdentityCardRecognizer = "ItIdentityCardRecognizer"
    ItPassportRecognizer = "ItPassportRecognizer"
    InPanRecognizer = "InPanRecognizer"
    GLiNERRecognizer = "GLiNERRecognizer"
    PlPeselRecognizer = "PlPeselRecognizer"
    AzureAILanguageRecognizer = "AzureAILanguageRecognizer"
    InAadhaarRecognizer = "InAadhaarRecognizer"
    InVehicleRegistrationRecognizer = "InVehicleRegistrationRecognizer"
    SgUenRecognizer = "SgUenRecognizer"
    InVoterRecognizer = "InVoterRecognizer"
    InPassportRecognizer = "InPassportRecognizer"
    FiPersonalIdentityCodeRecognizer = "FiPersonalIdentityCodeRecognizer"
    EsNieRecognizer = "EsNieRecognizer"
    UkNinoRecognizer = "UkNinoRecognizer"


class PredefinedRecognizer(Model):
    """Recognizer that uses one of the detectors shipped with Microsoft Presidio.

    Source: `type/predefinedRecognizer.json`
    """

    type: Literal["predefined"]

    name: PredefinedRecognizerName
    """Presidio class to run, for example `CreditCardRecognizer`."""

    supportedLanguage: ClassificationLanguages | None = ClassificationLanguages.en
    """Language in which the Presidio detector is set up."""

    context: list[StrictStr] | None = []
    """Words near a match that make the Presidio detector more confident, for example `iban`."""

    supportedEntities: list[PiiEntity] | None = None
    """Kinds of personal data this detector should report; others it might find are dropped."""
