"""German and French: complete catalogues, texts of another language marked, and English as before."""

from __future__ import annotations

import ast
import datetime as dt
import io
import pickle
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
import docx
import page
import pypdf
import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency
from conftest import COMPANY
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from jdgen.cli import main as cli
from jdgen.documents import KIT, Kind, Subject
from jdgen.documents.document import compose, compose_all
from jdgen.documents.escaping import markdown
from jdgen.documents.templates import Templates
from jdgen.formats.html import to_html
from jdgen.formats.pdf import to_pdf
from jdgen.formats.renderer import weasyprint
from jdgen.formats.text import to_md
from jdgen.formats.word import to_docx
from jdgen.generate.pipeline import generate
from jdgen.generate.reading import read_role, subject
from jdgen.language import ENGLISH, LANGUAGES, Foreign, Language, filled, foreign, joined, like
from jdgen.language.catalogue import forms, values_in
from jdgen.language.local import SPOKEN
from jdgen.role import terms, wording
from jdgen.role.tongues import voices
from jdgen.role.view import describe
from jdgen.schema import Company, Profile
from jdgen.schema.fields import LanguageName
from jdgen.schema.requirement import Requirement
from jdgen.source.parsing import parse
from jdgen.source.validation import validate
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Make, Run, Shipped

    from jdgen.documents import Paper

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
OTHERS = [lang for lang in LANGUAGES if lang != "en"]
SAYING = {"_", "say", "phrase", "ngettext", "pgettext"}


def catalogue(lang: str) -> dict[str, Any]:
    return parse((ROOT / "languages" / f"{lang}.yaml").read_text("utf-8"), lang, "language").plain  # type: ignore[no-any-return]


def in_python(path: Path) -> Iterator[tuple[str, list[Any]]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, [it.value for it in node.args[:2] if isinstance(it, ast.Constant)]


def in_template(path: Path) -> Iterator[tuple[str, list[Any]]]:
    for node in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Call):
        yield (
            getattr(node.node, "name", ""),
            [it.value for it in node.args[:2] if isinstance(it, nodes.Const)],
        )


def messages() -> dict[str, set[str]]:
    """Every message of templates and modules as catalogues have it, and the forms that it needs."""
    found = {}
    calls = [it for path in TEMPLATES.glob("*.j2") for it in in_template(path)]
    calls += [it for path in (ROOT / "jdgen").rglob("*.py") for it in in_python(path)]
    for name, said in calls:
        match name, said:
            case "ngettext", [_, many]:
                found[many] = {"one", "other"}
            case "pgettext", [context, message]:
                found[f"{message} [{context}]"] = {"other"}
            case (("_" | "say" | "phrase"), [str(message), *_]):
                found[message] = {"other"}
    return found


def test_the_languages_are_the_same_everywhere() -> None:
    option = next(it for it in cli.commands["generate"].params if it.name == "lang")
    assert isinstance(option.type, click.Choice)
    assert LANGUAGES == tuple(SPOKEN) == get_args(LanguageName) == tuple(option.type.choices)
    assert {path.stem for path in (ROOT / "languages").iterdir()} == set(OTHERS)


def test_messages_are_found() -> None:
    assert {"What you will do", "none [floor]", "{count} years", "Full-time", "or"} <= set(messages())


@pytest.mark.parametrize("lang", OTHERS)
def test_a_catalogue_has_every_message_and_no_other(lang: str) -> None:
    assert {message: set(forms(said)) for message, said in catalogue(lang).items()} == messages()


@pytest.mark.parametrize("lang", OTHERS)
def test_a_catalogue_keeps_the_values_of_each_message(lang: str) -> None:
    for message, said in catalogue(lang).items():
        for form, text in forms(said).items():
            kept = values_in(str(text))
            assert values_in(message) - kept <= ({"count"} if form == "one" else set()), message
            assert kept <= values_in(message), message


