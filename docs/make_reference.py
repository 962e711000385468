"""Write docs/reference/ from the program itself, so that the two cannot differ.

python docs/make_reference.py            writes the pages
python docs/make_reference.py --check    names the stale ones; exit code 1 if there are any
"""

from __future__ import annotations

import json
import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import jinja2
from jinja2 import nodes

from jdgen.checks import people, vacancy
from jdgen.checks.posting.laws import laws
from jdgen.checks.posting.rule import rows
from jdgen.checks.rubric import RULES
from jdgen.cli import main as program
from jdgen.documents.document import Document
from jdgen.documents.variables import ROOTS, UndescribedError, described, docs, hints_of, in_python, records
from jdgen.errors import in_words
from jdgen.schema.fields import COLOUR, CURRENCY, EMAIL, LANGUAGE, URL
from jdgen.schema.json_schema import FROM_COMMON, attribute_docs, json_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jdgen.checks.posting.laws import Law
    from jdgen.checks.posting.rule import Row
    from jdgen.checks.rule import Rule

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
WIDTH = 80

WRITTEN = "<!-- Written by docs/make_reference.py: change the program, then run `make docs`. -->\n"

INTRODUCTIONS = {
    "commands": """# Commands

Paths of the files written go to standard output, one a line; all other words go to standard error.
Exit code 0 means done, 1 that something in your files is wrong, 2 that the command was.
""",
    "profile": """# A role profile

The file `profiles/NAME.yaml`, one for each role.
[Add a role](../how-to/add-a-role.md) shows how to write one.
`jdgen schema profile` prints the same as a JSON Schema, for your editor.

Fields marked `common.yaml` are set there for all roles; a profile may set them again.
A file `profiles/common.yaml` of your own replaces the built-in one as a whole.
""",
    "company": """# The company file

The file `company.yaml`: who hires, and on which terms.
Every field may be left out; what a posting then lacks is listed after each run.
`jdgen schema company` prints the same as a JSON Schema, for your editor.
""",
    "vacancy": """# A vacancy

The file `vacancies/NAME.yaml`, or `vacancies/NAME/vacancy.yaml`, one for each opening: which role, people, days and candidates.
`jdgen kit ROLE --vacancy NAME` and `jdgen score NAME` use it.
`jdgen schema vacancy` prints the same as a JSON Schema, for your editor.
""",
    "candidates": """# What is known of candidates

The file `vacancies/NAME/candidates.yaml`, beside `vacancy.yaml` and the folder `scorecards/`: what the screen, the referees and the debrief said of each candidate.
It is about persons, so it goes when the scorecards go.
`jdgen score` reads it, and expects the cards of everyone in it.
`jdgen schema candidates` prints the same as a JSON Schema, for your editor.

```yaml
candidates:
  C-07:
    screen: {degree: equivalent, led_managers: met, work_permit: met}
    notes: {degree: Ten years of the same work; two systems shown.}
    career:
      - {months: 96, kinds: [technology]}
      - {months: 84, kinds: [technology, management]}
    references:
      - referee: former chief financial officer
        results:
          budget: {result: contradicts, evidence: Two of three projects went over by half.}
          leadership: {result: confirms}
    closed:
      reference-budget: Both overruns were agreed beforehand; the board's minutes say so.
```
""",
    "scorecard": """# A scorecard

One rater's ratings of one session, as a file: `jdgen kit` writes one for each seat and session, ready to fill in.
`jdgen score` reads it back; [Collect scorecards](../how-to/collect-scorecards.md) shows how, and what a card in a spreadsheet looks like.
`jdgen schema scorecard` prints the same as a JSON Schema, for your editor.
""",
    "findings": """# Findings

What `jdgen check` reports, as `file:line:column: severity code: message`.
An error (E) stops a run; a warning (W) and a note (I) do not.
What is wrong with people on seats (P) stops `jdgen kit`, and leaves posting and rubric alone.
What is wrong with a vacancy's folder (V) stops its scoring.
[Check a posting](../how-to/check-a-posting.md) shows how to read, waive and hand on what is found.
""",
    "template-context": """# What a template sees

A template of a document sees `role`; those of the interview kit see `kit` as well, an interviewer's kit also `seat`, a scorecard `card`, and the debrief packet `packet`.
In a public document, what only interviewers may read cannot be used: it stops the run.
Every decision is made and every sentence is written before it runs: it prints and loops.
The names on this page keep working until the next major version.
A name that is not here stops the run with its line and the name that was probably meant.

A template's own words stand in `_("...")`, so that they can be said in another language:
`{{ _("How to apply") }}`, and with values `{{ _("Weight {weight}.", weight=it.weight) }}`.
`ngettext("one session", "{count} sessions", count, count=count)` chooses the form that goes with a count, and `pgettext("floor", "none")` tells two meanings of a word apart.
Plain text works too, and stays as it is in every language.
`language` is the document's language; the filters `date` (a date for a table), `inside` (a label inside a sentence), `quoted` (in quotation marks) and `capital` (a large first letter) go by it.
""",
    "blocks": """# Blocks of the built-in templates

A file of the same name in `templates/` of your workspace hides the built-in one.
Let it extend the built-in one under its other name, `default/...`, and write only the block that differs:
[Change a template](../how-to/change-a-template.md) shows how.
""",
}
"""What stands at the top of each page."""

