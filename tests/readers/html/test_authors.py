"""Who wrote an article, as a web page tells it."""

import pytest

from converter.readers.html.authors import author_at_end, author_called, author_in, authors_of, is_signed


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("□本报记者 江 帆 通讯员 水清", "江帆、水清"),
        ("□本报记者 于江 见习记者 范小河", "于江、范小河"),
        ("记者柏青禾、通讯员江一帆报道", "柏青禾、江一帆"),
        ("撰文：柏青禾 摄影：江一帆", "柏青禾"),
        ("柏青禾/文 江一帆/图", "柏青禾"),
        ("江口新闻记者 江帆", "江帆"),
        ("文/图 本报记者 江帆 实习生 水清", "江帆、水清"),
        ("作者, 江帆", "江帆"),
        ("本报驻法国记者 江帆", "江帆"),
        ("阿依古丽·白帆", "阿依古丽·白帆"),
        ("摄影：江一帆", ""),
        ("潮声日报", ""),
        ("责任编辑", ""),
    ],
)
def test_authors_of_a_byline(byline: str, names: str) -> None:
    """The writers, without their posts, their house and the photographers."""
    assert names == authors_of(byline)


def test_author_among_other_things() -> None:
    """The names behind a word for an author end where another thing is told; an editor is no author."""
    assert author_in(["2024-05-16 来源：潮声网", "作者：江帆 水清 责任编辑：白帆"]) == "江帆、水清"
    assert author_in(["责任编辑：白帆", "2024-05-16 江帆", "记者 水清"]) == "水清"


@pytest.mark.parametrize(
    ("tail", "names"),
    [
        (["他说桥要修三年。", "（作者：江帆，水清大学教授）"], "江帆"),
        (["（潮声报记者 江帆）"], "江帆"),
        (["（作者江帆系临江大学教授）"], "江帆"),
        (["（本文作者為江帆）"], "江帆"),
        (["（作者 江帆，临江作家）"], "江帆"),
        (["（本文作者为临江大学教授江帆）"], "江帆"),
        (["文：江帆", "图：水清"], "江帆"),
        (["(記者江帆)"], "江帆"),
        (["圖：水清", "責任編輯：柳溪"], ""),
        (["文：江帆说，桥要修三年。"], ""),
        (["（作者系临江大学教授）"], ""),
        (["（作者为本报记者）"], ""),
        (["（作者：分享）"], ""),
        (["他告诉记者 江帆很美。"], ""),
    ],
)
def test_author_at_the_end(tail: list[str], names: str) -> None:
    """A word for an author and a sign, or a line that is nothing but a reporter's name; no running text."""
    assert names == author_at_end(tail)


@pytest.mark.parametrize(
    ("called", "names"),
    [
        ("江帆", "江帆"),
        ("记者江帆", "江帆"),
        ("江帆,水清", "江帆、水清"),
        ("江帆 通讯员陆闻笛", "江帆、陆闻笛"),
        ("江边一棵草", "江边一棵草"),
        ("jiangfan", "jiangfan"),
        ("编辑：江帆", ""),
        ("潮声日报", ""),
        ("潮声网", ""),
        ("本报记者", ""),
        ("新闻中心", ""),
        ("责任编辑", ""),
        ("admin", ""),
        ("分享", ""),
        ("jiangfan@chaosheng.example", ""),
        ("https://chaosheng.example/jiangfan", ""),
    ],
)
def test_author_as_a_pages_head_calls_him(called: str, names: str) -> None:
    """The people in it, or a name that somebody gave himself; a house, a department or a button is no author."""
    assert names == author_called(called)


def test_signed_lines() -> None:
    """A word of newspaper people says who made the article; a holder of office is only spoken of."""
    lines = ["撰文：柏青禾 摄影：江一帆", "柏青禾/文 江一帆/图", "记者 柏青禾", "海湾市市长柏青禾到场", "柏青禾"]
    assert [is_signed(line) for line in lines] == [True, True, True, False, False]