@pytest.mark.parametrize("lang", OTHERS)
def test_a_catalogue_has_the_plural_forms_of_its_language(lang: str) -> None:
    rule = Locale(lang).plural_form
    assert {rule(number) for number in range(1, 100)} == {"one", "other"}


@pytest.mark.parametrize("lang", OTHERS)
def test_marks_of_bold_text_stay_in_pairs(lang: str) -> None:
    for message, said in catalogue(lang).items():
        for text in forms(said).values():
            assert str(text).count("**") == message.count("**"), message


def test_french_has_its_spaces_and_german_its_quotation_marks() -> None:
    french = " ".join(str(it) for said in catalogue("fr").values() for it in forms(said).values())
    german = " ".join(str(it) for said in catalogue("de").values() for it in forms(said).values())
    assert re.findall(r"[^\u202f][;?!»](?!\w)|«[^\u202f]|[^\u00a0\w`*]:(?=\s|$)| :", french) == []
    assert german.count("„") == german.count("“") > 10
    assert "”" not in german + french


class Whole(dict[str, Any]):
    """A catalogue in which every message that is asked for has to be."""

    def get(self, message: str, _default: object = None) -> Any:
        return self[message]


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("role", ["cpo", "cto"])
def test_every_message_that_documents_say_is_in_the_catalogue(
    lang: str, role: str, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Workspace.at(workspace({"company.yaml": COMPANY}))
    spoken = SPOKEN[lang](Whole(catalogue(lang)))
    monkeypatch.setattr(Workspace, "language", lambda _self, code: spoken if code == lang else ENGLISH)
    resolved, _ = read_role(role, place, "scaleup")
    kinds = [kind for kind in KIT if kind is not Kind.DATA]
    made = subject(resolved, place, kinds, None, None, lang=lang)
    for document in compose_all(made, kinds, Templates([TEMPLATES])):
        html = to_html(document).decode()
        assert f'<html lang="{lang}">' in html
        assert document.lang == document.role.lang == lang


ENGLISH_ONLY = {"comparison.md.j2", "packet.md.j2"}
NO_WORDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^>]*>|\{:.*?\}", re.DOTALL)


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.md.j2")), ids=lambda path: path.name)
def test_no_word_of_a_template_stays_english(path: Path) -> None:
    bare = re.findall(r"[A-Za-z]{2,}", NO_WORDS.sub("", path.read_text()))
    assert bool(bare) == (path.name in ENGLISH_ONLY), bare[:5]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))
def test_english_days_are_those_of_babel(day: dt.date) -> None:
    assert ENGLISH.day(day) == format_date(day, "long", locale="en_GB")
    assert ENGLISH.date(day) == format_date(day, "yyyy-MM-dd", locale="en")


@given(st.decimals(Decimal("0.01"), Decimal(10) ** 12, places=2))
def test_english_amounts_are_those_of_babel(amount: Decimal) -> None:
    pattern = "¤¤ #,##0" if amount == int(amount) else "¤¤ #,##0.00"
    babel = format_currency(amount, "CAD", pattern, locale="en", currency_digits=False)
    assert wording.amounts(amount, amount, "CAD").replace("\u00a0", " ") == babel.replace("\u00a0", " ")


def spoken(lang: str) -> Language:
    return Workspace.at().language(lang)


@pytest.mark.parametrize(
    ("lang", "salary", "said"),
    [
        ("de", "{low: 85000, high: 100000, currency: EUR}", "85.000 bis 100.000\u00a0€ im Jahr"),
        ("de", "{low: 42.5, high: 42.5, currency: USD, period: hour}", "42,50\u00a0USD in der Stunde"),
        (
            "fr",
            "{low: 3500, high: 4200, currency: EUR, period: month}",
            "3\u202f500 à 4\u202f200\u00a0€ par mois",
        ),
    ],
)
def test_pay_is_written_as_in_the_language(lang: str, salary: str, said: str) -> None:
    company = validate(Company, parse(f"salary: {salary}", "company.yaml", "company"))
    assert terms.pay(company.salary, spoken(lang)) == said