POSTINGS = """
## Rules about postings

None of this is legal advice.
The posting is looked at as it is rendered, at each stage.
An error counts for the exit code of `jdgen check`, and `--strict` refuses to write a posting that has one; a finding can be waived with a reason.
A code may have a subject behind a colon, such as `pay-missing:US-CO`.
"""

PAY_LAWS = """
## Laws on pay in postings

None of this is legal advice: laws change, and the sources are mostly secondary.
Rows that were verified more than 180 days ago make one warning (`rules-stale`), a law is announced 90 days before it begins, and what was not verified is a note at most.
"""

KINDS = {
    URL: "web address (`https://...`)",
    EMAIL: "e-mail address",
    COLOUR: "colour (`#1F3A5F`)",
    CURRENCY: "three capital letters (`USD`)",
    LANGUAGE: "language tag (`de`, `pt-BR`)",
    r"^[a-z][a-z0-9_]*$": "id",
    r"^[a-z][a-z0-9-]*$": "name of a role",
    r"^[0-9a-f]{12}$": "twelve hex digits",
    r"^\d{1,20}$": "number of up to twenty digits",
    r"^[A-Z]{2}(-[A-Z]{2,3})*$": "code of a state or city (`US-CO`)",
    r"^[A-Za-z0-9-]+(:[A-Za-z0-9_-]+)?$": "code of a finding",
}
"""What a pattern stands for."""

UNDESCRIBED = {
    "kind": "Says which kind of entry this is.",
    "stages": "What differs at each stage of a company.",
}
"""Fields whose model says nothing, because the name says it all."""

