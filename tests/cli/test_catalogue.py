"""A sentence is known by its words, with any values in its places."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.cli.catalogue import PLACE, Catalogue, entries

CHINESE = Catalogue.of("zh-Hans")


def filled(sentence: str, value: str) -> str:
    return PLACE.sub(lambda _: value, sentence)


@pytest.mark.parametrize("english", [english for english in CHINESE.known if " " in english])
def test_each_sentence_is_known_in_use(english: str) -> None:
    """With names in its places a sentence is its own translation, not that of another which fits it too."""
    assert CHINESE.gettext(filled(english, "p.txt")) == filled(CHINESE.known[english], "p.txt")


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("page.txt: the input is empty: choose a file that has text in it",
         "page.txt：输入是空的：请选一个有文字的文件"),
        (
            "a.epub: the input looks like a PDF document, not text: save its text as a .txt file first",
            "a.epub：输入像是PDF 文档，不是文本：请先把文字存为 .txt 文件",
        ),
        (
            "made a.epub: 4 stories, 1 doubtful block (banmian inspect 'my page.txt')",
            "已生成 a.epub：4 篇、1 处存疑（banmian inspect 'my page.txt'）",
        ),
        ("made a.epub: 1 story", "已生成 a.epub：1 篇"),
        ("line 3: expected a role, a tab and text, not 'headlin': did you mean headline?",
         "第 3 行：这里应是角色、制表符和文字，而不是 'headlin'：是不是要 headline？"),
        ("cannot read no such.txt: No such file or directory; check the path",
         "no such.txt 读不出来：没有这个文件或文件夹；请检查路径"),
        ("the text is Japanese, and stays as it is", "原文是日文，保持原样"),
        ("blocks of the text in other languages (2 Japanese and 1 Korean) stay as they are",
         "其他语言的文字（2 日文、1 韩文）保持原样"),
        ("the encoding was guessed as gb18030 (it may be big5, cp950): if the text is wrong, name it with --encoding",
         "猜测编码是 gb18030（也可能是 big5, cp950）：文字不对时请用 --encoding 指明"),
        ("No such option '--form'. (Did you mean one of: '--font', '--for'?)",
         "没有选项 '--form'。（是不是要其中之一：'--font', '--for'？）"),
        (
            "the file is damaged in 9 place(s), whose bytes are no utf-8 and stand as U+FFFD: line 1 character 2, "
            "line 3 character 4, and 7 more: look for a better copy",
            "文件有 9 处损坏，那里的字节不是 utf-8，以 U+FFFD 代替：第 1 行第 2 字、"
            "第 3 行第 4 字、另有 7 处：请找一份更好的",
        ),
        ("left out 2 character(s) of tracked deletions", "略去 2 个字：修订中删去的文字"),
        ("  … and 3 more\n", "  …… 另有 3 处\n"),
    ],
)  # fmt: skip
def test_sentences_in_sentences(english: str, chinese: str) -> None:
    """What stands in a place is translated too where it is a sentence; names, commands and blanks stay."""
    assert CHINESE.gettext(english) == chinese


@pytest.mark.parametrize("name", ["read", "lost", "page.txt", "the page of a friend.txt", "汉江晚报", "12"])
def test_names_stay(name: str) -> None:
    """A file that is called like a word of ours keeps its name in a sentence."""
    assert CHINESE.gettext(f"{name} is named twice, and read once") == f"{name} 写了两次，只读一次"


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    """Nothing that is said ends in an error; what has no Latin letter is as it was."""
    said = CHINESE.gettext(text)
    assert said == text or any(character.isascii() and character.isalpha() for character in text)


def test_the_traditional_script() -> None:
    """The same sentences as OpenCC writes them for a place, and the values as they are."""
    message = f"cannot read 软件.txt: {os.strerror(2)}; check the path"
    assert Catalogue.of("zh-Hant-TW").gettext(message) == "软件.txt 讀不出來：沒有這個檔案或資料夾；請檢查路徑"
    assert Catalogue.of("zh-Hant-HK").gettext(message) == "软件.txt 讀不出來：沒有這個文件或文件夾；請檢查路徑"


def test_the_form_of_a_catalogue() -> None:
    """Entries in gettext's form: a head, remarks, texts over several lines, escapes."""
    text = '# 说明\nmsgid ""\nmsgstr "Language: zh\\n"\n\n#: a.py\nmsgid "a \\"b\\" "\n"c"\nmsgstr "甲\\t"\n"乙"\n'
    assert list(entries(text)) == [("", "Language: zh\n"), ('a "b" c', "甲\t乙")]