@pytest.mark.parametrize(
    ("lang", "day", "long", "short"),
    [
        ("de", dt.date(2027, 1, 31), "31.\u00a0Januar 2027", "31.01.2027"),
        ("fr", dt.date(2027, 2, 1), "1er février 2027", "1er févr. 2027"),
        ("fr", dt.date(2027, 2, 11), "11 février 2027", "11 févr. 2027"),
    ],
)
def test_days_are_written_as_in_the_language(lang: str, day: dt.date, long: str, short: str) -> None:
    assert (spoken(lang).day(day), spoken(lang).date(day)) == (long, short)


@pytest.mark.parametrize(
    ("lang", "fields", "said"),
    [
        (
            "de",
            "{remote: hybrid, locations: [{city: Wien, country: AT}, {city: Bern, country: CH}]}",
            "Wien, Österreich oder Bern, Schweiz (hybrid)",
        ),
        (
            "de",
            "{remote: full, remote_places: [DE, Germany, 'Colorado, US']}",
            "Vollständig ortsunabhängig (100\u00a0%), möglich in: Deutschland, Deutschland oder Colorado, US",
        ),
        ("fr", "{remote: onsite, locations: [{city: Lyon, country: FR}]}", "Lyon, France (sur site)"),
    ],
)
def test_places_are_named_as_in_the_language(lang: str, fields: str, said: str) -> None:
    assert terms.place(validate(Company, parse(fields, "company.yaml", "company")), spoken(lang)) == said


SENTENCES = [
    (
        "{kind: degree, levels: [master, doctorate], fields: [Physik, Informatik], or_equivalent: gleichwertige Praxis}",
        "Masterabschluss oder Promotion in Physik oder Informatik – oder gleichwertige Praxis",
        "Master (bac\u00a0+\u00a05) ou doctorat en Physik ou Informatik, ou gleichwertige Praxis",
    ),
    (
        "{kind: experience, parts: {product: 5}, strict: true}",
        "Mehr als fünf Jahre in der Produktleitung",
        "Plus de cinq ans in der Produktleitung",
    ),
    (
        "{kind: experience, parts: {product: 1, management: 13}}",
        "Mindestens 14 Jahre Erfahrung: ein Jahr in der Produktleitung und 13 Jahre als Führungskraft",
        "Au moins 14 ans d’expérience\u00a0: un an in der Produktleitung et 13 ans als Führungskraft",
    ),
    (
        "{kind: experience, parts: {product: 2, management: 3}, overlap: allowed}",
        "Mindestens zwei Jahre in der Produktleitung und drei Jahre als Führungskraft; dieselben Jahre dürfen mehrfach zählen",
        "Au moins deux ans in der Produktleitung et trois ans als Führungskraft, les mêmes années pouvant compter plusieurs fois",
    ),
    (
        "{kind: certification, at_least: 2, any_of: [PMP, CSPO, SAFe]}",
        "Zwei der folgenden Zertifikate: PMP, CSPO oder SAFe",
        "Deux des certifications suivantes\u00a0: PMP, CSPO ou SAFe",
    ),
    (
        "{kind: certification, any_of: [PMP]}",
        "Ein Zertifikat: PMP",
        "Une certification\u00a0: PMP",
    ),
    (
        "{kind: method, name: Scrum, level: 4}",
        "Scrum auf dem Niveau „fortgeschritten“: Sie leiten andere an",
        "Scrum, niveau «\u202ffortgeschritten\u202f»\u00a0: vous leiten andere an",
    ),
]