BLOCKS = {
    "comparison.md.j2": {
        "title": "Both titles, the stage and the company.",
        "verdict": "Which of the two the stage calls for first, with reasons and sources.",
        "questions": "Who answers why, what, when and how, as a picture and a table.",
        "areas": "Who owns what, area by area.",
        "shared": "What the two do together, and what both claim.",
        "alone": "What is uncovered when only one of them is hired.",
        "requirements": "What each has to bring, kind by kind.",
        "weights": "What each is rated on, with weights.",
        "background": "Published pay figures with their age.",
        "sources": "The sources of all that.",
    },
    "posting.md.j2": {
        "title": "The posted title, and the company below it.",
        "facts": "The lines at the top: place, pay, contract, stage, closing date.",
        "mission": "What the role is for, as the lead paragraph.",
        "responsibilities": "What you will do.",
        "requirements": "What you bring: what is needed, then what is welcome.",
        "outcomes": "What the first year brings about.",
        "areas": "How the role and its counterpart share the work.",
        "pay": "Pay, further pay and benefits.",
        "company": "About the company.",
        "process": "How we hire.",
        "apply": "How to apply.",
        "accommodation": "Whom to ask for an adjustment.",
        "notices": "What the law of some places wants said in so many words: artificial intelligence, vacancy, commission.",
        "statement": "The equal-opportunity statement.",
    },
    "rubric.md.j2": {
        "title": "Title, stage, company and fingerprint.",
        "use": "The steps that a rater follows.",
        "weights": "Weights as a chart and a table, with their reason.",
        "gates": "What the recruiter settles before the first interview.",
        "scale": "What the five levels mean.",
        "competencies": "All competencies, one after the other.",
        "competency": "One competency, called `it` here: anchors, questions, red flags.",
        "scoring": "From ratings to an outcome, and the worked example.",
        "traceability": "Which posted line is assessed where, and the other way round.",
        "never": "What is never asked.",
        "pay": "Published pay figures, with their age.",
        "sources": "Where facts were read, and what rests on judgement.",
    },
    "plan.md.j2": {
        "title": "Title, totals, vacancy and fingerprint.",
        "rules": "What holds the plan together.",
        "sessions": "The sessions with minutes, people and what is rated.",
        "coverage": "Who rates what, as a heat map and a table.",
        "load": "Minutes of each seat.",
        "timelines": "The sessions minute by minute, as a picture and as tables.",
        "arrange": "What to do before the first invitation.",
    },
    "kit.md.j2": {
        "title": "Title, interviewer, sessions and fingerprint.",
        "purpose": "What this seat asks and rates.",
        "before": "What to do before a session.",
        "script": "What to say at the beginning and at the end.",
        "rating": "How to listen and rate.",
        "scale": "What the five levels mean.",
        "timelines": "The sessions of this seat, minute by minute.",
        "sessions": "What is asked and rated, session by session.",
        "case": "The case session, where the seat takes part in it.",
        "competency": "One competency, called `it` here: anchors, questions with room for notes, red flags.",
        "errors": "Errors that raters make.",
        "never": "What is never asked.",
        "calibration": "The calibration page, and its key overleaf.",
    },
    "guide.md.j2": {
        "title": "Title, and the company below it.",
        "facts": "Time asked of the candidate, and the case.",
        "welcome": "The first words.",
        "sessions": "The sessions with minutes, people and subjects.",
        "interview": "How an interview runs.",
        "scored": "How answers are rated, and how the decision is made.",
        "prepare": "How to prepare.",
        "case": "What candidates should know of the case beforehand.",
        "references": "Whom we call, and with whose consent.",
        "never": "What nobody will ask.",
        "adjustments": "How to ask for an adjustment.",
        "records": "Which data are kept, and how long.",
        "close": "The last words.",
    },
    "brief.md.j2": {
        "title": "The case's name, and the company below it.",
        "facts": "Minutes for preparing, presenting and discussing.",
        "promise": "That the case is invented and the answer is not used.",
        "task": "The task.",
        "figures": "The figures handed out.",
        "known": "The facts handed out.",
        "how": "How it runs, and what to hand in.",
        "rated": "What is looked at.",
    },
    "checklist.md.j2": {
        "title": "Title, and lines for the candidate's code and the recruiter.",
        "use": "How to fill it in.",
        "consequences": "What follows from each result.",
        "gates": "The requirements with proof, boxes and room for words.",
    },
    "scorecard.md.j2": {
        "title": "Title, role, stage, session, seat and fingerprint.",
        "rater": "Fields for interviewer, candidate's code, day and conflict of interest.",
        "rules": "How to rate.",
        "scale": "What the five levels mean.",
        "competencies": "All competencies of the session, one after the other.",
        "competency": "One competency, called `sheet` here: anchors, questions, red flags.",
        "item": "One question, called `item` here: ratings, evidence, key answers.",
        "finish": "The box that locks the card, and the line for a signature.",
    },
    "assessor.md.j2": {
        "title": "Title, case, minutes and fingerprint.",
        "use": "What the case is for, and rules for assessors.",
        "timeline": "The session minute by minute.",
        "task": "What candidates have: task, figures, facts.",
        "planted": "What the material hides.",
        "reference": "What the figures come to, computed.",
        "competencies": "All competencies rated on the case.",
        "competency": "One of them, called `line` here: what the case shows, and the anchors.",
    },
    "references.md.j2": {
        "title": "Title, number of calls, callers and fingerprint.",
        "use": "What the calls are for.",
        "before": "Consent, and whom to ask for.",
        "script": "What to say first.",
        "close": "How to end.",
        "form": "The form for one call.",
        "question": "One question, called `question` here, with room for the answer.",
    },
    "rules.md.j2": {
        "title": "Title and fingerprint.",
        "weights": "Weights and floors with their reason.",
        "scoring": "The rule, from `scoring.md.j2`.",
        "gaps": "What happens where ratings are missing.",
    },
    "traceability.md.j2": {
        "title": "Title and fingerprint.",
        "use": "How to read the matrix.",
        "matrix": "The matrix, from `matrix.md.j2`.",
    },
    "structure.md.j2": {
        "title": "Title and fingerprint.",
        "summary": "Points, of how many.",
        "missing": "What is missing, and how to get it.",
        "components": "All components with their points.",
        "limits": "The source, and what the report does not say.",
    },
    "packet.md.j2": {
        "title": "Title, vacancy, debrief, day of deletion and fingerprint.",
        "outcomes": "What the rule says of each candidate, and why: the first page.",
        "agenda": "The debrief minute by minute.",
        "plot": "Totals with intervals and bands, as a picture.",
        "heat": "Scores with the raters’ spread, as a heat map and as tables; gaps and void questions.",
        "flags": "All flags with the evidence that belongs to them.",
        "flag": "One flag, called `flag` here, of `candidate`.",
        "requirements": "How each requirement stands for each candidate.",
        "weights": "Totals and ranks under equal weights.",
        "agreement": "How far raters agree, and notices about how they rated.",
        "revisions": "What the debrief changed, before and after.",
        "structure": "How structured the interviews were, by the cards.",
        "absent": "Candidates who are waiting, and cards that cannot count.",
        "record": "The decision record to fill in, and the day of deletion.",
    },
    "scoring.md.j2": {
        "rule": "How ratings become a total.",
        "outcomes": "The decision table.",
        "example": "The rule worked out on invented ratings.",
    },
    "matrix.md.j2": {
        "forth": "From the posting to the assessment.",
        "back": "From the assessment to the posting.",
    },
    "page.html.j2": {
        "head": "The style sheet, inside the HTML head; more goes here.",
        "markup": "The posting's JSON-LD for job search, where it is complete.",
        "header": "The logo, and the note on internal documents.",
        "footer": "The fingerprint, shown on screens.",
    },
    "page.css.j2": {
        "page": "Paper, margins, running heads and page numbers.",
        "type": "Typefaces, sizes, headings, lists and links.",
        "top": "Logo, title, company and the facts below it.",
        "tables": "Tables and the widths of their columns.",
        "rubric": "Charts, competencies, questions, key answers and red flags.",
        "plan": "Tables of the interview plan and of an interviewer's kit, and room for notes.",
        "forms": "Fields of scorecards.",
        "kit": "The other documents of the interview kit.",
        "packet": "The debrief packet.",
        "theme": "The look that `brand.theme` names: [`templates/themes/NAME.css.j2`](../how-to/choose-a-look.md).",
        "custom": "Empty: the place for your own rules.",
    },
    "screen.css.j2": {"screen": "What differs on screens, and in the dark scheme."},
}
"""What each block of each built-in template prints."""


