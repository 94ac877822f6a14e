"""The icon of a site: the first character of its name, white on red like a seal."""

from __future__ import annotations

from converter.writers.markup.blocks import escape

ICON = "icon.svg"


def icon(name: str) -> bytes:
    """The icon as SVG."""
    sign = next((char for char in name if char.isalnum()), "版")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">\n'
        '<rect width="64" height="64" rx="10" fill="#9b1c1c"/>\n'
        '<text x="32" y="47" text-anchor="middle" font-size="42" font-weight="bold" font-family="serif" fill="#fff">'
        f"{escape(sign)}</text>\n</svg>\n"
    ).encode()
