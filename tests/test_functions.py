"""What the library does in one call."""

import io
from collections import Counter
from pathlib import Path

import converter


def test_convert_gives_the_path(seeds: list[Path], tmp_path: Path) -> None:
    """``convert`` writes the file and gives its path, for strings and paths alike."""
    for output in (tmp_path / "a.epub", str(tmp_path / "b.epub")):
        assert converter.convert(seeds[0], output) == Path(output)
    assert (tmp_path / "a.epub").read_bytes() == (tmp_path / "b.epub").read_bytes()


def test_convert_is_its_steps(seeds: list[Path], tmp_path: Path) -> None:
    """``read``, ``detect`` and ``write`` one after the other give the bytes that ``convert`` gives."""
    for seed in seeds:
        converter.convert(seed, tmp_path / "whole.html", paper="汉江晚报", date="2021-01-05")
        options = converter.Options(to="html", metadata=converter.Metadata(paper="汉江晚报", date="2021-01-05"))
        stream = io.BytesIO()
        converter.write(converter.detect(converter.read(seed, options), options), stream, options)
        assert stream.getvalue() == (tmp_path / "whole.html").read_bytes()


def test_structure_json(seeds: list[Path]) -> None:
    """``structure_json`` gives the schema's parts, and every character of the text in its blocks once."""
    for seed in seeds:
        structure = converter.structure_json(seed)
        assert (structure["schema"], structure["source"]) == (2, seed.name)
        characters = Counter(character for block in structure["blocks"] for character in "".join(block["text"].split()))
        assert characters == Counter("".join(seed.read_text("utf-8-sig").split()))


def test_configurations_include_the_common() -> None:
    """What ``script`` may be is listed."""
    assert {"s2t", "s2tw", "s2twp", "s2hk", "t2s", "tw2s"} <= set(converter.configurations())