ROLE = "[`role`](template-context.md#role)"
KIT = f"{ROLE} and [`kit`](template-context.md#kit)"
SEES = {
    "posting.md.j2": ROLE,
    "rubric.md.j2": ROLE,
    "kit.md.j2": f"{KIT}, and [`seat`](template-context.md#seat)",
    "scorecard.md.j2": f"{KIT}, and [`card`](template-context.md#card)",
    "packet.md.j2": f"{KIT}, and [`packet`](template-context.md#packet)",
    "scoring.md.j2": f"{ROLE}; the rubric and the scoring rules include it",
    "matrix.md.j2": f"{ROLE}; the rubric and the traceability matrix include it",
    "comparison.md.j2": "[`comparison`](template-context.md#comparison), and the first role as `role`",
    "page.html.j2": "[`document`](template-context.md#document), `body` (the text as HTML), `style` (the style sheet) and `markup` (the JSON-LD of a posting, ready for a script element; else empty)",
    "page.css.j2": "[`document`](template-context.md#document), and `paged` (whether it is for a PDF)",
    "screen.css.j2": "[`document`](template-context.md#document)",
}
"""The names that each template sees."""


def main(arguments: Sequence[str]) -> int:
    """Writes the pages, or with `--check` names those that are stale, and returns the exit code."""
    new = {name: page() for name, page in PAGES.items()}
    stale = [name for name, text in new.items() if not current(REFERENCE / name, text)]
    if "--check" in arguments:
        for name in stale:
            print(f"docs/reference/{name}: stale; run `make docs`", file=sys.stderr)
        return 1 if stale else 0
    REFERENCE.mkdir(exist_ok=True)
    for name in stale:
        (REFERENCE / name).write_text(new[name], "utf-8")
        print(f"docs/reference/{name}")
    return 0


