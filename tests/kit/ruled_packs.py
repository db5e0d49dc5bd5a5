"""The starter pack with rules, as a region might publish it."""

import json
from collections.abc import Mapping
from pathlib import Path

from inspector.checklists.dump import dump
from inspector.core.checklists import Pack
from inspector.operations.packs import import_pack
from inspector.operations.workspace import Workspace
from tests.kit.builders import national_pack


def take_in_rules(workspace: Workspace, folder: Path, rules: Mapping[str, str]) -> Pack:
    """Take in a pack in which items show only where another passed: {"EL-002": "EL-001=pass"}."""
    told = json.loads(dump(national_pack(workspace)[1]))
    told |= {"id": "cn-rules", "version": "1"}
    for item in told["items"]:
        if item["id"] in rules:
            asked, _equals, state = rules[item["id"]].partition("=")
            item["shown_when"] = {"item": asked, "state": state}
    out = folder / "rules.json"
    out.write_text(json.dumps(told), encoding="utf-8")
    return import_pack(workspace, out).value
