"""Phrases that lie across words, and how sure that must be."""

import sys
from collections import Counter

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import convert_script
from converter.script import cuts as module
from converter.script.cuts import SURE, SURER, cuts, stands
from converter.script.data import spellings
from converter.script.passage import Passage
from converter.script.target import way
from converter.script.words import Phrases, phrases, with_more


@pytest.mark.parametrize("sentence", ["理发店里的面条，干燥的头发。", "理发店里的面条干燥的头发"])
def test_a_paragraph_that_does_not_end(sentence: str) -> None:
    """Twice the text takes twice the steps, with marks in it or without."""

    def steps(times: int) -> int:
        seen: Counter[str] = Counter()
        sys.setprofile(lambda frame, event, what: seen.update([event]))
        try:
            cuts(sentence * times, phrases())
        finally:
            sys.setprofile(None)
        return seen["call"] + seen["c_call"]

    steps(1)  # the tables are read
    assert steps(200) < 2.1 * steps(100)


def test_a_cut_tells_its_words() -> None:
    """What was taken apart is told with the words that it lay across."""
    (cut,) = cuts("它被发明", phrases())
    assert (cut.start, cut.phrase, cut.words, cut.edges) == (1, "被发", ("被", "发明"), (2,))


CUTS = [
    ("被发", []),
    ("两家工厂集中签约", [(5, "中签", ("集中", "签约"), (6,))]),
    ("发明被发明", [(2, "被发", ("被", "发明"), (3,))]),
    ("资金链资金链断了", [(1, "金链", ("资金", "链"), (2,)), (4, "金链", ("资金", "链"), (5,))]),
    (
        "它被发明了，好多好多好多好多人说它被发明",
        [
            (1, "被发", ("被", "发明"), (2,)),
            (2, "发明", (), (4,)),
            (17, "被发", ("被", "发明"), (18,)),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_phrases_that_are_taken_apart(text: str, expected: list[tuple[object, ...]]) -> None:
    """From left to right, however far apart; a word that hides a phrase behind its end is told by that end alone."""
    assert [(cut.start, cut.phrase, cut.words, cut.edges) for cut in cuts(text, phrases())] == expected


def test_a_name_behind_a_common_word_is_none() -> None:
    """由于 hides the name 于舟, as OpenCC's longest match does."""
    (cut,) = cuts("由于舟", with_more(Phrases(), ["于舟"]), frozenset(["于舟"]))
    assert (cut.phrase, cut.words, cut.edges) == ("由于", (), (2,))


@pytest.mark.parametrize(
    ("text", "name"), [("由于帆", "于帆"), ("面向洋", "向洋"), ("对于洋", "于洋"), ("由于晴", "于晴")]
)
def test_a_known_name_behind_a_rarer_pair_is_one(text: str, name: str) -> None:
    """A name that the document has is likelier than a word with a character left over that is rare by itself."""
    (cut,) = cuts(text, with_more(Phrases(), [name]), frozenset([name]))
    assert (cut.words, cut.edges) == ((text[0], name), (1,))


def test_a_name_that_becomes_what_its_characters_do_is_looked_at_beside_a_phrase_alone() -> None:
    """By itself it changes nothing, wherever its words end; beside a phrase it tells whether that is one."""
    names, alone = frozenset(["于晴"]), with_more(Phrases(), ["于晴"])
    beside = with_more(alone, ["晴后"])
    assert cuts("由于晴", alone, names) != cuts("由于晴", alone, names, plain=names) == []
    assert cuts("由于晴后", beside, names) == cuts("由于晴后", beside, names, plain=names) != []


PLAIN_OPENCC_IS_RIGHT = [
    # the likeliest words are not likelier enough
    ("外面包着两层布", "外面包著兩層布"),
    ("墙面糊了一层泥", "牆面糊了一層泥"),
    ("正面塑着一只羊", "正面塑著一隻羊"),
    ("桌面包着铁皮", "桌面包著鐵皮"),
    ("两百里外的渡口", "兩百里外的渡口"),
    ("三百六十里下寨", "三百六十里下寨"),
    ("不须子弟相送", "不須子弟相送"),
    ("他不准我们上船", "他不准我們上船"),
    ("门外面粉刷过了", "門外面粉刷過了"),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN_OPENCC_IS_RIGHT)
def test_a_right_result_stays(text: str, expected: str) -> None:
    """Where OpenCC is right, the words don't overrule it."""
    assert convert_script(text, "zh-Hant-TW") == expected


def test_margins(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cut needs its margin to the half bit, and more where a word is taken apart for a phrase behind it."""
    (found,) = [cut for cut in cuts("卫星被发射", phrases()) if cut.words]
    assert found.by >= SURE
    monkeypatch.setattr(module, "SURE", found.by)
    assert [cut for cut in cuts("卫星被发射", phrases()) if cut.words] == [found]
    monkeypatch.setattr(module, "SURE", found.by + 1)
    assert not [cut for cut in cuts("卫星被发射", phrases()) if cut.words]
    assert SURER > SURE


CHARACTERS = "外面包着墙糊正塑不须子准里百发明被后来干净系统联历史制造一只头白周游山谷台表示了解松斗卷签云"


@given(st.text(alphabet=CHARACTERS, max_size=14))
def test_without_cuts_and_rules_all_is_as_opencc_has_it(text: str) -> None:
    """The short list of phrases and the ends that are marked give what the whole list gives."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SURE", 10**6)
        patch.setattr(module, "SURER", 10**6)
        passage = Passage(way("s2t", text))
        patch.setattr(passage, "_decided", lambda text, edges, whole: text)
        done = passage.convert((text,))[0]
    spelled = any(word in text for word in spellings())
    assert spelled or done == opencc.OpenCC("s2t", include_tofu_risk_dictionaries=False).convert(text)


@pytest.mark.parametrize(
    ("text", "at", "edges", "expected"),
    [
        ("，干净", 1, [], "phrase"),
        ("，干净", 1, [2], "alone"),
        ("的干。", 1, [], "alone"),
        ("一伙码头", 2, [], "word"),
        ("干", 0, [], "alone"),
    ],
)
def test_where_a_character_stands(text: str, at: int, edges: list[int], expected: str) -> None:
    """In a phrase, unless it is taken apart there; in a word of the list; as a word of its own."""
    assert stands(text, at, edges) == expected
