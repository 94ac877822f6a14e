"""A page needs nothing, and may load nothing."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256

from converter.model import Issue
from converter.writers.web.policy import BESIDE, HELD, digest, guarded
from tests.writers.reading import Page


def test_page_needs_nothing_else(paper: Issue) -> None:
    """The policy allows the page's own style by its hash and forbids all else; nothing on the page would make a
    request.
    """
    page = Page(paper)
    (policy,) = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,), (data,) = page.tree.xpath("//style/text()"), page.tree.xpath("//script/text()")
    css, linked = (b64encode(sha256(text.encode()).digest()).decode() for text in (style, data))
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{css}'; script-src 'sha256-{linked}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert page.tree.xpath("//@src | //link/@href | //script[not(@type='application/ld+json')] | //@style") == []
    assert "url(" not in style and "@import" not in style


def rules_of(made: str) -> dict[str, str]:
    """The policy's rules by their names."""
    (content,) = re.findall('content="(.*?)"', made)
    return dict(rule.split(" ", 1) for rule in content.split("; "))


def test_only_what_is_there_is_allowed() -> None:
    """A page of a sheet alone has a rule for it; one with more has one for each thing."""
    bare = {
        "default-src": "'none'",
        "style-src": f"'{digest('p { margin: 0 }')}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert rules_of(guarded(" p { margin: 0 }\n")) == bare
    assert rules_of(guarded("p { margin: 0 }", pictures=BESIDE, code=" go() ", fonts=HELD)) == bare | {
        "script-src": f"'{digest('go()')}'",
        "img-src": "'self' file:",
        "font-src": "data:",
    }


def test_a_users_sheet_may_hold_fonts_and_pictures() -> None:
    """Where the sheet has data in it, that is allowed beside what the page has, and named once."""
    css = "@font-face { src: url(data:font/woff2;base64,AA==) }"
    assert {name: rules_of(guarded(css, pictures=BESIDE, fonts=HELD))[name] for name in ("font-src", "img-src")} == {
        "font-src": "data:",
        "img-src": "'self' file: data:",
    }


def test_data_cannot_end_its_element() -> None:
    """What a text says is data, whatever it says, and gives back the text."""
    made = guarded("", {"headline": "</script><b>&\u2028桥"})
    assert made.count("</script>") == 1 and "<b>" not in made
    (held,) = re.findall('<script type="application/ld[+]json">(.*?)</script>', made, re.DOTALL)
    assert json.loads(held) == {"@context": "https://schema.org", "headline": "</script><b>&\u2028桥"}
    assert rules_of(made)["script-src"] == f"'{digest(held)}'"


def test_a_hash_is_written_as_the_standard_has_it() -> None:
    """The first example of a hash in CSP 3 (2.3.1 and 8.3)."""
    assert digest("alert('Hello, world.');") == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
