"""Any text of a profile or company shows as that text: in HTML and PDF, and where the Markdown is read by other programs."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import TemplateRuntimeError
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
    "last table cell": (
        "| a | b |\n| --- | --- |\n| x | {} |\n",
        {"table", "thead", "tbody", "tr", "th", "td"},
    ),
    "table head": ("| a | {} |\n| --- | --- |\n| x | y |\n", {"table", "thead", "tbody", "tr", "th", "td"}),
    "heading": ("# {}\n", {"h1"}),
    "end of a heading": ("## About {}\n", {"h2"}),
    "quotation": ("> {}\n", {"blockquote", "p"}),
    "before a full stop": ("The {}.\n", {"p"}),
    "in quotation marks": ("“{}” (x)\n", {"p"}),
    "link": ("[{}](https://a.example)\n", {"p", "a"}),
    "in a box": (
        '<div class="facts" markdown="1">\n\n- **Pay:** {}\n\n</div>\n',
        {"div", "ul", "li", "strong"},
    ),
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


ONLY_HERE = {"paragraph with a class", "in a box"}
"""Other programs show the hint, or take the box for HTML; files for reading are written without."""


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


FOUND = [
    "\\",
    "C#",
    "http://<?",
    "a@b.example_",
    "]:",
    "[a]: b",
    "&#35",
    "&copy",
    "~a~",
    "\xa0x",
    "{: .lead }",
    "1. a",
    "---",
    "a|b\\",
    "<!--",
]
"""What was not shown as it stands, or nearly so: tried every time."""


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("text", FOUND)
def test_a_text_that_looks_like_markup_shows_as_itself(text: str, position: str) -> None:
    holds(to_html_body, text, position, {"a"})
    if position not in ONLY_HERE:
        holds(COMMONMARK.render, text, position, set())


@pytest.mark.parametrize("position", POSITIONS)
@given(text=TEXTS)
@settings(max_examples=50)
def test_any_text_shows_as_itself_in_html_and_pdf(position: str, text: str) -> None:
    holds(to_html_body, text, position, {"a"})


@pytest.mark.parametrize("position", [it for it in POSITIONS if it not in ONLY_HERE])
@given(text=TEXTS)
@settings(max_examples=50)
def test_any_text_shows_as_itself_where_others_read_the_markdown(position: str, text: str) -> None:
    holds(COMMONMARK.render, text, position, set())


@given(TEXTS)
def test_a_value_stays_on_its_line(text: str) -> None:
    assert "\n" not in str(markdown(text))
    assert markdown(f"  one\n\t{text}\r\n two ") == markdown(f"one {text} two")


@given(st.text(st.sampled_from("abc äé中 ,.;'’“”()/"), min_size=1).filter(str.strip))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert markdown(text) == plain(text)


def test_a_single_tilde_is_escaped_because_github_strikes_out_between_two() -> None:
    assert markdown("a ~b~ c") == r"a \~b\~ c"


@pytest.mark.parametrize(
    "text",
    [
        "C# and F# teams",
        "snake_case_name",
        "a - b",
        "AT&T",
        "R&D",
        "2027. Then",
        "one # two",
        "3 > 2",
        "1.5 FTE",
    ],
)
def test_what_needs_no_backslash_gets_none(text: str) -> None:
    assert markdown(text) == text.replace("2027.", "2027\\.")


@pytest.mark.parametrize("value", [3, Decimal("0.10"), dt.date(2027, 1, 31), Markup("<b>x</b>")])
def test_numbers_dates_and_markdown_come_back_as_they_are(value: object) -> None:
    assert markdown(value) is value


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "nothing"),
        (("a", "b"), "a list"),
        (["a"], "a list"),
        ({"a": 1}, "a dict"),
        (str.upper, "a method_descriptor"),
    ],
)
def test_what_nobody_wants_to_read_is_refused(value: object, kind: str) -> None:
    with pytest.raises(
        TemplateRuntimeError, match=f"^{kind} is no text: print one of its fields, or loop over it$"
    ):
        markdown(value)


ADDRESSES = {
    "https://a.example/x": "https://a.example/x",
    "https://a.example/x_y_z?a=1&b=2#c": "https://a.example/x_y_z?a=1&b=2#c",
    "https://a.example/?x=1&copy;=2": "https://a.example/?x=1&copy;=2",
    "https://a.example/~user/*": "https://a.example/~user/*",
    "See https://a.example.": "https://a.example",
    "(https://a.example/x)": "https://a.example/x",
    "https://a.example/<b>": "https://a.example/",
    "Write to jo.doe+x@a.example, please": "mailto:jo.doe+x@a.example",
    "jo_doe@a.example": "mailto:jo_doe@a.example",
}


@pytest.mark.parametrize(("text", "address"), ADDRESSES.items())
def test_a_bare_address_is_a_link_to_itself(text: str, address: str) -> None:
    page = Page(to_html_body(f"{markdown(text)}\n"))
    assert page.links == [address]
    assert page.text == text


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "[x](javascript:alert(1))", "<a href='//a.example'>x</a>", "a@b", "http:// x"],
)
def test_nothing_else_is_a_link(text: str) -> None:
    assert Page(to_html_body(f"{markdown(text)}\n")).links == []
