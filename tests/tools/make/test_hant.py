"""The traditional half of a table of words."""

from tools.make.hant import made, traditional


def test_traditional() -> None:
    """A word has each form that a place writes, once, and none that it has already."""
    assert list(traditional("里面")) == ["裏面", "裡面"]
    assert list(traditional("山水")) == []


def test_made() -> None:
    """A row keeps its key; what was written by hand is not made again; a row without other forms is left out."""
    table = "# remark\nis a slot name\tis\t图片报道 广告\nis water\tis\t山水\nis news\tends\t报道 報道\n"
    assert made(table) == ("# made by tools/make/hant.py\nis a slot name\tis\t圖片報道 廣告\n")
