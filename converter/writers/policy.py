"""The Content-Security-Policy of a page that needs nothing: what it holds is allowed by its hash, all else forbidden."""

from __future__ import annotations

import json
from binascii import b2a_base64
from hashlib import sha256
from typing import Any


def guarded(css: str, data: dict[str, Any] | None = None, pictures: bool = False) -> str:
    """The policy, the style element for ``css`` and JSON-LD for ``data``, for a page's head.

    CSP 3: no script, font, frame, object, form, base address or request of any kind. ``pictures`` are those that the
    page holds itself. JSON-LD is not run and needs no leave of CSP; the Nu checker wants one all the same, and hashes
    without the last newline, so there is none.
    """
    css = css.strip()
    linked = _json(data) if data else ""
    rules = ["default-src 'none'", f"style-src '{digest(css)}'", "base-uri 'none'", "form-action 'none'"]
    rules += [f"script-src '{digest(linked)}'"] * bool(linked) + ["img-src data:"] * pictures
    meta = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">\n<style>{css}</style>\n'
    return meta + (f'<script type="application/ld+json">{linked}</script>\n' if linked else "")


def digest(text: str) -> str:
    """The hash of an element's text, as CSP (2.3.1) writes it."""
    return f"sha256-{b2a_base64(sha256(text.encode()).digest(), newline=False).decode()}"


def _json(data: dict[str, Any]) -> str:
    """JSON that cannot end the element that it stands in."""
    text = json.dumps({"@context": "https://schema.org"} | data, ensure_ascii=False, indent=1)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
