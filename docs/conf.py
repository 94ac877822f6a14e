"""How Sphinx makes a site of these pages, once in each language: ``make docs``."""

import re
from pathlib import Path

import jieba
from sphinx.search.zh import SearchChinese

jieba.setLogLevel("WARNING")

IN_CHINESE = globals()["tags"].has("zh")  # Sphinx gives them; ``-t zh``

project = "Banmian 版面"
author = "The Banmian contributors"
project_copyright = f"{author}. AGPL-3.0-or-later"
language = "zh_CN" if IN_CHINESE else "en"
root_doc = "index.zh-CN" if IN_CHINESE else "index"
exclude_patterns = ["man", "index.md" if IN_CHINESE else "index.zh-CN.md"]

extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_heading_anchors = 3
autodoc_member_order = "groupwise"
autodoc_default_options = {"members": True, "imported-members": True, "undoc-members": False}
add_module_names = False

html_theme = "furo"
html_title = project
SearchChinese.js_splitter_code = Path(__file__).with_name("split-query.js").read_text("utf-8")
html_search_language = "zh"  # with jieba: pages in English have Chinese in them too
html_show_sphinx = False
html_copy_source = False
html_extra_path = ["structure.schema.json"]


def setup(app):
    """Sphinx's hook: the lines of a Chinese paragraph are joined as Chinese is, without a blank."""
    app.connect("doctree-read", lambda app, document: join_lines(document))


def join_lines(document):
    """Take away each line's end that stands between two Chinese characters, or beside a full-width mark."""
    from docutils import nodes

    for end in [node for node in document.findall(nodes.Text) if node == "\n"]:
        around = end.parent.children
        at = next(number for number, node in enumerate(around) if node is end)
        before, after = ("".join(node.astext() for node in part) for part in (around[:at], around[at + 1 :]))
        if re.search(f"{HAN}\n{HAN}|{MARK}\n|\n{MARK}", f"{before[-1:]}\n{after[:1]}"):
            end.parent.remove(end)


MARK = "[\u3001-\u301f\uff01-\uff5e]"
HAN = "[\u3400-\u9fff]"
