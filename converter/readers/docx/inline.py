"""What is in a paragraph: text with its look, notes, pictures, formulas, and the text boxes that are anchored in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from converter.model import Mark, Run
from converter.readers.docx.formula import equation, formula
from converter.readers.docx.package import Part, R, W
from converter.readers.docx.styles import Look, Styles, look_of
from converter.readers.docx.symbols import NONE, sign, spelt
from converter.readers.docx.unread import Found, in_fallback, texts_in

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWN_IN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_EMU = 12700
"""English Metric Units of a point (ECMA-376, part 1, 20.1.2.1)."""

_LEAST = 3.0
"""Points of a picture that nobody sees; what is told to be less wide is a mistake."""

_WIDTH = re.compile(r"(?<![\w-])width\s*:\s*(\d{1,5}(?:\.\d+)?|\.\d+)\s*(pt|in|cm|mm|px)", re.IGNORECASE)
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75}
_DRAWN = re.compile(r"\{[^}]*\}(docPr|cNvPr|imagedata|shape)")
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
REMOVED = {f"{W}del": "tracked deletions", f"{W}moveFrom": "places that text was moved from"}
_SKIPPED = {f"{W}{name}" for name in "del moveFrom delText instrText delInstrText rPr pPr sdtPr sdtEndPr rt".split()}
_CHARACTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_FIELDS = (f"{W}instrText", f"{W}fldChar")
_RESULT = "\0"
"""Stands in a field's instruction where its result begins."""

_EQUATION = re.compile(r"\s*eq\s", re.IGNORECASE)
_SAYING = re.compile(
    r"\s*(?:XE|TC|TA|QUOTE|COMMENTS|MACROBUTTON|GOTOBUTTON|ASK|FILLIN)\s+(.*)", re.IGNORECASE | re.DOTALL
)
"""Fields whose instruction has words of a person's."""

PAGE = "\f"
"""Stands in a piece's text where a new page begins."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look, or a picture with its ``width`` in points; a piece with a ``span`` begins a cell that reaches
    over several places. An empty ``href`` leads to a place in the document."""

    text: str
    look: Look = Look()
    href: str | None = None
    image: str | None = None
    note: bool = False
    width: float | None = None
    span: str | None = None

    def run(self, usual: Look) -> Run:
        """The piece with its strongest mark; what is ``usual`` in its paragraph is none."""
        if self.span:
            return Run("", Mark.SPAN, name=self.span)
        look = self.look
        marks = {
            Mark.NOTE: self.note,
            Mark.SUP: look.raised == "superscript",
            Mark.SUB: look.raised == "subscript",
            Mark.STRONG: look.bold and not usual.bold,
            Mark.EMPHASIS: look.italic and not usual.italic,
            Mark.STRUCK: look.struck,
            Mark.UNDERLINE: look.underline and self.href is None,
        }
        mark = next((mark for mark, on in marks.items() if on and self.text.strip()), None)
        return Run(self.text, None if self.image else mark, self.href or None, self.image, width=self.width)


