"""Plain text: what forms and mail take, with every word of the document and nothing that an old form breaks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from conftest import COMPANY
from documents import documents, headings, posting, words
from hypothesis import given
from hypothesis import strategies as st
from test_goldens import compare

from jdgen.formats.blocks import Span
from jdgen.formats.plain import ASCII, DASH, WIDTH, _plain, _wrapped, to_txt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conftest import Make, Run

ALL = range(len(documents()))
NAMES = [f"{it.role.id}-{it.role.stage}-{it.name}" for it in documents()]
every = pytest.mark.parametrize("number", ALL, ids=NAMES)


@cache
def text(number: int) -> str:
    return to_txt(documents()[number]).decode()


def plain(words: Iterable[str]) -> list[str]:
    """Words as plain text has them: in ASCII punctuation, without bullets, and in one case, since headings are capitals."""
    said = DASH.sub(" - ", " ".join(words)).translate(ASCII).casefold()
    return [word.strip(".:()") for word in said.split() if re.search(r"\w", word)]


def test_a_posting_is_as_accepted(update_goldens: bool) -> None:
    compare("company/cpo-scaleup-posting.txt", text(0), update=update_goldens)


@every
def test_every_word_of_the_markdown_is_there(number: int) -> None:
    document = documents()[number]
    said = text(number).removeprefix("Confidential: for the interview panel, never for candidates\n")
    here, there = set(plain(said.split())), set(plain(words(document)))
    assert there <= here
    assert all(it.isdecimal() for it in here - there)  # the numbers of lists


@every
def test_lines_that_are_not_in_tables_come_in_order(number: int) -> None:
    said = " ".join(plain(text(number).split()))
    at = 0
    for line in documents()[number].body.splitlines():
        if line.startswith(("- ", "> ", "#")):
            wanted = " ".join(plain(re.sub(r"(?<!\\)\*{1,2}|\\(?=\W)|`", "", line.lstrip("->#")).split()))
            at = said.find(wanted, at)
            assert at >= 0, line


@every
def test_no_line_is_longer_than_mail_allows_but_for_addresses(number: int) -> None:
    long = [line for line in text(number).splitlines() if len(line) > WIDTH]
    assert long == []
    assert not re.search(r"[ \t]$", text(number), re.MULTILINE)
    assert "\n\n\n" not in text(number)


@every
def test_headings_of_sections_are_capitals_below_an_empty_line(number: int) -> None:
    lines = ["", *re.sub(r"\n(?=\S)(?!\n)", "\n", text(number)).splitlines()]
    for level, heading in headings(documents()[number]):
        shown = heading.translate(ASCII)
        shown = shown.upper() if level < 3 else shown
        (first, *_) = _wrapped(shown)
        assert lines[lines.index(first) - 1] == "", heading


@every
def test_no_mark_of_markdown_or_html_is_left(number: int) -> None:
    assert not re.search(r"\*\*|^#|^\||^>|\\|`|</?\w+|&\w+;|\{:", text(number), re.MULTILINE)
    assert not re.search("[‘’“”–—…\u00a0☐]", text(number))


def test_the_file_is_utf_8_without_a_mark_and_ends_lines_with_lf() -> None:
    data = to_txt(posting(company=COMPANY.replace("Dana Whitfield", "Jürgen Groß-Łukasz")))
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"protects.\n")
    assert "Jürgen Groß-Łukasz" in data.decode()


def test_internal_documents_say_so_and_postings_do_not() -> None:
    for number, document in enumerate(documents()):
        assert text(number).startswith("Confidential: ") == (document.audience == "internal")


def test_a_logo_leaves_no_words() -> None:
    assert to_txt(posting(logo="data:image/png;base64,AAAA")) == to_txt(posting())


TEMPLATE = """# A — B

See [our page](https://a.example/x) and <https://b.example>, or write to [us](mailto:us@a.example).

[**in** parts](https://c.example), <img src="x.png" alt="a picture">

- one
    1. two

        and more

- three<br>lines

Pairs
{: .caption }

| What | Why |
| --- | --- |
| first | because |

| A | B | C |
| --- | --- | --- |
| x | | y \\| z |

***

## Ask at https://a.example/Jobs
"""
EXPECTED = """A - B
See our page (https://a.example/x) and https://b.example, or write to us
(us@a.example).

in parts (https://c.example), a picture

- one
  1. two
    and more
- three
  lines

Pairs (What: Why):
- first: because

- A: x
  B:
  C: y | z

--------

ASK AT https://a.example/Jobs
"""


def test_links_lists_and_tables_read_as_text(workspace: Make, run: Run) -> None:
    dot = b"\x89PNG\r\n\x1a\n"
    folder = workspace({"templates/posting.md.j2": TEMPLATE, "templates/x.png": dot})
    assert run("cpo", "-s", "scaleup", "-w", folder, "--txt").code == 0
    written = (folder / "output/cpo-scaleup/public/cpo-scaleup-posting.txt").read_text("utf-8")
    assert written == EXPECTED


def test_an_address_is_never_broken() -> None:
    address = f"https://a.example/{'x' * 90}-{'y' * 20}"
    assert list(_wrapped(f"Apply at {address} today", "- ")) == ["- Apply at", f"  {address}", "  today"]


@given(st.text(), st.sampled_from(["", "- ", "12. "]))
def test_wrapping_loses_no_word_and_breaks_none(words: str, mark: str) -> None:
    lines = list(_wrapped(words, mark))
    assert " ".join(lines).split() == [*(mark.split() if words.split() else []), *words.split()]
    assert all(len(line) <= WIDTH or len(line.split()) <= 1 + bool(mark) for line in lines)


@pytest.mark.parametrize(
    ("link", "shown", "said"),
    [
        ("https://a.example", "https://a.example", "https://a.example"),
        ("https://a.example", "here", "here (https://a.example)"),
        ("mailto:a@b.example", "a@b.example", "a@b.example"),
        ("tel:+1", "call", "call (tel:+1)"),
        ("", "“no” link – at all…", '"no" link - at all...'),
    ],
)
def test_an_address_is_shown_once(link: str, shown: str, said: str) -> None:
    assert _plain((Span(shown, link=link),)) == said
