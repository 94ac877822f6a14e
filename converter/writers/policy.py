"""The Content-Security-Policy of a page that needs nothing: what it holds is allowed by its hash, all else forbidden."""

from __future__ import annotations

from binascii import b2a_base64
from hashlib import sha256


def guarded(css: str, pictures: bool = False) -> str:
    """The style element for ``css``, and above it the policy under which no other style applies; for a page's head.

    CSP 3: no script, font, frame, object, form, base address or request of any kind. ``pictures`` are those that the
    page holds itself. The Nu checker hashes a style without its last newline, so there is none.
    """
    css = css.strip()
    images = " img-src data:;" if pictures else ""
    rules = f"default-src 'none'; style-src '{digest(css)}';{images} base-uri 'none'; form-action 'none'"
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n<style>{css}</style>\n'


def digest(text: str) -> str:
    """The hash of an element's text, as CSP (2.3.1) writes it."""
    return f"sha256-{b2a_base64(sha256(text.encode()).digest(), newline=False).decode()}"
