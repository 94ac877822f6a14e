"""Layers of a PDF that are not shown when it is opened (optional content, ISO 32000-2, 8.11): what they hold goes, and
is counted.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from converter.readers.pdf.objects import REFERENCE, Objects
from converter.readers.pdf.shapes import DEEPEST

_LONGEST = 1000  # bytes of a layer's name
_OPTIONAL = "OC\0".encode("utf-16-le")
_MARKS = 20  # content marked in marked content that is looked at


def hidden_layers(file: Objects) -> frozenset[bytes]:
    """The names of the layers that a PDF hides when it is opened (8.11.4.3); pdfium tells a layer's name alone."""
    hidden: set[int] = set()
    for text in map(file.text, file):
        if b"OCProperties" in text and (properties := file.value(text, b"OCProperties")):
            settings = file.value(properties, b"D") or b""
            if file.name(settings, b"BaseState") == b"OFF":
                hidden.update(_listed(file, properties, b"OCGs"))
                hidden.difference_update(_listed(file, settings, b"ON"))
            hidden.update(_listed(file, settings, b"OFF"))
    return frozenset(file.string(file.text(number), b"Name") for number in hidden) - {b""}


def _listed(file: Objects, text: bytes, key: bytes) -> Iterator[int]:
    """The numbers of the objects that are listed under a key."""
    return map(int, REFERENCE.findall(file.array(text, key)))


def without(page: Any, hidden: frozenset[bytes]) -> int:
    """Take what hidden layers hold out of a page of pdfium's; how many characters that was."""
    before = _characters(page)
    waiting: list[tuple[Any, Any, Any, Any, int]] = [
        (page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, raw.FPDFPage_RemoveObject, 0)
    ]
    is_changed = False
    while waiting:
        holder, count, get, remove, depth = waiting.pop()
        for one in [get(holder, number) for number in range(count(holder))]:
            if _layers(one) & hidden:
                if remove(holder, one):
                    raw.FPDFPageObj_Destroy(one)
                    is_changed = True
            elif raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                inside = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, raw.FPDFFormObj_RemoveObject
                waiting.append((one, *inside, depth + 1))
    return before - _characters(page) if is_changed else 0


def _characters(page: Any) -> int:
    """How many characters a page has, blanks aside."""
    text = page.get_textpage()
    count = sum(1 for at in range(raw.FPDFText_CountChars(text)) if raw.FPDFText_GetUnicode(text, at) > 32)
    text.close()
    return count


def _layers(shape: Any) -> set[bytes]:
    """The names of the layers that a shape on a page is in."""
    names = set()
    kind, name, length = (raw.FPDF_WCHAR * 50)(), (ctypes.c_ubyte * _LONGEST)(), ctypes.c_ulong()
    for number in range(min(raw.FPDFPageObj_CountMarks(shape), _MARKS)):
        mark = raw.FPDFPageObj_GetMark(shape, number)
        told = raw.FPDFPageObjMark_GetName(mark, kind, ctypes.sizeof(kind), length)
        if told and bytes(kind)[: length.value] == _OPTIONAL:
            told = raw.FPDFPageObjMark_GetParamBlobValue(mark, b"Name", name, _LONGEST, length)
            names.add(bytes(name)[: length.value] if told and length.value <= _LONGEST else b"")
    return names