@pytest.mark.parametrize(("fields", "german", "french"), SENTENCES)
def test_requirements_are_whole_sentences(fields: str, german: str, french: str, shipped: Shipped) -> None:
    profile: Profile = shipped().profile
    kinds = {"product": "in der Produktleitung", "management": "als Führungskraft"}
    level = profile.method_levels[4].model_copy(
        update={"label": "fortgeschritten", "posting": "leiten andere an"}
    )
    profile = profile.model_copy(update={"experience_kinds": kinds, "method_levels": {4: level}})
    node = parse(f"it: {fields[:-1]}, importance: must, assess: []}}", "profile.yaml", "profile").at("it")
    requirement = validate_requirement(node.plain)
    assert wording.sentence(requirement, profile, spoken("de")) == german
    assert wording.sentence(requirement, profile, spoken("fr")) == french


def validate_requirement(fields: object) -> Requirement:
    from pydantic import TypeAdapter  # noqa: PLC0415 - the union has no name of its own at run time

    return TypeAdapter(Requirement).validate_python(fields)


def described(resolved: Any, lang: str | None = None) -> Subject:
    spoken_ = voices(resolved, lang, Workspace.at().language)
    return Subject(describe(resolved, voices=spoken_), say=spoken_.say)


def posting(resolved: Any, lang: str | None = None) -> str:
    return compose(described(resolved, lang), Kind.POSTING, Templates([TEMPLATES])).body


def test_texts_of_another_language_are_marked_and_others_are_not(shipped: Shipped) -> None:
    german = posting(shipped("cpo", company=f"{COMPANY}language: de\n"))
    assert '# <span lang="en">Chief Product Officer</span>' in german
    assert "\nNorthwind Scheduling\n" in german
    assert "\n- A product direction that the board" in german  # the company file says that it is German
    assert "- **Vergütung:** 235.000" in german
    english = posting(shipped("cpo", company=f"{COMPANY}language: de\n"), "en")
    assert '- <span lang="de">A product direction' in english
    assert english.startswith("# Chief Product Officer\n")
    assert "lang=" not in posting(shipped("cpo", company=COMPANY))


def test_a_company_that_does_not_say_its_language_speaks_the_profiles(shipped: Shipped) -> None:
    assert '- <span lang="en">A product direction' in posting(shipped("cpo", company=COMPANY), "de")


def test_a_text_that_the_company_file_patches_in_is_in_its_language(shipped: Shipped) -> None:
    company = "{language: de, patch: {title: Leitung Produkt}}"
    text = posting(shipped("cpo", company=company))
    assert text.lstrip().startswith("# Leitung Produkt")
    assert '<span lang="en">Own the why' in text


def test_sentences_of_the_profiles_words_are_in_its_language(shipped: Shipped) -> None:
    german = posting(shipped("cpo", company=COMPANY), "de")
    assert '- <span lang="en">More than five years heading several product teams, or' in german
    of_german = shipped("cpo", company="patch: {language: de}")
    assert "Mehr als fünf Jahre" in posting(of_german)
    assert '<span lang="de">Mehr als fünf Jahre' in re.sub(
        r'</span><span lang="\w+">', "", posting(of_german, "en")
    )


def test_a_profile_in_a_language_without_a_catalogue_stays_in_it(shipped: Shipped) -> None:
    text = posting(shipped("cpo", company="patch: {language: pt-BR, title: Diretoria de Produto}"), "de")
    assert "Ihre Aufgaben" in text
    assert '# <span lang="pt-BR">Diretoria de Produto</span>' in text


def test_ids_and_names_bear_no_mark(shipped: Shipped) -> None:
    role = described(shipped("cpo", company=COMPANY), "de").role
    assert isinstance(role.competencies[0].name, Foreign)
    plain = [
        role.competencies[0].id, role.competencies[0].questions[0].id, role.company.name, role.fingerprint,
        role.apply_url, role.responsibilities[0].id, role.responsibilities[0].sources[0], role.sources[0].id,
    ]  # fmt: skip
    assert [it for it in plain if isinstance(it, Foreign)] == []