def current(path: Path, text: str) -> bool:
    """Returns whether the file at `path` holds `text`."""
    return path.exists() and path.read_text("utf-8") == text


# Commands


def commands() -> str:
    """Returns the page of commands: what `--help` prints."""
    parts = [
        WRITTEN,
        INTRODUCTIONS["commands"],
    ]
    root = click.Context(program, info_name="jdgen", terminal_width=WIDTH, **program.context_settings)
    parts.append(help_of("jdgen", program, root))
    for name, command in sorted(program.commands.items()):
        context = click.Context(command, info_name=name, parent=root)
        parts.append(help_of(f"jdgen {name}", command, context))
    return "\n".join(parts)


def help_of(title: str, command: click.Command, context: click.Context) -> str:
    """Returns a section with the help of a command.

    Raises:
        UndescribedError: the command or one of its options has no help.
    """
    silent = [it.opts[-1] for it in command.params if isinstance(it, click.Option) and not it.help]
    if silent or not command.help:
        raise UndescribedError(f"{title} has no help" + (f" for {in_words(silent)}" if silent else ""))
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


# Files that a user writes


def file_page(name: str) -> str:
    """Returns the page about a file: a table of its fields, and one of each kind of entry in it."""
    schema = json.loads(json_schema(name))
    parts = [WRITTEN, INTRODUCTIONS[name], "## Fields\n", field_table(schema, of=name)]
    sections = list(entries(schema))
    parts += [section for title in sections for section in definition(title, schema)]
    return "\n".join(parts)


def entries(schema: dict[str, Any]) -> dict[str, None]:
    """Returns the names of the entries of a schema in the order in which a reader meets them."""
    found: dict[str, None] = {}
    waiting = references(schema["properties"])
    for name in waiting:
        if name not in found:
            found[name] = None
            waiting += references(schema["$defs"][name]["properties"])
    return found


def references(part: object) -> list[str]:
    """Returns the names that a part of a schema points to."""
    if isinstance(part, dict):
        own = [part["$ref"].rpartition("/")[2]] if "$ref" in part else []
        return own + [name for value in part.values() for name in references(value)]
    if isinstance(part, list):
        return [name for value in part for name in references(value)]
    return []


