"""Each trap of YAML costs one line, with its place and what to do."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from jdgen.errors import JdgenError
from jdgen.schema import Company, Profile
from jdgen.source import decode
from jdgen.source.parsing import parse
from jdgen.source.validation import validate

if TYPE_CHECKING:
    from pydantic import BaseModel

    from jdgen.source import Node

DEEP = 100_000


def read(text: str, file: str = "company.yaml") -> Node:
    return parse(text, file, "company")


def company(text: str | bytes) -> Company:
    decoded = decode(text, "company.yaml") if isinstance(text, bytes) else text
    return validate(Company, read(decoded))


def mistakes(text: str | bytes, model: type[BaseModel] = Company) -> list[str]:
    with pytest.raises(JdgenError) as refused:
        validate(model, read(decode(text, "company.yaml") if isinstance(text, bytes) else text))
    return str(refused.value).splitlines()


TRAPS = {
    "an unknown field": (
        "name: Acme\nlocaton: [x]\n",
        "2:1: unknown field 'locaton'. Did you mean 'locations'?",
    ),
    "an unknown field like no other": ("zzz: 1\n", "1:1: unknown field 'zzz'"),
    "a field that means something elsewhere": ("max_years: 3\n", "1:1: unknown field 'max_years'"),
    "an unknown field behind a byte-order mark": (b"\xef\xbb\xbfzzz: 1\n", "1:1: unknown field 'zzz'"),
    "an unknown field inside another": (
        "salary: {low: 1, high: 2, curency: USD, currency: USD}\n",
        "1:27: unknown field 'curency'. Did you mean 'currency'?",
    ),
    "an unknown field in a list": (
        "locations:\n  - {country: US, town: X}\n",
        "2:19: unknown field 'town'",
    ),
    "a word for a number": ("headcount: many\n", "1:12: headcount: expected a whole number, found 'many'"),
    "a number with a fraction": ("headcount: 1.5\n", "1:12: headcount: expected a whole number, found '1.5'"),
    "a list for text": ("name: [Acme, Ltd]\n", "1:7: name: expected text, found a list"),
    "text for a list": ("benefits: health\n", "1:11: benefits: expected a list, found 'health'"),
    "text for a mapping": (
        "salary: much\n",
        "1:9: salary: expected a mapping of `name: value` lines, found 'much'",
    ),
    "nothing for a number": (
        "salary: {low: , high: 2, currency: USD}\n",
        "1:15: low: expected a number, found nothing",
    ),
    "a wrong word": (
        "stage: scalup\n",
        "1:8: stage: must be startup, scaleup or enterprise. Did you mean 'scaleup'?",
    ),
    "no date": (
        "closing_date: soon\n",
        "1:15: closing_date: expected a date as 2027-01-31, found 'soon'; or write ongoing",
    ),
    "no address": (
        "website: acme.example\n",
        "1:10: website: 'acme.example' does not fit: expected an address that begins with https:// or http://",
    ),
    "no e-mail": (
        "apply: {email: jobs}\n",
        "1:16: email: 'jobs' does not fit: expected an address such as jobs@example.com",
    ),
    "no currency": (
        "salary: {low: 1, high: 2, currency: dollars}\n",
        "1:37: currency: 'dollars' does not fit: expected an ISO 4217 code of three capitals, such as USD or EUR",
    ),
    "no country": (
        "locations: [{country: UK}]\n",
        "1:23: country: 'UK' is no ISO 3166-1 code of two letters, such as US, CA or DE. Did you mean 'GB'?",
    ),
    "a range upside down": (
        "salary: {low: 9, high: 2, currency: USD}\n",
        "1:9: salary: low (9) is above high (2); swap them",
    ),
    "a missing field": ("name: Acme\nsalary: {low: 1, high: 2}\n", "2:1: the field 'currency' is missing"),
    "empty text": ("name: ''\n", "1:7: name: the text is empty"),
    "a bad name": (
        "people: {Chief Executive: Jo}\n",
        "1:10: the name: 'Chief Executive' does not fit: use lower-case letters, digits and _, beginning with a letter",
    ),
    "a key twice": (
        "name: A\nstage: startup\nname: B\n",
        "3:1: 'name' stands twice; the first is on line 1. Keep one",
    ),
    "a key twice inside": (
        "salary:\n  low: 1\n  low: 2\n",
        "3:3: 'low' stands twice; the first is on line 2. Keep one",
    ),
    "a colon in text": (
        "about: We sell: boats\n",
        "1:15: a second ': ' on this line; put quotes round the text",
    ),
    "a colon in a line of a list": (
        "benefits:\n  - Pension: five percent\n",
        "2:5: benefits: expected text, found a mapping: put quotes round text that holds ': ' or begins with a brace",
    ),
    "a tab": (
        "salary:\n\tlow: 1\n",
        "2:1: a tab, or text that begins with @, % or `: indent with spaces, put quotes round text",
    ),
    "text that begins with @": (
        "name: @acme\n",
        "1:7: a tab, or text that begins with @, % or `: indent with spaces, put quotes round text",
    ),
    "an open bracket": ("benefits: [a, b\n", "2:1: a quote or bracket opened above is not closed"),
    "an open quote": ("name: 'Acme\n", "2:1: a quote or bracket opened above is not closed"),
    "a line too far right": (
        "name: Acme\n  stage: startup\n",
        "2:8: a second ': ' on this line; put quotes round the text",
    ),
    "a line without a colon": ("name: Acme\nstage\n", "3:1: expected `name: value` here"),
    "a line that does not fit": (
        "salary:\n    low: 1\n  high: 2\n",
        "3:3: this line does not fit the indentation or the quotes above it",
    ),
    "no mapping": ("- Acme\n", "1:1: expected `name: value` lines"),
    "an empty file": ("", "the file is empty; expected `name: value` lines"),
    "nothing but a comment": ("# to do\n", "the file is empty; expected `name: value` lines"),
    "two documents": ("name: A\n---\nname: B\n", "2:1: a second document begins here; keep one per file"),
    "an anchor": (
        "name: &a Acme\n",
        "1:7: anchors (&name) and tags (!name) are not read: put quotes round text that begins with & or !",
    ),
    "a tag": (
        "name: !!python/object/apply:os.system [id]\n",
        "1:7: anchors (&name) and tags (!name) are not read: put quotes round text that begins with & or !",
    ),
    "an alias": (
        "name: *a\n",
        "1:7: an alias (*name) is not read: write the value out, or put quotes round text that begins with *",
    ),
    "a mapping for a name": (
        "{a: b}: c\n",
        "1:1: a field's name must be one word; put quotes round text in braces or brackets",
    ),
    "bytes that are not UTF-8": (
        b"name: Acme\nabout: caf\xe9\n",
        "2:11: byte 0xe9 is not UTF-8; save the file with the encoding UTF-8",
    ),
    "UTF-16": (
        "name: Acme\n".encode("utf-16"),
        "1:1: byte 0xff is not UTF-8; save the file with the encoding UTF-8",
    ),
    "a NUL": ("name: Acme\nabout: a\x00b\n", "2:9: a control character; delete it and type the line again"),
    "a control character": ("name: a\x07b\n", "1:8: a control character; delete it and type the line again"),
    "a control character by its number": (
        'name: "a\\x02b"\n',
        "1:7: a control character; delete it and type the line again",
    ),
    "33 levels": ("{a: " * 34 + "}" * 34, "1:133: nested more than 32 levels deep"),
}


@pytest.mark.parametrize(("text", "said"), TRAPS.values(), ids=TRAPS)
def test_a_trap_costs_one_line_with_its_place_and_the_remedy(text: str | bytes, said: str) -> None:
    assert mistakes(text) == [f"company.yaml:{said}" if said[0].isdigit() else f"company.yaml: {said}"]


def test_all_mistakes_of_a_file_come_at_once_in_its_order() -> None:
    text = (
        "nam: Acme\nstage: scalup\nheadcount: many\nsalary: {low: 1, high: 2}\nlocations: [{country: UK}]\n"
    )
    assert [line.split(":")[1] for line in mistakes(text)] == ["1", "2", "3", "4", "5"]


def test_all_repeated_keys_and_aliases_come_at_once() -> None:
    text = "name: A\nname: B\nabout: *b\nstage: &c startup\n"
    assert [line.split(":")[1] for line in mistakes(text)] == ["2", "3", "4"]


def test_repeated_keys_are_told_even_where_the_file_ends_in_bad_yaml() -> None:
    assert [line.split(":")[1] for line in mistakes("name: A\nname: B\nbenefits: [a\n")] == ["2", "4"]


@pytest.mark.parametrize("text", ["[", "{a: ", "- ", "? "])
def test_100_000_levels_do_not_crash_the_process(text: str) -> None:
    code = f"from jdgen.source.parsing import parse\nparse({text!r} * {DEEP}, 'company.yaml', 'company')"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30
    )
    assert done.returncode == 1, "a crash is a negative code"
    assert done.stderr.splitlines()[-1].startswith("jdgen.errors.JdgenError: company.yaml:1:")


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    told = mistakes("a0: &a0 [x]\n" + "\n".join(lines) + "\n")
    assert len(told) == 30 + 29 * 9


def test_a_byte_order_mark_is_accepted() -> None:
    assert company(b"\xef\xbb\xbfname: Acme\n").name == "Acme"


def test_windows_line_ends_are_accepted() -> None:
    read_twice = company(b"name: Acme\r\nabout: |\r\n  One.\r\n\r\n  Two.\r\n")
    assert (read_twice.name, read_twice.about) == ("Acme", "One.\n\nTwo.")


@pytest.mark.parametrize(
    "text", ["No", "yes", "on", "0.10", "1e3", "2027-01-31", "0x10", "1_000", "010", "NULL ", ".inf"]
)
def test_a_scalar_stays_the_text_that_was_written(text: str) -> None:
    assert company(f"name: '{text}'\n").name == text.strip()
    if text.strip() != "NULL":
        assert company(f"name: {text}\n").name == text


def test_a_decimal_keeps_its_zero() -> None:
    salary = company("salary: {low: 0.10, high: 12.50, currency: USD}\n").salary
    assert salary is not None
    assert (str(salary.low), str(salary.high)) == ("0.10", "12.50")


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_null_and_quoted_null_is_text(nothing: str) -> None:
    assert read(f"name: {nothing}\n").at("name").value is None
    assert read(f"name: '{nothing}'\n").at("name").value == nothing


def test_each_value_knows_its_place_and_its_layer() -> None:
    node = read("salary:\n  low: 1\nbenefits:\n  - one\n  - two\n")
    low, two = node.at("salary", "low"), node.at("benefits", 1)
    assert (str(low.key), str(low.place), low.layer) == ("company.yaml:2:3", "company.yaml:2:8", "company")
    assert (str(two.place), two.value) == ("company.yaml:5:5", "two")


def test_the_deepest_node_on_a_path_stands_for_what_is_not_there() -> None:
    node = read("salary:\n  low: 1\n")
    assert node.at("salary", "high", "more") is node.at("salary")
    assert node.at("brand") is node


REQUIREMENT = "requirements:\n  years: {}\n"
PROFILE_TRAPS = {
    "a requirement without a kind": (
        "{text: Years}",
        "2:3: there is no 'years' to change, and a new one says its 'kind'. What holds for one role only stands in company.yaml below `roles:`",
    ),
    "a kind that is none": (
        "{kind: degre}",
        "2:17: kind: must be degree, experience, certification, method, scope, skill or logistics. Did you mean 'degree'?",
    ),
    "a weight on a requirement": (
        "{kind: skill, text: Years, importance: must, assess: [a], weight: 3}",
        "2:68: E06: unknown field 'weight'; a requirement carries no weight: weights belong to competencies, because years and diplomas say next to nothing about performance",
    ),
    "a cap on years": (
        "{kind: experience, parts: {a: 1}, importance: must, assess: [a], max_years: 3}",
        "2:75: unknown field 'max_years'; a requirement states a minimum only; a cap on years screens out by age",
    ),
    "a sentence for a degree": (
        "{kind: degree, text: A degree, levels: [master], fields: [a], importance: must, assess: [a]}",
        "2:25: unknown field 'text'; the sentence of this kind is made from its fields, so that a number is typed once",
    ),
    "a misspelt field of a kind": (
        "{kind: degree, level: [master], levels: [master], fields: [a], importance: must, assess: [a]}",
        "2:25: unknown field 'level'. Did you mean 'levels'?",
    ),
    "nought years": (
        "{kind: experience, parts: {technology: 0}, importance: must, assess: [a]}",
        "2:49: technology: input should be greater than or equal to 1",
    ),
}


@pytest.mark.parametrize(("text", "said"), PROFILE_TRAPS.values(), ids=PROFILE_TRAPS)
def test_a_mistake_in_a_requirement_is_told_in_the_words_of_its_kind(text: str, said: str) -> None:
    assert f"company.yaml:{said}" in mistakes(REQUIREMENT.format(text), Profile)
