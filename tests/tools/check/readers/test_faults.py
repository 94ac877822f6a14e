"""Every engine has faults to find, each named for what is said of it."""

from collections import Counter

from tools.check.readers.books import BOOKS
from tools.check.readers.faults import FAULTS


def test_faults() -> None:
    """Each is made of a book of the matrix, and no two are one; every engine has several."""
    tools = Counter(tool for _, tool, *_ in FAULTS)
    assert {book for book, *_ in FAULTS} <= set(BOOKS)
    assert len(set(FAULTS)) == len(FAULTS)
    assert {"paged", "WebKit", "MuPDF", "foliate-js", "epub.js"} == {tool for tool, count in tools.items() if count > 2}
