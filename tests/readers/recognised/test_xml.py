"""Elements of recognised pages and their numbers."""

import pytest

from converter.errors import UnreadableInput
from converter.readers.recognised.xml import children, local, number, root_of, within

PAGE = b'<a:alto xmlns:a="urn:x"><a:Layout><a:Page/><Page/></a:Layout></a:alto>'


def test_names_count_without_their_space() -> None:
    """Whatever version's space an element is in, or in none."""
    root = root_of(PAGE, "alto", "an ALTO document")
    (layout,) = children(root, "Layout")
    assert (local(root), len([*within(root, "Page")]), len([*children(layout)])) == ("alto", 2, 2)


def test_another_document_is_refused() -> None:
    """The sentence names what it begins with."""
    with pytest.raises(UnreadableInput, match="begins with <alto>"):
        root_of(PAGE, "PcGts", "a PAGE document")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5", 1.5),
        ("-2", -2.0),
        ("", 0.0),
        (None, 0.0),
        ("x", 0.0),
        ("inf", 0.0),
        ("nan", 0.0),
        ("9e21", 0.0),
        ("-1e9", -1e9),
    ],
)
def test_numbers(text: str | None, expected: float) -> None:
    """What is none, or has no end that a page could have, is 0."""
    assert number(text) == expected
