"""What a target's syntax is made of: words of ours in ``tokens/``, and what the parsers themselves look for."""

from __future__ import annotations

from pathlib import Path

from tools.fuzz.literals import literals

HERE = Path(__file__).parent

RECOGNISED = ("readers/recognised/__init__.py", "readers/recognised/xml.py", "readers/margins.py", "readers/xml.py")

MODULES: dict[str, tuple[str, ...]] = {
    # target: the modules whose literals are its syntax
    "text": ("readers/text.py", "readers/leftover.py", "press", "structure"),
    "markdown": ("readers/markdown.py", "readers/dialects.py", "structure/markup", "structure/series"),
    "html": ("readers/html",),
    "mhtml": ("readers/html/mhtml.py",),
    "subtitles": ("readers/subtitles.py",),
    "docx": ("readers/docx", "readers/xml.py"),
    "epub": ("readers/epub", "readers/xml.py"),
    "outline": ("readers/outline.py", "model.py"),
    "json": ("exchange", "readers/structure_json.py", "model.py"),
    "alto": ("readers/recognised/alto.py", *RECOGNISED),
    "page": ("readers/recognised/page.py", *RECOGNISED),
    "hocr": ("readers/recognised/hocr.py", *RECOGNISED),
    "mets": ("readers/recognised/mets.py", *RECOGNISED),
    "css": ("writers/markup/fetched.py", "writers/markup/styles.py"),
    "archive": ("readers/archive.py", "readers/kinds.py", "readers/inputs.py", "readers/name.py"),
    "pipeline": ("press", "structure", "script", "readers/kinds.py", "readers/name.py"),
}


def tokens_of(name: str) -> list[str]:
    """The tokens of a target, ours first: ``\\n``, ``\\t`` and the like stand for what Python means by them."""
    own = HERE / "tokens" / f"{name}.txt"
    written = own.read_text("utf-8").splitlines() if own.exists() else []
    ours = [line.encode("latin-1", "backslashreplace").decode("unicode_escape") for line in written if line]
    return list(dict.fromkeys([*ours, *literals(*MODULES[name])]))


def dictionary(name: str) -> str:
    """The tokens as a dictionary of libFuzzer's, which knows bytes alone."""
    found = (token.encode("utf-8", "surrogatepass") for token in tokens_of(name))
    return "".join('"' + "".join(map("\\x{:02X}".format, token)) + '"\n' for token in found if len(token) <= 64)
