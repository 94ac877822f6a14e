"""What the specifications ask of feeds and catalogues, as grammars beside this file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from lxml import etree

HERE = Path(__file__).parent
ATOM = {"a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/terms/"}


def atom_faults(data: bytes) -> list[str]:
    """What RFC 4287 does not allow: its grammar, and what a grammar cannot say."""
    grammar = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    tree = etree.fromstring(data)
    faults = [] if grammar.validate(tree) else [str(error.message) for error in grammar.error_log]
    entries = tree.findall("a:entry", ATOM)
    for where in (tree, *entries):
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in where.findall("a:link", ATOM)]
        if len({link for link in links if link[0] in ("alternate", "self")}) < sum(
            link[0] in ("alternate", "self") for link in links
        ):
            faults.append("two links of one relation and kind (4.1.1, 4.1.2)")
    if len({entry.findtext("a:id", namespaces=ATOM) for entry in entries}) < len(entries):
        faults.append("two entries of one id (4.1.1)")
    if tree.find("a:author", ATOM) is None and any(entry.find("a:author", ATOM) is None for entry in entries):
        faults.append("no author (4.1.1)")
    for entry in entries:
        if entry.find("a:content", ATOM) is None and not entry.xpath("a:link[@rel='alternate']", namespaces=ATOM):
            faults.append("neither content nor a link to it (4.1.2)")
    return faults


def opds_faults(data: bytes) -> list[str]:
    """What OPDS 1.2 (2.1 to 2.3, 5, 9) does not allow, besides what Atom does not."""
    faults = atom_faults(data)
    tree = etree.fromstring(data)
    kinds = {link.get("rel"): link.get("type") for link in tree.findall("a:link", ATOM)}
    faults += [f"no {name}" for name in ("self", "start") if name not in kinds]
    acquisition = str(kinds.get("self", "")).endswith(";profile=opds-catalog;kind=acquisition")
    if not acquisition and not str(kinds.get("self", "")).endswith(";profile=opds-catalog;kind=navigation"):
        faults.append("no kind of feed")
    for entry in tree.findall("a:entry", ATOM):
        relations = [str(link.get("rel")) for link in entry.findall("a:link", ATOM)]
        acquired = any(relation.startswith("http://opds-spec.org/acquisition") for relation in relations)
        if acquired != acquisition:
            faults.append("an entry of the other kind")
        images = [
            link.get("type")
            for link in entry.findall("a:link", ATOM)
            if str(link.get("rel")).startswith("http://opds-spec.org/image")
        ]
        if not set(images) <= {"image/gif", "image/jpeg", "image/png"}:
            faults.append("a picture that not every client shows")
    return faults


def opds_2_faults(data: bytes) -> list[str]:
    """What OPDS 2.0 does not allow."""
    schema: dict[str, Any] = json.loads((HERE / "opds2.schema.json").read_text("utf-8"))
    return [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(data))]
