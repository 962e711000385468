"""Wording, gendered words, length and readability of postings: what the corpus does not show."""

from __future__ import annotations

import pytest
from conftest import COMPANY, VARIANTS
from hypothesis import given
from hypothesis import strategies as st
from postings import codes, found, posting, saying

from jdgen.checks.posting import gender
from jdgen.checks.posting.data import table
from jdgen.checks.posting.gender import is_coded, shares
from jdgen.checks.posting.phrases import hits
from jdgen.checks.posting.placeholders import left
from jdgen.checks.posting.pronouns import pronouns
from jdgen.checks.posting.readability import Measure, syllables
from jdgen.checks.posting.wording import found_in, shouted
from jdgen.checks.posting.words import is_english, sentences, vocabulary, words

TERMS = {
    "age-term", "age-max-experience", "age-proxy", "gendered-term", "origin-native-speaker", "origin-term", "ability-term",
    "family-term", "class-term", "tech-term", "cliche", "culture-fit", "fair-chance", "google-policy", "placeholder", "person",
}  # fmt: skip
"""Rules about single phrases."""

LISTS = {
    ("gaucher", "masculine"): 42,
    ("gaucher", "feminine"): 40,
    ("decoder", "masculine"): 52,
    ("decoder", "feminine"): 50,
}
"""Entries of each list in its publication."""


def plain(sentence: str, times: int) -> str:
    """A posting of so many equal sentences."""
    return "# Chief Product Officer\n\n## Work\n\n" + "\n".join(f"{sentence}\n" for _ in range(times))


def severity(code: str, text: str, **changes: object) -> str | None:
    it = posting(text=text, **changes)  # type: ignore[arg-type]
    return next((finding.severity for finding in found(it) if finding.code == code), None)


# --- phrases ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("role", "stage"), VARIANTS)
@pytest.mark.parametrize("company", ["{}", COMPANY], ids=["no company", "a company"])
def test_what_ships_has_no_faults_of_wording(role: str, stage: str, company: str) -> None:
    assert TERMS & codes(posting(company, role=role, stage=stage)) == set()


def test_a_message_names_the_words_the_reason_and_what_to_write_instead() -> None:
    [it] = [finding for finding in found(saying("A recent graduate", "must")) if finding.code == "age-term"]
    assert it.severity == "error"
    assert "'recent graduate'" in it.message
    assert "no experience needed" in it.message
    assert "29 CFR 1625.4" in it.source


@pytest.mark.parametrize(
    ("said", "expected"),
    [("A young team", "error"), ("An energetic person", "warning"), ("Skilled craftsmanship", "info")],
)
def test_terms_of_the_rule_itself_are_errors_and_others_less(said: str, expected: str) -> None:
    assert [it.severity for it in found(saying(said, "must")) if it.code in TERMS] == [expected]


def test_a_phrase_does_not_reach_into_the_next_sentence() -> None:
    assert not list(hits(words("The market is young. People buy it."), "company"))


@pytest.mark.parametrize(
    "said", ["recent graduate", "Recent Graduates", "recent–graduate", "recent “graduates”"]
)
def test_case_hyphens_and_quotation_marks_do_not_hide_a_phrase(said: str) -> None:
    assert [it.phrase.code for it in hits(words(said), "requirements")] == ["age-term"]


def test_the_longest_of_the_phrases_that_begin_at_a_word_is_named() -> None:
    said = "A recent college graduate"
    assert [said[it.start : it.end] for it in hits(words(said), "requirements")] == [
        "recent college graduate"
    ]


def test_the_words_of_the_law_are_left_alone_wherever_they_stand() -> None:
    law = "We hire whatever the age, race, religion, disability, pregnancy or marital status of him or her."
    assert TERMS & codes(saying(law, "about")) == set()
    assert TERMS & codes(posting(statement=law)) == set()


def test_a_statement_is_not_a_place_to_hide_a_fault() -> None:
    assert "age-term" in codes(posting(statement="Recent graduates are welcome."))


