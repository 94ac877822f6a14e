"""The icon of a site."""

from __future__ import annotations

from lxml import etree

from converter.writers.web.icon import icon


def test_an_icon_shows_the_first_character_of_the_name() -> None:
    """Marks before it are passed by; a name of marks alone gets the sign of a page."""
    shown = [etree.fromstring(icon(name)).findtext("{*}text") for name in ("南湾日报", "《<海>》", "——")]
    assert shown == ["南", "海", "版"]