def test_the_fingerprint_does_not_depend_on_the_language(shipped: Shipped) -> None:
    resolved = shipped("cpo", company=COMPANY)
    assert len({described(resolved, lang).role.fingerprint for lang in LANGUAGES}) == 1


def test_markdown_shows_no_marks_and_html_has_them_as_attributes(shipped: Shipped) -> None:
    made = described(shipped("cpo", company=COMPANY), "fr")
    document = compose(made, Kind.RUBRIC, Templates([TEMPLATES]))
    assert "lang=" not in to_md(document).decode()
    html = to_html(document).decode()
    assert '<h3 lang="en">Product strategy and roadmap</h3>' in html
    assert '<p class="caption"' not in html
    assert "&lt;span" not in html
    assert not re.search(r'="[^"]*<span', html)


def test_the_language_of_a_part_may_stand_inside_a_sentence(shipped: Shipped) -> None:
    made = described(shipped("cpo", company=COMPANY), "de")
    html = to_html(compose(made, Kind.POSTING, Templates([TEMPLATES]))).decode()
    assert 'von je 75 Minuten (<span lang="en">direction and money</span>; <span lang="en">' in html


WORDS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="{}"), min_size=1)


@given(WORDS, WORDS, WORDS)
def test_a_filled_pattern_reads_the_same_with_marks(first: str, second: str, value: str) -> None:
    pattern = f"{first}{{it}}{second}"
    plain, marked = filled(pattern, {"it": value}), filled(pattern, {"it": foreign(value, "en")})
    assert marked == plain
    assert isinstance(marked, Foreign)
    assert "".join(text for text, _ in marked.parts) == plain
    assert (value, "en") in marked.parts


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_texts_are_joined_as_strings_are(texts: list[str]) -> None:
    marked = joined("; ", [foreign(text, "en") for text in texts])
    assert marked == "; ".join(texts)
    assert pickle.loads(pickle.dumps(marked)).parts == marked.parts  # type: ignore[attr-defined]  # noqa: S301 - our own


@given(WORDS, WORDS, st.integers(0, 9))
def test_the_beginning_of_a_text_keeps_its_languages(first: str, second: str, length: int) -> None:
    text = Foreign([(first, "en"), (second, "")])
    start = like(text[:length], text)
    assert start == text[:length]
    if length:
        assert isinstance(start, Foreign)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (foreign("# no *heading*", "en"), r'<span lang="en">\# no \*heading\*</span>'),
        (filled("{it}: a|b", {"it": foreign("<b>", "en")}), r'<span lang="en">&lt;b></span>: a\|b'),
        (Foreign([("  one ", "en"), (" two  ", "")]), '<span lang="en">one </span> two'),
    ],
)
def test_marked_texts_are_escaped_like_others(text: str, printed: str) -> None:
    assert markdown(text) == printed