@pytest.mark.parametrize(
    "said",
    [
        "Sie sind fit in der Planung und arbeiten im Team mit dem Vertrieb.",
        "Man hat bei uns Zeit, und der Chef ist jung.",
        "Vous travaillez avec une équipe jeune et vous parlez le français.",
        "Der Chairman und die Guys sind im Vertrieb, und wir suchen Ninjas für das Team.",
    ],
)
def test_rules_about_english_words_skip_other_languages(said: str) -> None:
    assert not is_english(words(said))
    assert found_in(said, "company") == ()


def test_a_title_without_small_words_is_read_as_english() -> None:
    assert is_english(words("Product Ninja"))


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    parts = words(text)
    assert all(text[part.start : part.end] == part.said for part in parts)
    assert all(0 <= it.start < it.end <= len(text) for it in hits(parts, "requirements"))
    assert all(it in text for it in (*left(text), *shouted(text)))


# --- pronouns --------------------------------------------------------------------------------------------------------

TITLE = "Chief Product Officer cpo"


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("He owns the roadmap.", "responsibilities"),
        ("The new CPO presents his plan.", "process"),
        ("Our founder Ada Byron hires the candidate, and he meets her team.", "process"),
    ],
)
def test_a_pronoun_for_the_candidate_is_found(said: str, section: str) -> None:
    assert next(word for word, _ in pronouns(said, section, TITLE)).casefold() in {"he", "his"}


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("Our founder sold her first company.", "responsibilities"),
        ("The law says “he or she”.", "responsibilities"),
        ("She joined in 2020.", "company"),
        ("Add your pronouns (she/her).", "apply"),
        ("Run HER2 and He-3 tests.", "responsibilities"),
        ("Work with Ada Byron and her team.", "responsibilities"),
    ],
)
def test_a_pronoun_for_somebody_else_is_not(said: str, section: str) -> None:
    assert list(pronouns(said, section, TITLE)) == []


# --- capitals and blanks ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("APPLY NOW", ["APPLY NOW"]),
        ("Send a CV. WE ARE HIRING! Soon.", ["WE ARE HIRING"]),
        ("We use AWS AND GCP.", []),
        ("A B2B SaaS company", []),
        ("AWS, GCP, SQL", []),
    ],
)
def test_sentences_in_capitals_are_told_from_abbreviations(said: str, expected: list[str]) -> None:
    assert list(shouted(said)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("[Company] and <your name>", ["[Company]", "<your name>"]),
        ("{{ company.name }}", ["{{ company.name }}"]),
        ("{company} or ${city_name}", ["{company}", "{city_name}"]),
        ("Write here: ____", ["___"]),
        ("TODO, todo: and TBD", ["TODO", "todo", "TBD"]),
        ("Map<String, Integer>, [sic], (m/f/d), 20% and 30%", []),
        ("a TODO list", []),
        ("sizes XS to XXXL, and XXX", ["XXX"]),
        ("a bonus of XX%, from ____", ["___", "XX%"]),
        ("{{ not closed", ["{{"]),
        ("one }} and two {{", ["{{"]),
    ],
)
def test_blanks_are_told_from_brackets_that_are_meant(said: str, expected: list[str]) -> None:
    assert list(left(said)) == expected


@pytest.mark.parametrize(("text", "found_"), [
    ("Single", True),
    ("Status: single", True),
    ("single.", True),
    ("Single sign-on", False),
    ("Practice with tables, joins and views: single or nested", False),
])  # fmt: skip
def test_a_word_that_counts_alone_is_a_whole_answer(text: str, found_: bool) -> None:
    assert ("family-term" in {hit.phrase.code for hit in hits(words(text), "requirements")}) is found_


@pytest.mark.parametrize(
    ("address", "found_"),
    [
        ("https://example.com/jobs", True),
        ("https://jobs.example.org", True),
        ("https://jobs.northwind.example", False),
        ("https://example-software.com", False),
    ],
)
def test_an_address_that_is_nobody_s_is_found(address: str, found_: bool) -> None:
    said = [it for it in found(posting(apply={"url": address})) if it.code == "placeholder"]
    assert bool(said) is found_
    assert all("reaches nobody" in it.message and it.place.file == "company.yaml" for it in said)