class Inline:
    """Reads the paragraphs of one part."""

    def __init__(self, part: Part, styles: Styles, found: Found) -> None:
        self.part, self.styles, self.found = part, styles, found
        self._fields: list[str] = []  # the instructions of the fields that are open; what they give is text

    def pieces(self, paragraph: Element, look: Look) -> list[Piece]:
        """The pieces of a paragraph that looks as ``look`` where its runs say nothing else."""
        return list(self._walk(paragraph, look, None))

    def _walk(self, element: Element, look: Look, href: str | None) -> Iterator[Piece]:
        for node in element:
            tag = str(node.tag)
            if tag in REMOVED:
                self.found.leave(REMOVED[tag], texts_in(node))
            if tag in _SKIPPED:
                continue
            if tag == f"{W}r":
                yield from self._run(node, look, href)
            elif tag == f"{W}hyperlink":
                yield from self._walk(node, look, self.part.target(node.get(f"{R}id")) or href or "")
            elif tag in (f"{M}oMath", f"{M}oMathPara"):
                yield from (Piece(text, Look(raised=raised), href) for text, raised in formula(node))
            elif tag == f"{W}p":  # in a text box that is part of a run; those are read later
                continue
            else:
                yield from self._walk(node, look, href)

    def _run(self, run: Element, look: Look, href: str | None) -> Iterator[Piece]:
        properties = run.find(f"{W}rPr")
        if properties is not None:
            style = properties.find(f"{W}rStyle")
            own = look_of(properties)
            look = (own.over(self.styles.look(style.get(f"{W}val", ""))) if style is not None else own).over(look)
        if look.hidden:
            self.found.leave("hidden text", texts_in(run))
            return
        yield from self._content(run, look, href)

    def _content(self, run: Element, look: Look, href: str | None) -> Iterator[Piece]:
        for node in run:
            tag = str(node.tag)
            link = self._field_link() if href is None else href
            if tag == f"{W}br" and node.get(f"{W}type") == "page":
                yield Piece(PAGE)
            elif (text := self._text(node, look.font)) is not None:
                yield from [Piece(text, look, link)] * bool(text)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                yield from self._note(node)
            elif tag == f"{W}ruby":
                yield from self._ruby(node, look, link)
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                yield from self._drawing(node, link)
            elif tag == f"{_MC}AlternateContent":  # two versions of one thing: the newer one
                choice = node.find(f"{_MC}Choice")
                yield from self._content(node[0] if choice is None else choice, look, link)
            elif tag not in _SKIPPED:
                yield from self._walk(node, look, link)

    def _text(self, node: Element, font: str | None) -> str | None:
        """The characters that an element of a run is seen as, none for a part of a field; None for all else."""
        if node.tag in _FIELDS:
            if node.find(f"{W}ffData") is None:
                return self._field(node)
            self._field(node)
            chosen = _form_field(node)
            self.found.take_back("choices of forms that are not taken", chosen.strip("☑☐"))
            return chosen
        text = _text_of(node, font)
        if node.tag == f"{W}t" and text != node.text:  # letters of a font of signs are read as these
            self.found.left.update(node.text or "")
        if node.tag == f"{W}sym" and not text:
            self.found.skip("sign(s) of no character's code")
        elif text and NONE in text:
            self.found.skip("sign(s) of a font of signs that Unicode does not have")
        return text

    def _field(self, node: Element) -> str:
        """Fields nest: begin, instruction, separate, what they give, end. What one without a result shows by itself."""
        if node.tag == f"{W}instrText":
            self._fields[-1:] = [field + (node.text or "") for field in self._fields[-1:]]
        elif (kind := node.get(f"{W}fldCharType")) == "begin":
            self._fields.append("")
        elif kind == "separate":
            self._fields[-1:] = [field + _RESULT for field in self._fields[-1:]]
        elif kind == "end" and self._fields:
            instruction = self._fields.pop()
            if _RESULT not in instruction and _EQUATION.match(instruction):
                return equation(instruction)
            if said := _SAYING.match(instruction.strip(_RESULT)):
                self.found.leave("codes of fields that are not shown", said[1])
        return ""

    def _field_link(self) -> str | None:
        found = next((found for field in reversed(self._fields) if (found := _LINK.match(field))), None)
        return found[1] if found else None

    def _note(self, reference: Element) -> Iterator[Piece]:
        """The number that leads to a note; a mark of the author's own follows as text."""
        kind = str(reference.tag).removeprefix(W).removesuffix("Reference")
        from converter.readers.docx.numbering import written

        count = self.found.counts[kind] = self.found.counts.get(kind, 0) + 1
        label = written(count, "lowerRoman" if kind == "endnote" else "decimal")
        self.found.notes.append((kind, reference.get(f"{W}id", ""), label))
        yield Piece(label, note=True)

    def _ruby(self, ruby: Element, look: Look, href: str | None) -> Iterator[Piece]:
        """The characters, and how they are read in brackets."""
        for name, before, after in (("rubyBase", "", ""), ("rt", "（", "）")):
            part = ruby.find(f"{W}{name}")
            inside = (
                [] if part is None else [piece for run in part.iter(f"{W}r") for piece in self._run(run, look, href)]
            )
            text = "".join(piece.text for piece in inside)
            if text:
                yield Piece(f"{before}{text}{after}", look, href)

    def _drawing(self, drawing: Element, href: str | None) -> Iterator[Piece]:
        """The pictures of a drawing; its text boxes are kept for later."""
        boxes = list(_boxes(drawing))
        self.found.boxes += boxes
        words, shown, width = "", False, width_of(drawing)
        for node in drawing.iter():
            if in_fallback(node):
                continue
            if _DRAWN.fullmatch(str(node.tag)):
                words = self._words_of(node) or words
            elif node.tag == f"{_A}t":
                self.found.leave("drawings", node.text or "")
            elif str(node.tag).endswith("}textpath") and node.get("string"):
                shown = True
                yield Piece(node.get("string", ""), href=href)
            if name := self.part.image(_relation(node)):
                shown = True
                yield Piece(words, href=href, image=name, width=width)
        if not shown:
            self.found.leave("words for drawings", words)
        if not shown and not boxes:
            self.found.skip("drawing(s) that are no pictures, such as charts")

    def _words_of(self, node: Element) -> str:
        """What is said of a picture; what it is called besides is counted."""
        said = [node.get(name) or "" for name in ("descr", "alt", "title")]
        words = next(filter(None, said), "")
        self.found.leave("titles of pictures", said[2] if said[2] != words else "")
        return words


