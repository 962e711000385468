"""A vacancy as a panel leaves it: four invented candidates whose cards are locked, one who is waiting, and a card too old to count."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from conftest import COMPANY
from fillings import Filling, as_yaml, panel_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jdgen.intake import Panel
    from jdgen.role.kit.model import Card

FOLDER = "vacancies/cpo-2026"
CARDS = f"{FOLDER}/scorecards"

PEOPLE = {
    "recruiter": "Noor Haddad", "chief": "Ada Park", "finance": "Tom Weller", "technology": "Ines Costa",
    "customer": "Jon Bell", "product": "Mei Tanaka", "people": "Dana Whitfield",
}  # fmt: skip
RATERS = [seat for seat in PEOPLE if seat != "recruiter"]

COMPANY_FILE = COMPANY + "records: {months: 12, contact: privacy@northwind.example}\n"
VACANCY = f"""\
role: cpo
stage: scaleup
people: {{{", ".join(f"{seat}: {name}" for seat, name in PEOPLE.items())}}}
trained: {{{", ".join(f"{seat}: 2026-11-02" for seat in RATERS)}}}
dates: {{opened: 2026-11-16, debrief: 2027-02-12}}
candidates: [C-03, C-07, C-12, C-15, C-21]
"""

CANDIDATES = """\
candidates:
  C-03:
    screen: {degree: met, head_of_product: met, startup_years: met, led_teams: met, work_permit: met, advanced_degree: not_met}
    references:
      - referee: former chief financial officer
        results:
          budget: {result: contradicts, evidence: "Two of the three launches went over budget by half, and we heard of it late."}
          leadership: {result: confirms}
    closed:
      reference-budget: "Both overruns were agreed with the board beforehand; the minutes, which we have seen, say so."
  C-07:
    screen: {degree: equivalent, head_of_product: met, startup_years: met, led_teams: met, work_permit: met, advanced_degree: not_met}
    notes: {degree: "No degree; eleven years of the same work, two products shown."}
  C-12:
    screen: {degree: met, head_of_product: met, startup_years: met, led_teams: met, work_permit: met, advanced_degree: met}
  C-15:
    screen: {degree: met, head_of_product: met, startup_years: met, led_teams: met, work_permit: met, advanced_degree: not_met}
  C-21:
    screen: {degree: met, head_of_product: met, startup_years: met, led_teams: met, work_permit: met, advanced_degree: not_met}