def test_english_needs_neither_babel_nor_a_catalogue(tmp_path: Path) -> None:
    code = f"""
import sys
from jdgen.cli import main
try:
    main(["cpo", "-s", "scaleup", "-w", {str(tmp_path)!r}])
except SystemExit:
    print(*sorted(name for name in sys.modules if name.startswith(("babel", "jdgen.language"))))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "jdgen.language jdgen.language.foreign jdgen.language.speech"


def test_a_language_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(ENGLISH)) is ENGLISH  # noqa: S301 - our own
    there = pickle.loads(pickle.dumps(spoken("fr").marked()))  # noqa: S301 - our own
    assert there("What you will do").parts == (("Vos missions", "fr"),)


def test_messages_without_values_are_text_before_templates_are_compiled() -> None:
    templates = Templates([TEMPLATES])
    for path in TEMPLATES.glob("*.md.j2"):
        source = path.read_text("utf-8")
        plain = templates._english.preprocess(source)  # noqa: SLF001 - speed, which nothing shows outside
        assert not re.search(r'\{\{ _\("[^"]*"\) \}\}', plain), path.name
        assert templates._markdown.preprocess(source) == source  # noqa: SLF001 - as above


def test_the_language_is_the_companys_or_the_one_asked_for(run: Run, workspace: Make) -> None:
    place = workspace({"company.yaml": "{language: fr, stage: scaleup}"})
    assert run("cpo", "-w", place).code == 0
    path = place / "output" / "cpo-scaleup" / "public" / "cpo-scaleup-posting.md"
    assert "## Vos missions" in path.read_text("utf-8")
    assert run("cpo", "-w", place, "--lang", "de").code == 0
    assert "## Ihre Aufgaben" in path.read_text("utf-8")
    assert run("cpo", "-w", place, "--lang", "it").code == 2


def test_a_user_words_single_messages(workspace: Make, run: Run) -> None:
    files = {
        "languages/de.yaml": "What you will do: Das erwartet Sie\n",
        "languages/en.yaml": "What you will do: Your mission\n",
    }
    place = workspace(files)
    path = place / "output" / "cpo-scaleup" / "public" / "cpo-scaleup-posting.md"
    for lang, heading in {"de": "Das erwartet Sie", "en": "Your mission"}.items():
        assert run("cpo", "-s", "scaleup", "-w", place, "--lang", lang).code == 0
        assert f"\n## {heading}\n" in path.read_text("utf-8")


def test_a_message_reaches_into_no_object(workspace: Make, run: Run) -> None:
    own = (
        '{% extends "default/posting.md.j2" %}{% block apply %}\n'
        '{{ _("{it.__class__} {it!r} {it}", it=role.title) }}\n{% endblock %}'
    )
    place = workspace({"templates/posting.md.j2": own})
    assert run("cpo", "-s", "scaleup", "-w", place).code == 0
    text = (place / "output" / "cpo-scaleup" / "public" / "cpo-scaleup-posting.md").read_text("utf-8")
    assert "{it.__class__} {it!r} Chief Product Officer" in text


def test_a_message_without_one_of_its_values_is_named(workspace: Make, run: Run) -> None:
    own = '{% extends "default/posting.md.j2" %}{% block apply %}\n{{ _("{it}", that=role.title) }}\n{% endblock %}'
    place = workspace({"templates/posting.md.j2": own})
    ran = run("cpo", "-s", "scaleup", "-w", place)
    assert ran.code == 1
    assert "templates/posting.md.j2:2: KeyError: 'it'" in ran.err


def test_plain_words_in_an_own_template_stay_as_they_are(workspace: Make, run: Run) -> None:
    own = '{% extends "default/posting.md.j2" %}{% block apply %}\n## Jetzt bewerben\n{% endblock %}'
    place = workspace({"templates/posting.md.j2": own})
    assert run("cpo", "-s", "scaleup", "-w", place, "--lang", "de").code == 0
    text = (place / "output" / "cpo-scaleup" / "public" / "cpo-scaleup-posting.md").read_text("utf-8")
    assert "## Jetzt bewerben" in text
    assert "## Ihre Aufgaben" in text


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "de.yaml",
            "What you will d: Aufgaben",
            "de.yaml:1:1: there is no message 'What you will d'. Did you mean 'What you will do'?",
        ),
        (
            "en.yaml",
            "'{count} hours': {one: an hour, other: hours}",
            "{count} must stand in the message and in its wording alike",
        ),
        ("de.yaml", "What you bring: {one: a, other: b}", "expected one text"),
        ("de.yaml", "'{count} hours': Stunden", "expected a text each for one and other"),
        ("de.yaml", "What you bring:", "expected a text"),
        ("de.yaml", "What you bring: '{'", "braces stand round the name of a value only"),
        ("de.yaml", "'Pay:': '{0.__class__}'", "braces stand round the name of a value only"),
        ("de.yaml", "'{minutes} min': '{minutes:>9999999}'", "braces stand round the name"),
        ("de.yml", "a: b", "is not read: call it de.yaml"),
        ("german.yaml", "a: b", "is not used: documents speak en, de and fr"),
    ],
)
def test_a_mistake_in_own_messages_is_named(
    name: str, text: str, said: str, workspace: Make, run: Run
) -> None:
    place = workspace({f"languages/{name}": text})
    ran = run("cpo", "-s", "scaleup", "-w", place, "--lang", name[:2] if name[:2] != "ge" else "de")
    assert ran.code == 1
    assert said in ran.err


def test_a_count_may_be_left_out_of_the_singular(workspace: Make, run: Run) -> None:
    place = workspace({"languages/en.yaml": "'{count} hours': {one: an hour, other: '{count} hours'}"})
    assert run("cpo", "-s", "scaleup", "-w", place).code == 0


def pdf(shipped: Shipped, kind: Kind, lang: str, paper: Paper = "a4") -> bytes:
    return to_pdf(
        compose(described(shipped("cpo", company=COMPANY), lang), kind, Templates([TEMPLATES]), paper)
    )


def languages_of(part: Any) -> Iterator[tuple[str, str]]:
    """Tag and language of each part of a PDF that has one."""
    if "/Lang" in part:
        yield part["/S"], part["/Lang"]
    below = part.get("/K", [])
    for child in below if isinstance(below, list) else [below]:
        it = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(it, dict):
            yield from languages_of(it)


def test_a_pdf_says_the_language_of_its_parts(shipped: Shipped) -> None:
    data = pdf(shipped, Kind.POSTING, "de")
    result = page.validate_pdf_bytes(data, profile="ua1")
    assert result.is_compliant, [failure.rule_id for failure in result.failures]
    root: Any = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
    assert root["/Lang"] == "de"
    found = Counter(languages_of(root["/StructTreeRoot"]))
    assert {lang for _, lang in found} == {"en"}
    assert found["/H1", "en"] == 1
    assert found["/LI", "en"] + found["/LBody", "en"] > 20


def test_the_running_lines_of_word_speak_the_language(shipped: Shipped) -> None:
    role = described(shipped("cpo", company=COMPANY), "de")
    word = docx.Document(io.BytesIO(to_docx(compose(role, Kind.RUBRIC, Templates([TEMPLATES])))))
    [line] = word.sections[0].footer.paragraphs
    assert re.fullmatch(r"Fingerabdruck \w+\tVERTRAULICH\tSeite  von ", line.text)


def test_an_english_pdf_is_made_as_ever(shipped: Shipped) -> None:
    tags = vars(weasyprint().pdf.tags)
    before = tags["_build_box_tree"]
    data = pdf(shipped, Kind.POSTING, "en")
    assert tags["_build_box_tree"] is before
    root: Any = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
    assert list(languages_of(root["/StructTreeRoot"])) == []


@pytest.mark.parametrize("lang", OTHERS)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_rules_fit_on_a_page_in_every_language(shipped: Shipped, lang: str, paper: Paper) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(pdf(shipped, Kind.RULES, lang, paper))).pages) == 1


def test_files_and_data_are_the_same_in_every_language(workspace: Make) -> None:
    place = Workspace.at(workspace({"company.yaml": COMPANY}))
    kinds = [Kind.POSTING, Kind.DATA, Kind.SCORECARD]
    made = {
        lang: {
            path.name: path.read_bytes()
            for path in generate("cpo", place, stage="scaleup", kinds=kinds, lang=lang).written
        }
        for lang in LANGUAGES
    }
    assert len({tuple(files) for files in made.values()}) == 1
    assert len({files["cpo-scaleup-rubric.json"] for files in made.values()}) == 1
    card = "cpo-scaleup-scorecard-market-product.yaml"
    read = [parse(files[card].decode(), card, "scorecard").plain for files in made.values()]
    assert read[0] == read[1] == read[2]