def _relation(node: Element) -> str | None:
    """What a node of a drawing calls the picture that it shows."""
    if node.tag == f"{_A}blip":
        return node.get(f"{R}embed")
    return node.get(f"{R}id") if str(node.tag).endswith("}imagedata") else None


def _boxes(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing; those in one of them are of it."""
    walk = etree.iterwalk(drawing, events=("start",), tag=(f"{W}txbxContent", f"{_MC}Fallback"))
    for _, node in walk:
        if node.tag == f"{W}txbxContent":
            yield node
        walk.skip_subtree()


def _text_of(node: Element, font: str | None) -> str | None:
    """The characters that an element of a run stands for; None where it is something else."""
    if node.tag == f"{W}t":
        return spelt(node.text or "", font)
    if node.tag == f"{W}sym":
        return sign(node.get(f"{W}char", ""), node.get(f"{W}font"))
    return _CHARACTERS.get(str(node.tag))


def _form_field(node: Element) -> str:
    """What a field to be filled in shows without any text: a box with its tick, what is chosen of a list."""
    box, choice = node.find(f"{W}ffData/{W}checkBox"), node.find(f"{W}ffData/{W}ddList")
    if box is not None:
        said = box.find(f"{W}checked")
        said = box.find(f"{W}default") if said is None else said
        ticked = said is not None and said.get(f"{W}val", "1") in ("1", "true", "on")
        return "☑" if ticked else "☐"
    if choice is None:
        return ""
    result = choice.find(f"{W}result")
    place = "0" if result is None else result.get(f"{W}val", "0")
    entries = [entry.get(f"{W}val", "") for entry in choice.iter(f"{W}listEntry")]
    return entries[int(place)] if place.isdecimal() and len(place) < 4 and int(place) < len(entries) else ""


def width_of(drawing: Element) -> float | None:
    """How wide a drawing is shown, in points, where it is one picture: DrawingML tells EMUs, VML a style."""
    extents = [node for node in drawing.iter(f"{_DRAWN_IN}extent") if not in_fallback(node)]
    width = 0.0
    if len(extents) == 1 and sum(1 for _ in drawing.iter(f"{_A}blip")) == 1:
        said = extents[0].get("cx", "")
        width = int(said) / _EMU if said.isascii() and said.isdecimal() and len(said) < 10 else 0
    else:
        shapes = (node.get("style") or "" for node in drawing.iter() if str(node.tag).startswith(_VML))
        styles = list(filter(None, map(_WIDTH.search, shapes)))
        width = float(styles[0][1]) * _UNITS[styles[0][2].lower()] if len(styles) == 1 else 0
    return round(width, 1) if width > _LEAST else None
