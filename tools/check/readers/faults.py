"""Books with one fault each, which a check of the matrix has to find; in the form of ``tools/check/controls.py``."""

from __future__ import annotations

STORY = "page01-story01.xhtml"
BLANK = 'body::before { content: ""; display: block; break-after: column }'
COVER_ALONE = '<spine><itemref idref="cover-xhtml"/></spine><spine'
EMPTY_LIST = '<nav epub:type="toc"><ol></ol></nav><nav'
APART = '<div style="page-break-before: always">'
HIGH = "@media (min-height: 700px) { figure img { height: 700px } }"
LISTS = "nav[hidden] { display: block }"

FAULTS = (
    # book, tool, what it has to say, file of the book, text there (nothing: the file's end), what stands in its place
    ("pictures", "paged", "page 1 of", "style.css", "", BLANK),
    ("pictures", "paged", "a heading is stranded", "style.css", "", "p { break-before: column }"),
    ("vertical", "paged", "a heading is stranded", "style.css", "", "p { break-before: column }"),
    (
        "openings",
        "paged",
        "a heading is stranded",
        "style.css",
        "",
        ".opening .picture img { width: auto; height: 25em }",
    ),
    ("vertical-openings", "paged", "a heading is stranded", "style.css", "", ".opening { display: block }"),
    ("pictures", "paged", "picture and caption are apart", "style.css", "", "figcaption { margin-top: 40em }"),
    ("pictures", "paged", "overlap", "style.css", "", "p { letter-spacing: -0.9em }"),
    ("vertical", "paged", "overlap", "style.css", "", "p { line-height: 0.1 }"),
    ("pictures", "paged", "is not seen (overflow)", "style.css", "", "h1 { height: 0; overflow: hidden }"),
    ("pictures", "paged", "is not seen (no box)", "style.css", "", "h1 { display: none }"),
    ("pictures", "paged", "is not seen (clip)", "style.css", "", "h1 { clip-path: inset(50%) }"),
    ("book", "paged", "is hidden and seen", "style.css", "", LISTS),
    ("pictures", "paged", "runs out of the page", "style.css", "", "p { white-space: nowrap }"),
    ("vertical", "paged", "runs out of the page", "style.css", "", "p { white-space: nowrap }"),
    ("pictures", "paged", "cover.xhtml: is not drawn", "cover.xhtml", 'src="cover', 'src="gone'),
    ("pictures", "paged", "nothing is seen", STORY, "<body>", '<body hidden="hidden">'),
    ("book", "paged", "pages before the first story", "style.css", "", "nav li { margin-top: 30em }"),
    ("pictures", "WebKit", "page 1 of", "style.css", "", BLANK),
    ("pictures", "WebKit", "six-inch: runs out of the page", "style.css", "", HIGH),
    ("pictures", "WebKit", "is painted wrong", "style.css", "", "body { text-autospace: normal }"),
    ("pictures", "WebKit", "shorter than they need be", "style.css", "", "p { text-wrap: pretty }"),
    ("pictures", "MuPDF", "does not open", "container.xml", "full-path=", "path="),
    ("pictures", "MuPDF", "is lost, or not whole", "style.css", "", "p { display: none }"),
    ("book", "MuPDF", "is hidden and seen", "style.css", "", LISTS),
    (
        "pictures",
        "MuPDF",
        "is blank",
        STORY,
        "</header>",
        f"</header>{APART}<p>\u00a0</p></div>{APART}<p>后页</p></div>",
    ),
    ("pictures", "MuPDF", "a picture does not stand below", STORY, 'src="picture', 'src="gone'),
    ("book", "MuPDF", "have no step", "style.css", "", "nav ol ol, nav li { margin: 0; padding: 0 }"),
    ("pictures", "MuPDF", "no space above the heading", "style.css", "", "h2 { margin-top: 0 }"),
    ("pictures", "MuPDF", "the cover is not seen", "cover.xhtml", 'src="cover', 'src="gone'),
    (
        "pictures",
        "foliate-js",
        "foliate-js: does not open",
        "content.opf",
        "</metadata>",
        '<dc:creator id="paper">海州日报</dc:creator>'
        '<meta property="role" refines="#paper" scheme="marc:relators">pbl</meta></metadata>',
    ),
    ("pictures", "foliate-js", "foliate-js: a blank page", "style.css", "", BLANK),
    ("pictures", "foliate-js", "foliate-js: the cover is not seen", "cover.png", "IHDR", "ihdr"),
    ("pictures", "foliate-js", "foliate-js: contents lead nowhere", "nav.xhtml", "#page01-story04", "#no"),
    ("pictures", "foliate-js", "foliate-js: turns no page", "content.opf", "<spine", COVER_ALONE),
    ("pictures", "foliate-js", "foliate-js: has no contents", "nav.xhtml", "<nav", EMPTY_LIST),
    ("pictures", "epub.js", "epub.js: does not open", "container.xml", "full-path=", "path="),
    ("pictures", "epub.js", "epub.js: the cover is not seen", "cover.png", "IHDR", "ihdr"),
    ("pictures", "epub.js", "epub.js: contents lead nowhere", "nav.xhtml", "#page01-story04", "#no"),
    ("pictures", "epub.js", "epub.js: turns no page", "content.opf", "<spine", COVER_ALONE),
    ("pictures", "epub.js", "epub.js: has no contents", "nav.xhtml", 'epub:type="toc"', 'epub:type="lot"'),
)
