"""Pages that Banmian's own writer made: all of their stories are text, whatever words of a site's stand in them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from converter.readers.html.tree import drop, words

_STORY = re.compile(r"page\d+-story\d+")


def stories_of(root: HtmlElement) -> HtmlElement | None:
    """What holds the text of a page of ours: its main part, or the story that is all of it; None where it is not ours.

    A page of ours has a way past its contents to the main part, and the stories in that are called as we call them.
    """
    main = root.find("body/main[@id='main']")
    if main is None or root.find("body/a[@class='skip'][@href='#main']") is None:
        return None
    stories = [part for part in main.iter("article") if _STORY.fullmatch(part.get("id") or "")]
    return next((story for story in stories if words(story) == words(main)), main if stories else None)


def take_ways(content: HtmlElement) -> None:
    """Take out the ways through a page of ours: what they say stands in its stories."""
    for way in list(content.iter("nav")):
        drop(way)
