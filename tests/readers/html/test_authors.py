"""The names in a byline."""

import pytest

from converter.readers.html.authors import author_in, names_in, signed


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("□本报记者 江 帆 通讯员 水清", "江帆、水清"),
        ("江口新闻记者 江帆", "江帆"),
        ("文/图 本报记者 江帆 实习生 水清", "江帆、水清"),
        ("作者, 江帆", "江帆"),
        ("本报驻法国记者 江帆", "江帆"),
        ("阿依古丽·白帆", "阿依古丽·白帆"),
        ("潮声日报", ""),
        ("责任编辑", ""),
    ],
)
def test_names(byline: str, names: str) -> None:
    """The people, without their offices and the house that they work for."""
    assert names_in(byline) == names


def test_author_among_other_things() -> None:
    """The names after a word for an author end where another thing is told."""
    assert author_in(["2024-05-16 来源：潮声网", "作者：江帆 水清 责任编辑：白帆"]) == "江帆、水清"
    assert author_in(["他对记者 江帆说"], strict=True) == ""
    assert signed("（潮声报记者 江帆）") == "江帆"
    assert signed("他告诉记者 江帆很美。") == ""