"""

# By card, what each competency got: a figure for each question, n for one that was not asked.
RATINGS: dict[str, dict[str, dict[str, str]]] = {
    "C-03": {
        "direction-chief": {"strategy": "454", "budget": "433"},
        "direction-finance": {"strategy": "444", "budget": "343"},
        "case-chief": {"strategy": "4", "budget": "3", "metrics": "4", "partnership": "4"},
        "case-technology": {"strategy": "4", "budget": "4", "metrics": "4", "partnership": "5"},
        "case-customer": {"strategy": "5", "budget": "3", "metrics": "3", "partnership": "4"},
        "market-customer": {"innovation": "343", "customers": "454"},
        "market-product": {"innovation": "433", "customers": "444"},
        "delivery-product": {"metrics": "434", "methods": "343"},
        "delivery-technology": {"metrics": "444", "methods": "333"},
        "people-people": {"leadership": "445", "partnership": "443"},
        "people-technology": {"leadership": "444", "partnership": "454"},
    },
    "C-07": {
        "direction-chief": {"strategy": "444", "budget": "434"},
        "direction-finance": {"strategy": "343", "budget": "343"},
        "case-chief": {"strategy": "4", "budget": "4", "metrics": "4", "partnership": "3"},
        "case-technology": {"strategy": "4", "budget": "3", "metrics": "2", "partnership": "4"},
        "case-customer": {"strategy": "4", "budget": "4", "metrics": "4", "partnership": "4"},
        "market-customer": {"innovation": "444", "customers": "545"},
        "market-product": {"innovation": "343", "customers": "454"},
        "delivery-product": {"metrics": "434", "methods": "444"},
        "delivery-technology": {"metrics": "222", "methods": "343"},
        "people-people": {"leadership": "334", "partnership": "434"},
        "people-technology": {"leadership": "343", "partnership": "443"},
    },
    "C-12": {
        "direction-chief": {"strategy": "455", "budget": "445"},
        "direction-finance": {"strategy": "545", "budget": "454"},
        "case-chief": {"strategy": "5", "budget": "4", "metrics": "5", "partnership": "3"},
        "case-technology": {"strategy": "5", "budget": "4", "metrics": "4", "partnership": "3"},
        "case-customer": {"strategy": "4", "budget": "4", "metrics": "4", "partnership": "3"},
        "market-customer": {"innovation": "454", "customers": "434"},
        "market-product": {"innovation": "445", "customers": "344"},
        "delivery-product": {"metrics": "545", "methods": "434"},
        "delivery-technology": {"metrics": "454", "methods": "343"},
        "people-people": {"leadership": "232", "partnership": "323"},
        "people-technology": {"leadership": "332", "partnership": "333"},
    },
    "C-15": {
        "direction-chief": {"strategy": "343", "budget": "334"},
        "direction-finance": {"strategy": "333", "budget": "333"},
        "case-chief": {"strategy": "3", "budget": "3", "metrics": "3", "partnership": "3"},
        "case-technology": {"strategy": "4", "budget": "3", "metrics": "4", "partnership": "4"},
        "case-customer": {"strategy": "3", "budget": "3", "metrics": "3", "partnership": "4"},
        "market-customer": {"innovation": "nnn", "customers": "434"},
        "market-product": {"innovation": "343", "customers": "343"},
        "delivery-product": {"metrics": "333", "methods": "333"},
        "delivery-technology": {"metrics": "434", "methods": "343"},
        "people-people": {"leadership": "434", "partnership": "343"},
        "people-technology": {"leadership": "343", "partnership": "434"},
    },
    "C-21": {
        "direction-chief": {"strategy": "555", "budget": "555"},
        "direction-finance": {"strategy": "555", "budget": "555"},
        "market-product": {"innovation": "555", "customers": "555"},
    },
}  # fmt: skip

HEARD = {
    ("C-07", "delivery-product", "me1"): "Gave retention at 12 months, 81 percent, and said how churn is counted.",
    ("C-07", "delivery-product", "me2"): "Stopped a dashboard that nobody used; named the two figures that decisions rest on.",
    ("C-07", "delivery-product", "me3"): "Would ask what the figure leaves out before acting on it.",
    ("C-07", "delivery-technology", "me1"): "Knew 81 percent, but not over which customers it was counted.",
    ("C-07", "delivery-technology", "me2"): "Could not say which decision the dashboard had changed.",
    ("C-07", "delivery-technology", "me3"): "Every example was of a figure that rose.",
    ("C-07", "case-chief", "case_metrics"): "Named the measure that would show the bet was wrong, and a date for looking.",
    ("C-07", "case-technology", "case_metrics"): "Chose a measure that rises whatever happens.",
    ("C-07", "case-customer", "case_metrics"): "Tied each item to renewals, and said what he could not know.",
}  # fmt: skip
"""What is printed beside flags; of the rest only that something was written."""

FLAGS = {("C-07", "delivery-technology"): ("flag-metrics-2",)}


@cache
def panel() -> Panel:
    """The cards that the vacancy expects."""
    people = ", ".join(f"{seat}: {name}" for seat, name in PEOPLE.items())
    return panel_of("cpo", COMPANY_FILE + f"people: {{{people}}}")


def filling(candidate: str, card: Card) -> Filling | None:
    """What one rater wrote of one candidate; none where the card is still to come."""
    given = RATINGS[candidate].get(card.id)
    if given is None:
        return None
    ratings = {
        item.id: "NA" if mark == "n" else mark
        for sheet in card.sheets
        for item, mark in zip(sheet.items, given[sheet.competency.id], strict=True)
    }
    said = {
        name: HEARD.get((candidate, card.id, name), f"What was said for {name}.")
        for name, mark in ratings.items()
        if mark != "NA"
    }
    return Filling(
        candidate,
        card.seat.person,
        "2027-01-28",
        ratings=ratings,
        evidence=said,
        flags=FLAGS.get((candidate, card.id), ()),
    )


def cards() -> dict[str, bytes]:
    """Every card that came in, as YAML, by file name."""
    return {
        f"{candidate}-{card.id}.yaml": as_yaml(card, it)
        for candidate in RATINGS
        for card in panel().cards.values()
        if (it := filling(candidate, card))
    }


def files() -> Mapping[str, bytes]:
    """The whole workspace, by path."""
    found = {
        "company.yaml": COMPANY_FILE,
        f"{FOLDER}/vacancy.yaml": VACANCY,
        f"{FOLDER}/candidates.yaml": CANDIDATES,
    }
    old = cards()["C-03-direction-chief.yaml"].replace(b"C-03", b"C-09")
    old = old.replace(panel().fingerprint.encode(), b"0" * 12)
    return {
        **{name: text.encode() for name, text in found.items()},
        **{f"{CARDS}/{name}": data for name, data in cards().items()},
        f"{CARDS}/C-09-direction-chief.yaml": old,
    }