def definition(name: str, schema: dict[str, Any]) -> Iterator[str]:
    """Returns the section of one kind of entry."""
    part = schema["$defs"][name]
    group, shared = siblings(name, schema)
    if shared and name == group[0]:
        title = f"Every {in_words(spaced(it).lower() for it in group)}"
        yield f"## {title}\n"
        yield f"Entries of {len(group)} kinds share these fields.\n"
        yield field_table({**part, "properties": {key: part["properties"][key] for key in shared}})
    yield f"## {spaced(name)}\n"
    yield part["description"] + "\n"
    yield field_table(
        {**part, "properties": {key: it for key, it in part["properties"].items() if key not in shared}}
    )


def siblings(name: str, schema: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Returns the kinds of entry that stand in the same place as `name`, and the fields that all of them have."""
    for group in alternatives(schema):
        if name in group:
            properties = [schema["$defs"][it]["properties"] for it in group]
            return group, [
                key for key, it in properties[0].items() if all(it == other.get(key) for other in properties)
            ]
    return [name], []


def alternatives(part: object) -> Iterator[list[str]]:
    """Returns the groups of entries told apart by `kind`."""
    if isinstance(part, dict):
        if "oneOf" in part:
            yield references(part["oneOf"])
        part = list(part.values())
    if isinstance(part, list):
        for value in part:
            yield from alternatives(value)


def field_table(part: dict[str, Any], of: str = "") -> str:
    """Returns a table of fields."""
    required = part.get("required", [])
    rows = [
        (f"`{name}`", type_in_words(field), default(name, field, required, of), meaning(name, field))
        for name, field in part["properties"].items()
    ]
    return table(("Field", "What to write", "Without it", "Meaning"), rows)


def meaning(name: str, field: dict[str, Any]) -> str:
    """Returns the description of a field.

    Raises:
        UndescribedError: there is none.
    """
    said = field.get("description") or UNDESCRIBED.get(name)
    if not said:
        raise UndescribedError(f"the field {name} has no docstring")
    return str(said)


def default(name: str, field: dict[str, Any], required: Sequence[str], of: str) -> str:
    """Returns what holds where a field is left out."""
    if name in required:
        return "required"
    if of == "profile" and name in FROM_COMMON:
        return "`common.yaml`"
    value = field.get("default")
    if value in (None, [], {}):
        return "none"
    if isinstance(value, dict):
        return "as below"
    return f"`{value}`" if isinstance(value, str) else f"`{json.dumps(value)}`"


def type_in_words(field: dict[str, Any]) -> str:
    """Returns the type of a field of a JSON Schema as a person says it."""
    if choices := field.get("enum", [field["const"]] if "const" in field else []):
        return in_words(f"`{choice}`" for choice in choices)
    match field:
        case {"$ref": reference}:
            return link(reference.rpartition("/")[2])
        case {"anyOf": parts} | {"oneOf": parts}:
            return either([part for part in parts if part != {"type": "null"}])
        case {"type": "array", "items": items}:
            return f"list: {type_in_words(items)}"
        case {"type": "object"}:
            return mapping(field)
    return scalar(field)


def either(parts: list[dict[str, Any]]) -> str:
    """Returns the type of a field that may be several; a number that may be written as text is a number."""
    if [part.get("type") for part in parts] == ["number", "string"]:
        return scalar(parts[0])
    return in_words(dict.fromkeys(type_in_words(part) for part in parts))


def mapping(field: dict[str, Any]) -> str:
    """Returns the type of a mapping."""
    values = [*field.get("patternProperties", {}).values(), field.get("additionalProperties")]
    value = next((it for it in values if isinstance(it, dict)), None)
    keys = field.get("propertyNames", {}).get("enum")
    key = in_words(f"`{name}`" for name in keys) if keys else "id" if "patternProperties" in field else "key"
    return f"mapping: {key} to {type_in_words(value)}" if value else "mapping"


def scalar(field: dict[str, Any]) -> str:
    """Returns the type of a single value, with its bounds."""
    if "pattern" in field:
        return KINDS[field["pattern"]]
    name = {"integer": "whole number", "number": "number", "boolean": "`true` or `false`"}.get(
        field.get("type", "")
    )
    if name is None:
        return "date (`2027-01-31`)" if field.get("format") == "date" else "text"
    low, high = field.get("minimum"), field.get("maximum")
    if low is not None and high is not None:
        return f"{name}, {low:g} to {high:g}"
    above = field.get("exclusiveMinimum")
    return (
        name
        + (f", at least {low:g}" if low is not None else "")
        + (f", above {above:g}" if above is not None else "")
    )


# Findings


def findings() -> str:
    """Returns the page of rules that `jdgen check` applies."""
    postings = sorted(rows().values(), key=lambda it: it.code)
    return "\n".join(
        [
            WRITTEN,
            INTRODUCTIONS["findings"],
            rubric_table(),
            POSTINGS,
            table(("Code", "Asks", "Counts as", "Rests on", "Verified"), map(posting_row, postings)),
            PAY_LAWS,
            table(
                (
                    "Id",
                    "Law",
                    "In force",
                    "From how many people",
                    "The posting shows",
                    "Later",
                    "Source",
                    "Verified",
                ),
                map(law_row, laws()),
            ),
        ]
    )


def rubric_table() -> str:
    """Returns the table of rules about profiles and people.

    Raises:
        UndescribedError: one says no reason.
    """
    of_rubric = sorted(RULES, key=lambda it: ("EWI".index(it.code[0]), it.code))
    known: list[Rule[Any]] = [*of_rubric, *people.RULES, *vacancy.RULES]
    for rule in known:
        if not rule.reason:
            raise UndescribedError(f"the rule {rule.code} says no reason")
    return table(
        ("Code", "Rule and reason", "Rests on"),
        [(it.code, " ".join(it.reason.split()), it.source) for it in known],
    )


def posting_row(row: Row) -> tuple[str, ...]:
    """Returns what the table of rules about postings says of one."""
    return (
        f"`{row.code}`",
        row.asks,
        row.severity,
        row.source or "our own rule",
        verified(row.mark, row.verified_on),
    )


def law_row(law: Law) -> tuple[str, ...]:
    """Returns what the table of pay laws says of one."""
    since = law.effective + (f"; until {law.effective_to}" if law.effective_to else "")
    later = " ".join(part for part in (law.later, law.note) if part)
    return (
        law.id, law.law, since, law.threshold, "; ".join(law.must_show), later, law.source, verified(law.mark, law.verified_on),
    )  # fmt: skip


def verified(mark: str, day: str) -> str:
    """Returns when a source was read, and which kind of source it was."""
    return {"V": f"{day}, primary text", "S": f"{day}, secondary source", "M": "not verified", "own": ""}[
        mark
    ]


# Templates


def template_context() -> str:
    """Returns the page of names that a template can use."""
    parts = [WRITTEN, INTRODUCTIONS["template-context"]]
    described_kinds: set[type] = set()
    for name, root in ROOTS.items():
        parts += record_section(root, name, f"{name}.")
        described_kinds.add(root)
        for kind in nested(root):
            if kind not in described_kinds:
                parts += record_section(kind, spaced(kind.__name__))
                described_kinds.add(kind)
    parts += [
        "## Document\n",
        "What the page and the style sheet see beside the text, as `document`.\n",
        document_table(),
    ]
    parts += [
        "## Filters\n",
        "Beside those of [Jinja](https://jinja.palletsprojects.com/en/stable/templates/#list-of-builtin-filters):\n",
        table(
            ("Filter", "What it makes"),
            [
                (
                    "`{{ role | weights_chart }}`",
                    "The weights as a bar chart (SVG), in templates of documents.",
                ),
                ("`{{ kit | coverage_chart(role) }}`", "Who rates what, as a heat map (SVG)."),
                ("`{{ kit | day_chart(role) }}`", "The sessions minute by minute, as bars (SVG)."),
                ("`{{ comparison | owners_chart }}`", "Who answers which question (SVG)."),
                ("`{{ address | url }}`", "An address that is safe inside a link."),
            ],
        ),
    ]
    return "\n".join(parts)


def record_section(kind: type, title: str, prefix: str = "") -> list[str]:
    """Returns the section about a named tuple."""
    return [f"## {title}\n", docs()[kind.__name__][""] + "\n", record_table(kind, prefix)]


def record_table(kind: type, prefix: str = "") -> str:
    """Returns a table of the attributes of a named tuple."""
    hints = hints_of(kind)
    rows = [
        (f"`{prefix}{name}`", in_python(hint, link), described(kind, name)) for name, hint in hints.items()
    ]
    return table(("Name", "What it is", "Meaning"), rows)


def document_table() -> str:
    """Returns a table of what `document` offers to a page."""
    of = attribute_docs("jdgen.documents.document")["Document"]
    own = [name for name in Document._fields if name not in {"role", "body", "templates"}]
    rows = [(f"`document.{name}`", of[name]) for name in own]
    for name, it in vars(Document).items():
        if isinstance(it, property):
            rows.append((f"`document.{name}`", str(it.__doc__)))
    return table(("Name", "Meaning"), [("`document.role`", "The role, as above."), *rows])


def nested(kind: type) -> dict[type, None]:
    """Returns the named tuples that a named tuple is made of, in the order in which a reader meets them."""
    found: dict[type, None] = {}
    waiting = [kind]
    for each in waiting:
        for hint in hints_of(each).values():
            new = [part for part in records(hint) if part not in found]
            found |= dict.fromkeys(new)
            waiting += new
    return found


def blocks() -> str:
    """Returns the page of blocks that a template of your own can replace."""
    parts = [
        WRITTEN,
        INTRODUCTIONS["blocks"],
    ]
    for path in sorted(
        (ROOT / "templates").glob("*.j2"), key=lambda it: (not it.name.endswith(".md.j2"), it.name)
    ):
        parts += [f"## {path.name}\n", f"Sees {SEES.get(path.name, KIT)}.\n", block_table(path)]
    return "\n".join(parts)


def block_table(path: Path) -> str:
    """Returns a table of the blocks of a template.

    Raises:
        UndescribedError: BLOCKS leaves a block out, or names one that is not there.
    """
    known = BLOCKS.get(path.name, {})
    found = [
        it.name
        for it in jinja2.Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Block)
    ]
    if differing := set(found) ^ set(known):
        raise UndescribedError(
            f"{path.name} and BLOCKS in docs/make_reference.py differ in {in_words(sorted(differing))}"
        )
    ordered = [name for name in known if name in found]
    return table(("Block", "Prints"), [(f"`{name}`", known[name]) for name in ordered])


# Words


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Returns a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    cells = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def spaced(name: str) -> str:
    """Returns the name of a class as words: `JobAnalysis` is `Job analysis`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).capitalize()


def link(name: str) -> str:
    """Returns a link to the section about a class."""
    return f"[{spaced(name)}](#{spaced(name).lower().replace(' ', '-')})"


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "profile.md": partial(file_page, "profile"),
    "company.md": partial(file_page, "company"),
    "vacancy.md": partial(file_page, "vacancy"),
    "candidates.md": partial(file_page, "candidates"),
    "scorecard.md": partial(file_page, "scorecard"),
    "findings.md": findings,
    "template-context.md": template_context,
    "blocks.md": blocks,
}
"""What makes each page; each raises UndescribedError where a field, option, block or rule has no description."""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
