"""What grows worse than its text is found, and what grows as it does is not."""

from __future__ import annotations

import pytest

from tools.fuzz import growth


def clock(monkeypatch: pytest.MonkeyPatch, power: int) -> list[int]:
    """A reader whose time is the length's power, by a clock that it moves itself."""
    lengths: list[int] = []

    def spent(work: object, data: bytes) -> float:
        lengths.append(len(data))
        return float((len(data) / growth.SIZE) ** power)

    monkeypatch.setattr(growth, "spent", spent)
    return lengths


def test_square_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixteen times the time for four times the text, timed again before it is told."""
    lengths = clock(monkeypatch, 2)
    assert growth.grows(len, bytes) == 16
    assert lengths == [growth.SIZE, growth.SIZE // 4] * growth.TRIES


def test_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times is as it should be, and timed once."""
    lengths = clock(monkeypatch, 1)
    assert growth.grows(len, bytes) is None
    assert len(lengths) == 2


@pytest.mark.parametrize("shape", growth.SHAPES)
@pytest.mark.parametrize("name", ["text", "docx", "json", "alto", "page", "hocr"])
def test_documents_have_the_size_that_is_asked_for(name: str, shape: str) -> None:
    """And repeat their token; what stands around is not counted."""
    data = growth.document(name, "渡<", shape, 3000).decode()
    text = data.replace("&lt;", "<").replace("\\n", "\n")
    assert 2500 <= len(text) - sum(map(len, growth.AROUND.get(name, ()))) <= 3100
    assert data.count("渡") > 300


def test_cases() -> None:
    """The parsers' own words are among them: a marker of notes, a folio's word."""
    tokens = {(name, token) for name, token, _ in growth.cases()}
    assert {("markdown", "[^1]"), ("subtitles", "WEBVTT"), ("outline", "paragraph")} <= tokens
