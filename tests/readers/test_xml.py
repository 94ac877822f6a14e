"""XML that is not trusted."""

import pytest

from converter.errors import UnreadableInput
from converter.readers import xml
from converter.readers.xml import parse_xml


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declares entities of its own"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "declares entities of its own"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "http://a.example/x">]><a/>', "declares entities of its own"),
        ('<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "' + "&x;" * 99 + '">]><a b="&z;"/>', "declares entities of its own"),
        ("<a>" * 300 + "</a>" * 300, "nested deeper"),
        ("<a>", "no well-formed XML"),
        ("", "no well-formed XML"),
        ('<!DOCTYPE a PUBLIC "x" "http://a.example/x.dtd"><a>&nowhere;</a>', "no standard defines"),
    ],
    ids=["own", "file", "network", "nested", "deep", "open", "empty", "unknown"],
)
def test_what_is_refused(text: str, says: str) -> None:
    """No entity is expanded, nothing is fetched, no depth fills the stack."""
    with pytest.raises(UnreadableInput, match=says):
        parse_xml(text.encode(), "a.xml")


def test_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document is bounded."""
    monkeypatch.setattr(xml, "LARGEST", 3)
    with pytest.raises(UnreadableInput, match=r"a\.xml has 0 MB, more than 0"):
        parse_xml(b"<a/>", "a.xml")


def test_entities_of_html() -> None:
    """The entities that every reader of HTML knows are characters, with and without a document type."""
    assert parse_xml(b"<a>&nbsp;&middot;&lt;</a>", "a").text == "\xa0·<"
