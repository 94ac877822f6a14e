"""The parts of a DOCX and how they are related (ECMA-376, part 2: Open Packaging Conventions)."""

from __future__ import annotations

from posixpath import dirname, join, normpath, split
from typing import TYPE_CHECKING
from urllib.parse import unquote

from converter.errors import UnreadableInput
from converter.readers.archive import OLD_OFFICE, Archive
from converter.readers.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACES = {
    # the strict form of the standard has namespaces of its own; they mean the same
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DC = "{http://purl.org/dc/elements/1.1/}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"


class Part:
    """A part of the package: its root, and what its relationships lead to."""

    def __init__(self, package: Package, name: str) -> None:
        self.package = package
        self.name = name
        self.root = package.parse(name)
        self.relations = package.relations(name)

    def target(self, relation: str | None) -> str | None:
        """What the relationship of that id leads to: a part's name, or an address on the web."""
        found = self.relations.get(relation or "")
        return found[1] if found else None

    def image(self, relation: str | None) -> str | None:
        """The name of the picture that the relationship leads to, None where it is not in the package."""
        name = self.target(relation)
        return name if name and name in self.package.archive else None

    def related(self, kind: str) -> Part | None:
        """The part that is related to this one as its ``styles``, ``numbering``, ``footnotes``…"""
        for type_, target in self.relations.values():
            if type_ == kind and target in self.package.archive:
                if target not in self.package.parts:
                    self.package.parts[target] = Part(self.package, target)
                return self.package.parts[target]
        return None


class Package:
    """A DOCX. Raises ``UnreadableInput`` where it is none, or is locked."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLD_OFFICE):
            locked = "EncryptedPackage".encode("utf-16-le") in data
            raise UnreadableInput(
                "the document is encrypted: open it with its password and save it without one"
                if locked
                else "this is a document of Word before 2007: open it in Word or LibreOffice and save it as .docx"
            )
        self.archive = Archive(data)
        self.parts: dict[str, Part] = {}  # those that were read
        relations = self.relations("")
        name = next((target for type_, target in relations.values() if type_ == "officeDocument"), "word/document.xml")
        if name not in self.archive or not name.endswith(".xml"):
            raise UnreadableInput("the file is no Word document, though it is a zip: save it as .docx")
        self.document = Part(self, name)
        core = next((target for type_, target in relations.values() if type_ == "core-properties"), "")
        self._core = self.parse(core) if core in self.archive else None
        if self.document.root.find(f"{W}body") is None:
            raise UnreadableInput("the file is no Word document, though it is packed as one: save it as .docx")

    def said(self, name: str) -> str:
        """What the document's properties say under that name."""
        return "" if self._core is None else (self._core.findtext(name) or "").strip()

    def parse(self, name: str) -> Element:
        """The root of the part ``name``."""
        data = self.archive.read(name)
        if _STRICT in data:
            for strict, usual in _NAMESPACES.items():
                data = data.replace(_STRICT + strict, usual)
        root: Element = parse_xml(data, name)
        return root

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """What ``name`` is related to, by its own ids: the last word of each relationship's type, its target."""
        folder, base = split(name)
        place = join(folder, "_rels", f"{base}.rels")
        if place not in self.archive:
            return {}
        found = {}
        for relation in self.parse(place):
            target = unquote(relation.get("Target", ""))
            if relation.get("TargetMode") == "External":
                target = relation.get("Target", "")
            elif target.startswith("/"):
                target = target[1:]
            else:
                target = normpath(join(dirname(name), target))
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
        return found