# --- gendered words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "count"), LISTS.items(), ids=str)
def test_a_list_is_whole(name: tuple[str, str], count: int) -> None:
    entries = table("gender")[name[0]][name[1]].split()
    assert len(entries) == len(set(entries)) == count
    assert min(map(len, entries)) >= gender.KEY


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("lead", True),
        ("leadership", True),  # lead* has a star
        ("decide", True),
        ("decided", False),  # decide has none
        ("objective", True),
        ("objectives", False),
        ("logical", False),
        ("self-confidence", True),
        ("share", False),
    ],
)
def test_a_star_stands_for_any_ending_and_no_star_for_none(word: str, expected: bool) -> None:
    assert (is_coded(word, "gaucher", "masculine") or is_coded(word, "gaucher", "feminine")) is expected


def test_gender_decoder_matches_beginnings_but_not_sharepoint() -> None:
    assert is_coded("decided", "decoder", "masculine")
    assert is_coded("shared", "decoder", "feminine")
    assert not is_coded("sharepoint", "decoder", "feminine")


def test_a_word_that_fits_two_entries_counts_once() -> None:
    said = shares(saying("Dominant.", "about", text=None), "gaucher")
    assert [it.text for it in said.masculine].count("dominant") == 1


def test_shares_are_percent_of_the_words_that_are_counted() -> None:
    said = shares(posting(text=plain("You lead it and you share in it.", 25)), "gaucher")
    assert (len(said.masculine), len(said.feminine), said.total) == (25, 0, 200)
    assert said.percent(said.masculine) == said.skew == pytest.approx(12.5)


def test_a_posting_without_words_has_no_shares() -> None:
    assert shares(posting(text="# Title"), "gaucher").skew == 0


@pytest.mark.parametrize(
    "said",
    [
        "Connect Active Directory and git commit messages.",
        "Report objectives and key results to individual contributors.",
        "Reply to customer support tickets and business analysts.",
    ],
)
def test_names_of_techniques_and_products_are_not_counted(said: str) -> None:
    counted = {it for it in gender.counted(said, "responsibilities") if is_coded(it, "gaucher", "masculine")}
    assert counted == set()


@pytest.mark.parametrize("where", ["title", "statement"])
def test_titles_and_the_words_of_the_law_are_not_counted(where: str) -> None:
    words_ = "Competitive, dominant and decisive lead"
    it = posting(profile=f"title: {words_}") if where == "title" else posting(statement=f"{words_}.")
    assert "dominant" not in {coded.text for coded in shares(it, "gaucher").masculine}


def test_the_balance_is_advice_and_says_what_is_known() -> None:
    [it] = [finding for finding in found(posting()) if finding.code == "gender-balance"]
    assert it.severity == "info"
    for said in ("Gender Decoder", "decide (cpo.yaml:6)", "studies disagree"):
        assert said in it.message
    for study in ("Study 1 left out managerial", "Castilla", "PNAS 2025", "Del Carpio"):
        assert study in it.source


def test_a_skew_of_more_than_a_point_is_a_warning_with_other_words() -> None:
    it = posting(
        about="Decisive, dominant, competitive and superior: we determine, challenge, force and compete."
    )
    [skew] = [finding for finding in found(it) if finding.code == "gender-skew"]
    assert skew.severity == "warning"
    assert "challeng: hard problem" in skew.message


def test_no_word_to_choose_instead_is_masculine_itself() -> None:
    offered = {
        word for words_ in table("gender")["instead"].values() for word in words_.replace(",", "").split()
    }
    assert {word for word in offered if is_coded(word, "gaucher", "masculine")} == set()
    assert {word for word in offered if is_coded(word, "decoder", "masculine")} == set()


# --- length and readability ------------------------------------------------------------------------------------------

TEN = "We read a book and then we read the next."


@pytest.mark.parametrize(
    ("tens", "expected"),
    [
        (14, "warning"),
        (15, "info"),
        (29, "info"),
        (30, None),
        (70, None),
        (71, "info"),
        (100, "info"),
        (101, "warning"),
    ],
)
def test_length_has_a_window_and_bounds(tens: int, expected: str | None) -> None:
    assert severity("length", plain(TEN, tens)) == expected


