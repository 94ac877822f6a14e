"""Links from page to page of a book: each leads to a place that has a name, or to a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, islice

from converter.model import Block, Form, Mark, Role, Run
from converter.readers.epub.document import Document
from converter.readers.html.notes import BACK_SIGN, NUMBER, number_at_head
from converter.readers.lines import joined

_LINK = "book:"
_BACK = re.compile(r"[\[【（(]?(?:[↩↑⇧^←⤴]\ufe0e?|返回|回|back)[\]】）)]?", re.IGNORECASE)

_BACK_AT_HEAD = re.compile(r"^\s*[◎⊙※↩↑⇧^⤴←]\ufe0e?")
"""A sign before a note that stands for its number."""


def link(documents: Sequence[Document]) -> None:
    """Lead the links inside the book (``book:PATH#PLACE``) to names, and give these to the pieces of ``documents``.

    A number that leads to a piece of another document that begins with it is a note's. Dead links are text.
    """
    book = _Book({document.path: document for document in documents}, [document.path for document in documents])
    for document in documents:
        book.rename_notes(document)
    for document in documents:
        for place, piece in enumerate(document.pieces):
            if any((run.href or "").startswith(_LINK) for run in piece.block.runs):
                own = book.notes.get((document.path, place), ("", ""))[1]
                runs = [run for old in piece.block.runs for run in book.led(old, document, own)]
                document.pieces[place] = replace(piece, block=replace(piece.block, runs=tuple(joined(runs))))
    for (path, place), name in book.names.items():
        _call(book.documents[path], place, name)
    for (path, place), (name, label) in book.notes.items():
        piece = book.documents[path].pieces[place]
        book.documents[path].pieces[place] = replace(piece, block=_note(piece.block, name, label))


@dataclass(slots=True)
class _Book:
    """The documents by their paths, and what is found: names of pieces; names and numbers of notes."""

    documents: dict[str, Document]
    order: list[str]
    names: dict[tuple[str, int], str] = field(default_factory=dict)
    notes: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    _count: Iterator[int] = field(default_factory=lambda: count(1))

    def rename_notes(self, document: Document) -> None:
        """Names of the document's notes that are none of another document's."""
        names = {
            run.name: f"note{next(self._count)}"
            for piece in document.pieces
            for run in piece.block.runs[:1]
            if piece.block.form is Form.NOTE and run.mark is Mark.NOTE and run.name
        }
        for place, piece in enumerate(document.pieces) if names else ():
            runs = tuple(_renamed(run, names) if run.mark is Mark.NOTE else run for run in piece.block.runs)
            document.pieces[place] = replace(piece, block=replace(piece.block, runs=runs))

    def led(self, run: Run, source: Document, own: str) -> Iterator[Run]:
        """``run``, its link inside the book led to a name; it is none where it leads back from the note ``own``."""
        if not (run.href or "").startswith(_LINK):
            yield run
            return
        target = self._target((run.href or "").removeprefix(_LINK))
        label = NUMBER.fullmatch(run.text.strip())
        if target is None or label and label[1] == own:
            yield replace(run, href=None)
        elif label and target[0] != source.path and self._is_note(target, run, label[1], source.path):
            piece = self.documents[target[0]].pieces[target[1]].block
            said = label[1] if run.mark is not Mark.NOTE else number_at_head(piece.text) or label[1]
            name, own = self.notes.setdefault(target, (f"note{next(self._count)}", said))
            yield Run(own, Mark.NOTE, f"#{name}")
        elif not (_BACK.fullmatch(run.text.strip()) or own and BACK_SIGN.fullmatch(run.text.strip())):
            name = self.names.setdefault(target, f"p{next(self._count)}")
            yield replace(run, href=f"#{name}")

    def _target(self, address: str) -> tuple[str, int] | None:
        """The document and the piece that an address leads to; the next one there is where it leads to an end."""
        path, _, fragment = address.partition("#")
        document = self.documents.get(path)
        at = document.place(fragment) if document else None
        if document is None or at is None:
            return None
        if at < len(document.pieces):
            return path, at
        later = islice(self.order, self.order.index(path) + 1, None)
        return next(((other, 0) for other in later if self.documents[other].pieces), None)

    def _is_note(self, target: tuple[str, int], run: Run, label: str, home: str) -> bool:
        """Whether the piece is the note of that number: it begins with it, its list counts it, or it leads home."""
        piece = self.documents[target[0]].pieces[target[1]]
        begins = NUMBER.match(piece.block.text)
        if piece.level or piece.block.form not in (None, Form.ITEM, Form.NUMBERED, Form.NOTE):
            return False
        if run.mark is Mark.NOTE:  # so it is called
            return True
        is_small = run.mark is Mark.SUP or not run.text.strip().isdecimal()
        leads_back = any((other.href or "").startswith(f"{_LINK}{home}#") for other in piece.block.runs)
        return bool(begins and begins[1] == label) or is_small and (piece.block.form is Form.NUMBERED or leads_back)


def _call(document: Document, place: int, name: str) -> None:
    """Give a piece's first run a name."""
    piece = document.pieces[place]
    first, *rest = piece.block.runs
    named = [replace(first, name=name)] if first.name is None else [Run("", name=name), first]
    document.pieces[place] = replace(piece, block=replace(piece.block, runs=(*named, *rest)))


def _renamed(run: Run, names: Mapping[str, str]) -> Run:
    """The number of a note, or what leads to it, with the note's new name."""
    href = f"#{names[run.href[1:]]}" if run.href and run.href[1:] in names else run.href
    return replace(run, href=href, name=names.get(run.name or "", run.name))


def _note(block: Block, name: str, label: str) -> Block:
    """The block as a note: its number has a name, and no longer leads back."""
    first = next((n for n, run in enumerate(block.runs) if run.text.strip()), 0)
    runs = list(block.runs)
    runs[first] = replace(runs[first], text=_BACK_AT_HEAD.sub("", runs[first].text))
    begins = NUMBER.match(runs[first].text.lstrip())
    if begins and begins[1] == label:
        runs[first] = replace(
            runs[first], text=runs[first].text.lstrip()[begins.end() :].lstrip(" .、．\u3000"), href=None
        )
    runs = [run for run in runs if run.text or run.image or run.name]
    if runs and runs[0].mark is not Mark.PAGE:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip(" .、．\u3000"))
    return Block(Role.PARAGRAPH, (Run(label, Mark.NOTE, name=name), *runs), form=Form.NOTE)
