"""How Sphinx makes a site of these pages, once in each language: ``make docs``."""

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
