"""All findings of the story."""

from inspector.operations.sample.finding import Finding
from inspector.operations.sample.findings_indoors import INDOORS
from inspector.operations.sample.findings_outdoors import OUTDOORS
from inspector.operations.sample.findings_services import SERVICES

FINDINGS: tuple[Finding, ...] = (*OUTDOORS, *SERVICES, *INDOORS)
