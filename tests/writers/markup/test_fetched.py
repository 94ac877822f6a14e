"""A sheet that would fetch or run something is told, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.writers.markup.fetched import Found, fetched

ADDRESS = "https://example.org/a.png"


@pytest.mark.parametrize(
    ("css", "what"),
    [
        ("@import 'a.css';", "@import"),
        (r"@\69mport 'a.css';", "@import"),
        ("@/**/import 'a.css'; @IMPORT url(a.css);", "@import"),
        ("@media print { @import 'a.css'; }", "@import"),
        ("@namespace 'http://www.w3.org/1999/xhtml';", "@namespace"),
        (f"p {{ background: url({ADDRESS}) }}", f"url({ADDRESS})"),
        (f"p {{ background: URL( '{ADDRESS}' ) }}", f"url('{ADDRESS}')"),
        (rf"p {{ background: \75rl({ADDRESS}) }}", f"url({ADDRESS})"),
        (rf"p {{ background: u\72 l({ADDRESS}) }}", f"url({ADDRESS})"),
        ("p { background: url(//example.org/a) }", "url(//example.org/a)"),
        (r"p { background: url(\2f/example.org/a) }", "url(//example.org/a)"),
        ("p { background: url(javascript:go()) }", "a url() that cannot be read"),
        ("p { background: url() }", "url()"),
        (f"p {{ background: url({ADDRESS}", f"url({ADDRESS})"),
        ("p { background: url(a'b) }", "a url() that cannot be read"),
        (f"p {{ background: image-set('{ADDRESS}' 1x) }}", f"image-set('{ADDRESS}')"),
        (f"p {{ background: -webkit-image-set(url({ADDRESS}) 1x) }}", f"url({ADDRESS})"),
        (f"p {{ background: image-set('data:,' 1x, ('{ADDRESS}') 2x) }}", f"image-set('{ADDRESS}')"),
        (f"p {{ background: cross-fade('{ADDRESS}', red) }}", f"cross-fade('{ADDRESS}')"),
        (f"p {{ background: image('{ADDRESS}') }}", f"image('{ADDRESS}')"),
        ("@font-face { font-family: a; src: src('a.woff') }", "src('a.woff')"),
        ("@font-face { font-family: a; src: local('A'), url(a.woff) }", "url(a.woff)"),
        (":root { --a: 'a.png' } p { background: image-set(var(--a) 1x) }", "image-set(var())"),
        ("p { background: src(--mine()) }", "src(--mine())"),
        ("p { --a: url(a.png) }", "url(a.png)"),
        ("p { width: expression(go()) }", "expression()"),
        ("p { filter: progid:DXImageTransform.Microsoft.AlphaImageLoader(src='a.png') }", "alphaimageloader('a.png')"),
        ("@document url(a) { }", "url(a)"),
        ("@media (x: url(a)) { }", "url(a)"),
        ("p { background: url(data:,\\)) , url(a) }", "url(a)"),
        ("/* open */ p { /* } */ } /**/ q[a='}'] { background: url(a) }", "url(a)"),
    ],
)
def test_what_would_fetch_is_found(css: str, what: str) -> None:
    """In every spelling that a browser understands, with its line."""
    assert fetched(f"p {{ }}\r\n\n{css}") == Found(3, what)


@pytest.mark.parametrize(
    "css",
    [
        'body { background: url("data:image/png;base64,AA==") }',
        "body { background: url(  DATA:image/png;base64,AA==  ) }",
        "p::before { content: 'url(x)' '@import' \"image-set('a')\" }",
        "/* @import url(a) */ p { }",
        "p { background: image-set('data:image/png,' 1x type('image/png'), url(data:,) 2x) }",
        "@font-face { font-family: 'A'; src: url('data:font/woff2;base64,AA==') format('woff2'), local('A B') }",
        "p { color: var(--a, red); width: calc(1em + (2 * var(--b))); content: attr(title) }",
        "@media print { @page { margin: 1cm } } @supports (display: grid) { p { } }",
        "<!-- p { } -->",
        "} ) ] p { content: 'a",
        "a[href^='http:'], .url { font: 1em 'import' }",
        "(" * 100_000,
    ],
)
def test_a_sheet_that_holds_all_it_needs_is_sound(css: str) -> None:
    """Words in strings and comments fetch nothing, nor does data; nesting of any depth is read."""
    assert fetched(css) is None


def test_addresses_that_are_held_may_be_more() -> None:
    """A drawing has its own parts by their names."""
    assert fetched("fill: url(#a)", ("#", "data:")) is None
    assert fetched("fill: url(a#a)", ("#", "data:")) == Found(1, "url(a#a)")


@given(st.text(), st.sampled_from(["url", "src", "image-set", "URL", r"\75 rl", "-webkit-cross-fade"]))
def test_an_address_is_found_behind_anything_closed(before: str, function: str) -> None:
    """Whatever stands in a comment before it."""
    assert fetched(f"/*{before.replace('*/', '')}*/ p {{ background: {function}('a') }}") is not None