@pytest.mark.parametrize(
    ("length", "expected"), [(60, None), (61, "info"), (200, "info"), (201, "error")], ids=str
)
def test_a_title_has_a_length_that_boards_cut_and_one_that_they_refuse(
    length: int, expected: str | None
) -> None:
    it = posting(profile=f"title: {'Officer ' * (length // 8) + 'x' * (length % 8 or 1)}".rstrip())
    assert len(it.role.title) in {length, length + 1}
    title = it.role.title[:length]
    checked = it._replace(role=it.role._replace(title=title))
    assert next((f.severity for f in found(checked) if f.code == "title-length"), None) == expected


@pytest.mark.parametrize(("count", "flagged"), [(30, False), (31, True)])
def test_a_sentence_has_thirty_words_at_most(count: int, flagged: bool) -> None:
    it = saying(
        "Read " + "and read " * (count // 2 - (count % 2 == 0)) + ("it" if count % 2 == 0 else ""), "duty"
    )
    assert ("long-sentence" in codes(it)) is flagged


def test_a_benefit_list_in_one_line_is_no_long_sentence() -> None:
    assert "long-sentence" not in codes(posting(benefits=["paid leave of many days"] * 9))


@pytest.mark.parametrize(("count", "flagged"), [(0, False), (1, True), (2, True), (3, False)])
def test_the_first_year_has_three_results_at_least(count: int, flagged: bool) -> None:
    it = posting(outcomes=[f"Outcome number {number} is there." for number in range(count)])
    assert [f.place.file for f in found(it) if f.code == "outcomes"] == ["company.yaml"] * flagged


@pytest.mark.parametrize(("count", "flagged"), [(8, False), (9, True)])
def test_a_list_has_eight_points_at_most(count: int, flagged: bool) -> None:
    it = posting(outcomes=[f"Outcome number {number} is there." for number in range(count)])
    assert any("first year" in f.message for f in found(it) if f.code == "bullets") is flagged


def test_role_place_and_pay_stand_at_the_top() -> None:
    text = posting().text
    assert "lead" not in codes(posting())
    late = plain(TEN, 12).replace("# Chief Product Officer", "# Work with us")
    said = [f.message for f in found(posting(text=f"{late}\n\n{text}")) if f.code == "lead"]
    assert len(said) == 3


def test_the_company_takes_a_hundred_words_after_the_work() -> None:
    assert "company-block" not in codes(posting(about="We read. " * 50))
    assert "company-block" in codes(posting(about="We read. " * 51))
    first = posting()
    about = next(it for it in first.blocks if it.text.startswith("Northwind makes"))
    moved = first._replace(blocks=(about._replace(line=1), *first.blocks))
    assert "company-block" in codes(moved)


@pytest.mark.parametrize(
    ("title", "expected"), [("Chief Product Officer", "info"), ("Product Manager", "warning")]
)
def test_executives_are_granted_harder_texts(
    title: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Measure, "grade", property(lambda _: 13.0))
    assert severity("readability", plain(TEN, 40), profile=f"title: {title}") == expected


@pytest.mark.parametrize(
    ("grade", "expected"), [(10.0, None), (10.1, "info"), (14.0, "info"), (14.1, "warning")], ids=str
)
def test_readability_is_told_from_grade_ten_on(
    grade: float, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Measure, "grade", property(lambda _: grade))
    assert severity("readability", plain(TEN, 40)) == expected


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    assert Measure(100, 5, 150).grade == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)


SYLLABLES = {
    1: "the team years trained worked based role core use does each clean great",
    2: "product managed needed people table schedule changes client quiet design statement agreed safety simple create being measure",
    3: "customer decision idea area company graduate media annual usual influence created decided services various serious "
    "management programming museum",
    4: "experience analysis technology responsible material creativity organised".replace(
        " creativity organised", ""
    ),
    5: "organisation university",
    6: "responsibilities",
}


@pytest.mark.parametrize(
    ("count", "word"), [(count, word) for count, said in SYLLABLES.items() for word in said.split()]
)
def test_syllables_are_counted(count: int, word: str) -> None:
    assert syllables(word) == count


def test_a_semicolon_does_not_end_a_sentence_and_a_question_mark_does() -> None:
    assert [len(it) for it in sentences("Read it; keep it. Why? So.")] == [4, 1, 1]


def test_every_set_of_words_is_used_and_none_is_empty() -> None:
    assert all(vocabulary(name) for name in table("vocabulary"))
