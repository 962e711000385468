"""A posting read back: blocks, sections, and the lines that words come from; and the rules' registry."""

from __future__ import annotations

import pytest
from postings import posting, saying

from jdgen.checks.posting.findings import register
from jdgen.checks.posting.posting import plain
from jdgen.checks.posting.rule import RULES, rows, rule

ELSEWHERE = {
    "pay-feed-mismatch": "the feeds of job boards raise it",
    "waiver-ended": "waivers are looked at after all rules",
    "waiver-unused": "waivers are looked at after all rules",
}
"""Rules of the register that no rule about a posting raises."""


def sections(it: object) -> dict[str, str]:
    return {block.text: block.section for block in it.blocks}  # type: ignore[attr-defined]


def test_every_rule_is_described_and_every_description_has_its_rule() -> None:
    register()
    assert set(RULES) | set(ELSEWHERE) == set(rows())


def test_two_rules_have_two_names() -> None:
    register()
    with pytest.raises(ValueError, match="503-vevraa"):
        rule("503-vevraa")(lambda _: iter(()))


def test_each_block_knows_its_section() -> None:
    known = {(block.kind, block.section) for block in posting().blocks}
    assert {section for _, section in known} == {
        "title", "facts", "mission", "responsibilities", "requirements", "preferred", "outcomes", "areas", "pay", "benefits",
        "company", "process", "apply", "accommodation", "statement", "template",
    }  # fmt: skip
    assert ("bullet", "responsibilities") in known
    assert ("cell", "areas") in known
    assert ("heading", "title") in known


def test_only_headings_and_captions_are_the_template_s() -> None:
    typed = [
        block.text for block in posting().blocks if block.section == "template" and block.kind != "heading"
    ]
    assert typed == [
        "Who owns what",
        "Area",
        "You",
        "Chief Technology Officer",
        "Strategy",
        "Innovation",
        "Customers",
        "Metrics",
    ]


def test_words_of_the_profile_stand_at_its_line() -> None:
    blocks = {block.text: block for block in posting().blocks}
    assert blocks["Lead the product teams and their managers."].place.file == "cpo.yaml"
    [methods] = [block for text, block in blocks.items() if text.startswith("Scrum and Kanban")]
    assert methods.section == "requirements"
    assert methods.place == posting().resolved.place("requirements", "scrum")


def test_words_of_the_company_stand_at_their_own_line_within_a_list() -> None:
    [benefits] = [block for block in posting().blocks if block.text.startswith("Benefits:")]
    assert str(benefits.at("401(k)")) == "company.yaml:20:5"
    assert benefits.section == "benefits"


def test_words_of_a_template_stand_at_the_template_s_line() -> None:
    [heading] = [block for block in posting().blocks if block.text == "What you will do"]
    assert str(heading.place) == "templates/posting.md.j2:26"


def test_words_that_no_file_has_stand_at_the_line_of_the_posting() -> None:
    it = saying("Nobody wrote this.", "template")
    [block] = [block for block in it.blocks if block.text == "Nobody wrote this."]
    assert block.section == "template"
    assert block.among == "process"
    assert str(block.place) == f"cpo-scaleup-posting.md:{block.line}"


def test_text_typed_after_a_company_s_paragraph_keeps_the_two_apart() -> None:
    it = posting(
        text="# Chief Product Officer\n\n## How to apply\n\nApply at https://northwind.example/jobs/cpo. Hurry!\n"
    )
    [block] = [block for block in it.blocks if "Hurry" in block.text]
    assert block.at("Hurry").file == "cpo-scaleup-posting.md"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (r"C\# and C\+\+", "C# and C++"),
        ("**Pay:** USD 1", "Pay: USD 1"),
        ("*very* _good_ snake_case `code`", "very good snake_case code"),
        ("see [our page](https://a.example/x)", "see our page"),
        ("R&amp;D &lt; all", "R&D < all"),
        (r"2 \* 3 \_x\_", "2 * 3 _x_"),
    ],
)
def test_marks_and_escapes_are_taken_off(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_hints_about_layout_and_comments_are_no_text() -> None:
    it = posting(
        text='# T\n{: .lead }\n\n<div class="facts" markdown="1">\n\n- a b\n  c\n\n</div>\n<!-- x -->\nend of\nit\n'
    )
    assert [(block.kind, block.text) for block in it.blocks] == [
        ("heading", "T"), ("bullet", "a b c"), ("paragraph", "end of it"),
    ]  # fmt: skip
