"""Any text of a profile or company shows as that text: in HTML and PDF, and where the Markdown is read by other programs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from jdgen.documents.escaping import markdown
from jdgen.formats.markup import to_html_body

if TYPE_CHECKING:
    from collections.abc import Callable

POSITIONS = {
    "paragraph": ("{}\n", {"p"}),
    "paragraph with a class": ("{}\n{{: .lead }}\n", {"p"}),
    "after a line": ("A line\n{}\n", {"p"}),
    "list item": ("- {}\n", {"ul", "li"}),
    "second list item": ("- one\n- {}\n- three\n", {"ul", "li"}),
    "numbered item": ("1. {}\n", {"ol", "li"}),
    "after a label": ("- **Pay:** {}\n", {"ul", "li", "strong"}),
    "table cell": ("| a | b |\n| --- | --- |\n| {} | x |\n", {"table", "thead", "tbody", "tr", "th", "td"}),
    "last table cell": ("| a | b |\n| --- | --- |\n| x | {} |\n", {"table", "thead", "tbody", "tr", "th", "td"}),
    "table head": ("| a | {} |\n| --- | --- |\n| x | y |\n", {"table", "thead", "tbody", "tr", "th", "td"}),
    "heading": ("# {}\n", {"h1"}),
    "end of a heading": ("## About {}\n", {"h2"}),
    "quotation": ("> {}\n", {"blockquote", "p"}),
    "before a full stop": ("The {}.\n", {"p"}),
    "in quotation marks": ("“{}” (x)\n", {"p"}),
    "link": ("[{}](https://a.example)\n", {"p", "a"}),
    "in a box": ('<div class="facts" markdown="1">\n\n- **Pay:** {}\n\n</div>\n', {"div", "ul", "li", "strong"}),
}
"""Where templates print a value, and the elements that stand there anyway."""

AROUND = {
    "after a line": "A line {}", "second list item": "one {} three", "after a label": "Pay: {}", "table cell": "a b {} x",
    "last table cell": "a b x {}", "table head": "a {} x y", "end of a heading": "About {}", "before a full stop": "The {}.",
    "in quotation marks": "“{}” (x)", "in a box": "Pay: {}",
}  # fmt: skip
"""The text that stands there anyway."""

PIECES = st.sampled_from(
    [
        "*", "**", "_", "__", "`", "```", "~", "~~", "~~~", "#", "##", "\\", "\\\\", "|", "||", "[", "]", "(", ")", "![", "](", "]:",
        "<", ">", "</", "/>", "<b>", "</p>", "<!--", "-->", "<?", "<script>", "<div>", "</div>", "<br", "&", "&amp;", "&#35;", "&lt;", ";",
        "{", "}", "{:", "{: .x }", "{: #x }", "{%", "{{", "}}", "-", "--", "---", "+", "=", "==", "===", "1.", "1)", "12.", ".", ":", ": ",
        "!", "'", '"', "$", "$$", "^", "^[", "[^1]", "@", "/", "://", "http://", "https://a.example/x", "www.a.example", "a@b.example",
        "mailto:", "[x](y)", "![x](y)", "<a@b.example>", "\t", " ", "  ", "    ", "a", "b", "word", "C#", "snake_case_name", "é", "中", "🙂",
        "\u00a0", "\u2028", "\u200b", "0", "7", "- [ ] ", "*[x]: ", "wzxhzdk:0", "klzzwxh:0000", "amp", "x",
    ]
)  # fmt: skip

TEXTS = st.one_of(
    st.lists(PIECES, min_size=1, max_size=8).map("".join),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30),
    st.text(st.sampled_from("*_`~#\\|[]()<>&{}:-+=1. a"), min_size=1, max_size=12),
).filter(str.strip)

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Page(HTMLParser):
    """The text of a page, and its elements."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.elements = "", set[str]()
        self.links: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.links += [value for name, value in attrs if name == "href" and value]
        unknown = {name for name, _ in attrs} - {"href", "class", "scope", "markdown"}
        assert not unknown, "an attribute that no template wrote"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.text += f"comment {data}"

    def handle_decl(self, decl: str) -> None:
        self.text += f"declaration {decl}"

    def handle_pi(self, data: str) -> None:
        self.text += f"instruction {data}"


def plain(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text.strip())


def holds(render: Callable[[str], str], text: str, position: str, also: set[str]) -> None:
    template, elements = POSITIONS[position]
    page = Page(render(template.format(markdown(text))))
    assert plain(page.text) == AROUND.get(position, "{}").format(plain(text))
    assert page.elements <= elements | also


@pytest.mark.parametrize("position", POSITIONS)
@given(text=TEXTS)
def test_any_text_shows_as_itself_in_html_and_pdf(position: str, text: str) -> None:
    holds(to_html_body, text, position, {"a"})


@pytest.mark.parametrize("position", [it for it in POSITIONS if it != "paragraph with a class"])
@given(text=TEXTS)
def test_any_text_shows_as_itself_where_others_read_the_markdown(position: str, text: str) -> None:
    holds(COMMONMARK.render, text, position, set())
