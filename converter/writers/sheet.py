"""The style sheets that ``styles/`` holds."""

from __future__ import annotations

import re
from pkgutil import get_data

COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
CLASSES = re.compile(r'class="([^"]+)"')
TYPE = re.compile(r"(?<![\w.#:([-])[a-z]\w*")
TAGS = re.compile(r"<([a-z]\w*)")


def sheet(name: str) -> str:
    """The style sheet of that name without its comments; ``get_data`` is lighter to load than importlib.resources."""
    data = get_data("converter.styles", name)
    assert data is not None  # every loader of packages can get data
    return COMMENT.sub("", data.decode()).strip() + "\n"


def used_rules(css: str, documents: str) -> str:
    """The rules of ``css``, which has no at-rules, whose selectors name only classes and elements of ``documents``."""
    classes = {name for found in CLASSES.findall(documents) for name in found.split()}
    tags = {"html", "body", *TAGS.findall(documents)}
    kept = []
    for selectors, declarations in RULE.findall(css):
        used = [
            one.strip()
            for one in selectors.split(",")
            if classes.issuperset(CLASS.findall(one)) and tags.issuperset(TYPE.findall(one.strip()))
        ]
        if used:
            kept.append(f"{', '.join(used)} {{{declarations}}}\n")
    return "".join(kept)
