"""The constructs of an outline that hold text (``docs/outline.md``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.model import Form, Kind, Metadata, Role


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes an outline that holds one in it."""
    for name in Metadata.__slots__:
        yield f"metadata: {name}", _made("paragraph\t船", f"{name}\t☼\n")
    for role in Role:
        yield role.value, _made(f"{role.value}\t☼")
    for form in Form:
        yield form.value.replace("_", " "), _made(f"paragraph {form.value}\t☼\nparagraph {form.value}\t船")
    for kind in Kind:
        yield f"{kind.value} (kind)", _made(f"{'briefs' if kind is Kind.ITEM else ''}\n{kind.value}\nparagraph\t☼")
    yield "page of a section", _made("section\t☼\nparagraph\t船")
    yield "name of a section", _made("section\t3\t☼\nparagraph\t船")
    for name, text in {
        "mark": "[☼]{strong}", "target": "[渡](https://port.example/☼)", "name": "[渡]{#☼}", "picture": "![渡](☼.png)",
        "words of a picture": "![☼](a.png)", "address of a picture": "![渡](a.png)(https://port.example/☼)",
        "brackets": "\\[☼\\]", "second cell": "渡\t☼",
    }.items():  # fmt: skip
        yield name, _made(f"paragraph{' row' if name == 'second cell' else ''}\t{text}")
    yield "comment", _made("paragraph\t船\n# ☼")
    yield "comment before the text", _made("paragraph\t船", "# ☼\n")


def _made(text: str, above: str = "") -> Callable[[str], bytes]:
    whole = f"# banmian outline 1\n{above}\nsection\n\narticle\nheadline\t江边\n{text}\n"
    return lambda token: whole.replace("☼", token).encode()
