"""What of a book is left out, counted in characters by its cause: what its documents do not show, documents outside of
the reading order, what contents and package say besides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from converter.errors import ConverterError
from converter.left_out import amount, told
from converter.model import Issue
from converter.readers.encoding import decode
from converter.readers.epub.document import Document
from converter.readers.epub.package import Book, labels_of, words
from converter.readers.html.pictures import Pictures
from converter.readers.html.tree import squeezed
from converter.readers.html.unread import letters
from converter.readers.xml import parse_xhtml

_READING = re.compile("（[^（）]*）")
_REST = "links that lead back, and what is not understood"
_BESIDES = "what the package says besides: other titles, contributors, sources, series"


def left_in(documents: Sequence[Document], pictures: Pictures) -> list[str]:
    """A warning for each cause in the documents that are read; of letters that no cause explains too."""
    counts = Counter({"words for pictures that are nowhere": sum(map(amount, pictures.unshown.values()))})
    for document in documents:
        counts.update(document.left)
        runs = (run for piece in document.pieces for run in piece.block.runs)
        counts[_REST] += (document.seen - letters(run.text for run in runs if run.image is None)).total()
    return told(counts)


def left_around(book: Book, documents: Sequence[Document], issue: Issue) -> list[str]:
    """A warning for each cause of what the book holds outside of the documents that are read."""
    said = _Said(issue)
    return told(
        {
            "lines of the contents that no text says": said.lacks(labels_of(book.contents())),
            "titles of documents that no text says": said.lacks({document.title for document in documents}),
            "the contents' own words, such as landmarks": sum(map(amount, book.around_contents())),
            "documents outside of the reading order": sum(map(amount, _unlisted(book))),
            _BESIDES: sum(map(amount, book.besides(issue.metadata))),
        }
    )


class _Said:
    """What an issue says, to be asked whether it says something."""

    def __init__(self, issue: Issue) -> None:
        data = issue.metadata
        texts = [text for block in issue.blocks() for text in (block.text, block.words, _READING.sub("", block.words))]
        texts += [section.name or "" for section in issue.sections]
        texts += [getattr(data, name) or "" for name in data.__slots__]
        self._lines = set(map(squeezed, texts))
        self._text = "".join(squeezed(block.text) for block in issue.blocks())

    def lacks(self, texts: Iterable[str]) -> int:
        """How many characters those of the ``texts`` have that are not said."""
        return sum(amount(text) for text in texts if not self._says(squeezed(text)))

    def _says(self, text: str) -> bool:
        return text in self._lines or text in self._text


def _unlisted(book: Book) -> Iterator[str]:
    """The texts of documents that are in the book, and are in no reading order."""
    for path in book.unread:
        data = book.archive.read(path)
        if path.lower().endswith(".txt"):
            yield _text(data)
            continue
        try:
            root = parse_xhtml(data, path)
        except ConverterError:
            yield _text(data)
        else:
            yield words(next(root.iter("body"), root))


def _text(data: bytes) -> str:
    """The text of a file in whatever encoding; broken bytes count as characters."""
    try:
        return decode(data, strict=False).text
    except ConverterError:
        return data.decode("utf-8", "replace")
