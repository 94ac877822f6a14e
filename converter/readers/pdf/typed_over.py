"""Text that was typed over a PDF's page (ISO 32000-2, 12.5.6.6, 12.7.5.3): free text and values of form fields.

A viewer shows it, but it is no part of the page, and of no story: it is counted. Notes that open when they are pressed
are their writers' own.
"""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as raw

MOST = 10_000
"""Annotations of a page that are looked at."""

_LONGEST = 100_000  # bytes of one's text
_TEXTS = {raw.FPDF_ANNOT_FREETEXT: b"Contents", raw.FPDF_ANNOT_WIDGET: b"V"}
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW


def typed_over(page: Any) -> int:
    """How many characters, blanks aside, were typed over a page of pdfium's."""
    return sum(_typed(page, index) for index in range(min(raw.FPDFPage_GetAnnotCount(page), MOST)))


def _typed(page: Any, index: int) -> int:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return 0
    key = _TEXTS.get(raw.FPDFAnnot_GetSubtype(annotation))
    count = 0
    is_text = key and raw.FPDFAnnot_GetValueType(annotation, key) == raw.FPDF_OBJECT_STRING  # a box's is a name
    if is_text and not raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
        room = min(raw.FPDFAnnot_GetStringValue(annotation, key, None, 0), _LONGEST)
        text = (raw.FPDF_WCHAR * (room // 2))()
        if raw.FPDFAnnot_GetStringValue(annotation, key, text, room) == room:
            count = len("".join(bytes(text).decode("utf-16-le", "ignore").rstrip("\0").split()))
    raw.FPDFPage_CloseAnnot(annotation)
    return count
