"""An HTML page's text → its tree, without what only a browser uses: scripts, sheets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from converter.errors import UnreadableInput

LARGEST = 200_000_000
"""Bytes of a page that is read, pictures in it included."""

MOST_ATTRIBUTES = 1000
"""Attributes of one element; the time that libxml2 takes grows with their square."""

DEEPEST = 2000
"""Levels of elements; libxml2 leaves out what lies below 2048."""

NEVER_READ = "script style frame embed".split()
"""Elements that are of use to a browser alone, and say nothing."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset figcaption "
    "figure footer form header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul founder-title founder-content".split()
) | set(HEADINGS)
"""Elements that begin a line of their own."""

_START_TAG = re.compile(
    r"""<(?:script|style)\b.*?(?:</(?:script|style)|\Z)|<[a-z]((?:[^>"'=]++|=\s*"[^"]*+"|=\s*'[^']*+'|["'=])*+)""",
    re.IGNORECASE | re.DOTALL,
)
_VALUE = re.compile(r"""=\s*(?:"[^"]*+"|'[^']*+')""")

REFUSED = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no tree of libxml2's may hold."""

_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""What libxml2 takes for the page's end wherever it stands, as browsers do not."""

_BULLETS = frozenset("l n u q o v § Ø ü · • ● ■ ◆ – -".split())
"""How Word's bullets look in a font of letters, Wingdings' first."""


def parse(text: str) -> HtmlElement:
    """The tree of a page. Raises ``UnreadableInput`` where it has no text, or is too deep to be read."""
    if any(_attributes(tag[1] or "") > MOST_ATTRIBUTES for tag in _START_TAG.finditer(text)):
        raise UnreadableInput(
            f"an element of the page has more than {MOST_ATTRIBUTES} attributes: open the page in a browser and save "
            "its text as a .txt file"
        )
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(_ENDS.sub("", REFUSED.sub("", text.replace("\f", " "))).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableInput("the page is empty: choose a file that has text in it") from error
    if depth_of(root) > DEEPEST:
        raise UnreadableInput(
            f"the page's elements are nested more than {DEEPEST} deep: open it in a browser and save its text "
            "as a .txt file"
        )
    return root


def _attributes(inside: str) -> int:
    """How many attributes a start tag has at most; ``inside`` is what follows the first letter of its name."""
    return len(_VALUE.sub(" ", inside).split()) if len(inside) > 2 * MOST_ATTRIBUTES else 0


def depth_of(root: HtmlElement) -> int:
    """How many levels the tree has."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def prune(root: HtmlElement) -> None:
    """Take out of the tree what only a browser uses, and make items of what is set as such."""
    etree.strip_elements(root, *NEVER_READ, with_tail=False)
    etree.strip_tags(root, "form", etree.Comment)
    _set_items(root)


def _set_items(root: HtmlElement) -> None:
    """Make items of what Word saves as paragraphs with a sign of a font of signs before them (``mso-list:Ignore``)."""
    for sign in [span for span in root.iter("span") if "mso-list:ignore" in (span.get("style") or "").lower()]:
        paragraph = next(sign.iterancestors("p"), None)
        if paragraph is not None and words(sign) in _BULLETS:
            drop(sign)
            paragraph.tag = "li"


def drop(element: HtmlElement) -> None:
    """Take ``element`` out of its tree; what follows it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def words(element: HtmlElement) -> str:
    """The element's text, each run of blanks one space."""
    return " ".join("".join(element.itertext()).split())


def squeezed(text: str) -> str:
    """The text without white space and punctuation, to be compared."""
    return re.sub(r"[\W_]+", "", text)


def length(element: HtmlElement) -> int:
    """How many characters that are not blank the element has."""
    return sum(map(_amount, element.itertext()))


def held(body: HtmlElement, sizes: dict[HtmlElement, int]) -> Counter[HtmlElement]:
    """What each element holds of the ``sizes`` of some, from the inmost outwards."""
    sums: Counter[HtmlElement] = Counter()
    inside = Counter(sizes)
    for _, element in etree.iterwalk(body, events=("end",)):
        sums[element] = inside[element]
        if element is not body:
            inside[element.getparent()] += inside[element]
    return sums


class Amounts:
    """How many characters that are not blank each element under ``root`` has, and how many of them in links.

    They are counted in one walk, so that no depth of elements makes it slow; what is taken out later counts.
    """

    def __init__(self, root: HtmlElement) -> None:
        self._every: Counter[HtmlElement] = Counter()
        self._links: Counter[HtmlElement] = Counter()
        for _, element in etree.iterwalk(root, events=("end",)):
            every = self._every[element] = self._every[element] + _amount(element.text)
            links = self._links[element] = every if element.tag == "a" else self._links[element]
            if element is not root:
                above = element.getparent()
                self._every[above] += every + _amount(element.tail)
                self._links[above] += links

    def of(self, element: HtmlElement) -> int:
        """All characters of the element."""
        return self._every[element]

    def linked(self, element: HtmlElement) -> float:
        """The part of the element's text that is links; 0 where it has none."""
        return self._links[element] / self._every[element] if self._every[element] else 0.0


def _amount(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def named(element: HtmlElement) -> str:
    """The element's class and id, to be searched for words."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def ancestors(element: HtmlElement, last: HtmlElement | None = None) -> Iterator[HtmlElement]:
    """The element and all that it lies in, inmost first, up to ``last`` where it is given."""
    yield element
    for above in element.iterancestors() if element is not last else ():
        yield above
        if above is last:
            return
