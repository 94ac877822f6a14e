"""The Content-Security-Policy of a page that needs nothing: what it holds is allowed by its hash, all else is not."""

from __future__ import annotations

import json
from binascii import b2a_base64
from hashlib import sha256
from typing import Any

HELD, BESIDE = "data:", "'self' file:"
"""Where a page's pictures are: in it, or in files beside it. Browsers differ in what a disk's pages call ``'self'``."""


def guarded(
    css: str, data: dict[str, Any] | None = None, pictures: str = "", code: str = "", fonts: str = "", scripts: str = ""
) -> str:
    """The policy, and the style, JSON-LD and script of a page, for its head.

    ``pictures``, ``fonts`` and further ``scripts`` are where it has any. CSP 3: no font, frame, object, form, base
    address or request of any kind, no style or script but these. JSON-LD is not run and needs no leave of CSP; the Nu
    checker wants one all the same, and hashes an element without its last newline, so there is none.
    """
    css, code = css.strip(), code.strip()
    linked = _json(data) if data else ""
    rules = ["default-src 'none'", f"style-src '{digest(css)}'"]
    if allowed := [f"'{digest(text)}'" for text in (linked, code) if text] + [scripts] * bool(scripts):
        rules.append(f"script-src {' '.join(allowed)}")
    if "data:" in css.lower():  # a user's own sheet may hold fonts and pictures
        fonts, pictures = (" ".join(dict.fromkeys([*places.split(), HELD])) for places in (fonts, pictures))
    rules += [f"font-src {fonts}"] * bool(fonts)
    rules += [f"img-src {pictures}"] * bool(pictures) + ["base-uri 'none'", "form-action 'none'"]
    elements = f"<style>{css}</style>\n"
    elements += f'<script type="application/ld+json">{linked}</script>\n' if linked else ""
    elements += f"<script>{code}</script>\n" if code else ""
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">\n{elements}'


def digest(text: str) -> str:
    """The hash of an element's text, as CSP (2.3.1) writes it."""
    return f"sha256-{b2a_base64(sha256(text.encode()).digest(), newline=False).decode()}"


def _json(data: dict[str, Any]) -> str:
    """JSON that cannot end the element that it stands in."""
    text = json.dumps({"@context": "https://schema.org"} | data, ensure_ascii=False, indent=1)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
