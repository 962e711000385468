"""Each rule of the rubric, broken once by a company's patch, and its innocent neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from jdgen.checks.rubric import RULES, check
from jdgen.errors import JdgenError, Place
from jdgen.role.resolution import Resolved, resolve
from jdgen.source import Layers, Node
from jdgen.source.parsing import parse

if TYPE_CHECKING:
    from jdgen.checks.finding import Finding

PROFILES = Path(__file__).parents[1] / "profiles"
VARIANTS = [(role, stage) for role in ("cto", "cpo") for stage in ("startup", "scaleup", "enterprise")]
MARK = "§"


@cache
def profile_text(name: str) -> str:
    return (PROFILES / name).read_text("utf-8")


@cache
def tree(name: str) -> Node:
    return parse(profile_text(f"{name}.yaml"), f"{name}.yaml", name)


def role(patch: str = "{}", name: str = "cto", stage: str = "scaleup") -> Resolved:
    company = parse(company_text(patch).replace(MARK, ""), "company.yaml", "company")
    return resolve(Layers(tree("common"), tree(name), company), stage)


def company_text(patch: str) -> str:
    return "patch:\n" + indent(patch.strip("\n"), "  ") + "\n"


def marked(patch: str) -> Place:
    before = company_text(patch).partition(MARK)[0]
    return Place("company.yaml", before.count("\n") + 1, len(before) - before.rfind("\n"))


def written_at(place: Place) -> str:
    return profile_text(place.file).splitlines()[place.line - 1][place.column - 1 :]


def stops_or_warns(patch: str) -> list[Finding]:
    return [finding for finding in check(role(patch)) if finding.severity != "info"]


def words(count: int) -> str:
    return "Shows " + " ".join(["one"] * (count - 2)) + " result."


def question_of(count: int) -> str:
    return "Describe " + " ".join(["one"] * (count - 2)) + " result."


def anchor(level: int, text: str) -> str:
    return f'competencies: {{budget: {{anchors: {{{MARK}{level}: "{text}"}}}}}}'


def ask(text: str, question: str = "bu1") -> str:
    return f'competencies: {{budget: {{questions: {{{question}: {{{MARK}ask: "{text}"}}}}}}}}'


def probes(*texts: str) -> str:
    return f"competencies: {{budget: {{questions: {{bu1: {{{MARK}probes: {list(texts)}}}}}}}}}"


def years(parts: str) -> str:
    return f"requirements: {{experience: {{parts: {parts}}}}}"


NEW_COMPETENCY = """
competencies:
  §vendors:
    name: Vendors
    definition: Chooses suppliers and ends contracts.
    serves: [%s]
    from: [house]
    anchors:
      5: Ended two contracts on figures that were agreed with the supplier beforehand.
      4: Compared suppliers on price, risk and the cost of leaving them.
      3: Chose a supplier against a list of needs that users wrote.
      2: Took over suppliers from others and asked for a lower price.
      1: Buys whatever the best-known supplier happens to recommend.
    questions:
      ve1: {kind: behavioural, ask: Describe a contract you ended., probes: ["What did you do?", "What was the result?"]}
      ve2: {kind: behavioural, ask: Describe a supplier you chose., probes: ["What did you do?", "What was the result?"]}
      ve3:
        kind: situational
        ask: Suppose a supplier doubles the price. What would you do?
        probes: ["What would you ask first?", "What would you offer?"]
        answers: {5: Knows the way out beforehand., 3: Asks others for a price., 1: Pays the bill.}
    red_flags: ["Cannot name a contract they ended."]
plan:
  sessions:
    people: {minutes: 104, competencies: [leadership, partnership, vendors]}
weights: {strategy: 5, vendors: 10}
"""

DEGREE = "kind: degree, importance: preferred, levels: [master], fields: [physics], assess: [screen], from: [house]"


@dataclass(frozen=True)
class Fault:
    """A patch that breaks one rule; the place is marked in it, or `at` is what the profile says there."""

    code: str
    sentence: str
    patch: str
    said: str
    at: str = ""
    also: tuple[str, ...] = ()


FAULTS = [
    Fault(
        "E01",
        "a question id used in two competencies",
        """
competencies:
  partnership:
    questions:
      §bu1: {kind: behavioural, ask: Describe a peer you lost., probes: ["What did you do?", "What was the result?"]}
plan: {sessions: {people: {minutes: 81}}}
""",
        "'bu1' is also used in 'budget': give one of them another id",
    ),
    Fault(
        "E01",
        "a session with the id of a competency",
        "plan: {sessions: {§budget: {title: Talk, kind: screen, minutes: 10, seats: [recruiter]}}}",
        "`assess` cannot tell them apart: rename the session",
    ),
    Fault(
        "E01",
        "a requirement with the id of a competency",
        "requirements: {§methods: {kind: logistics, importance: must, text: Travel, assess: [screen], from: [house]}}",
        "`checks` cannot tell them apart: rename the requirement",
    ),
    Fault(
        "E02",
        "a requirement that nobody assesses",
        "requirements: {degree: {§assess: []}}",
        "posted and never assessed: name a competency or session",
    ),
    Fault(
        "E03",
        "a requirement that serves an unknown responsibility",
        "requirements: {degree: {serves: [direction, §architekture]}}",
        "'architekture' is no responsibility; add it or take it out here. Did you mean 'architecture'?",
    ),
    Fault(
        "E03",
        "a requirement assessed in an unknown place",
        "requirements: {industry: {assess: [strategy, §custmers]}}",
        "is no competency or session; add it or take it out here. Did you mean 'customers'?",
    ),
    Fault(
        "E03",
        "a skill assessed only in an unknown place",
        "requirements: {industry: {assess: [§custmers]}}",
        "Did you mean 'customers'?",
    ),
    Fault(
        "E03",
        "an unknown kind of experience",
        "requirements: {experience: {parts: {§managment: 1, technology: 9}}}",
        "Did you mean 'management'?",
    ),
    Fault(
        "E03",
        "a competency that serves an unknown responsibility",
        "competencies: {leadership: {serves: [teams, §team]}}",
        "Did you mean 'teams'?",
    ),
    Fault(
        "E03",
        "an unknown seat in a session",
        "plan: {sessions: {direction: {seats: [chief, finance, §finanz]}}}",
        "is no seat of the plan; add it or take it out here. Did you mean 'finance'?",
    ),
    Fault(
        "E03",
        "an unknown competency in a session",
        "plan: {sessions: {direction: {competencies: [strategy, budget, §budgets]}}}",
        "'budgets' is no competency; add it or take it out here. Did you mean 'budget'?",
    ),
    Fault(
        "E03",
        "an unknown competency in the case",
        "case: {scored_on: {§methode: Works in small steps.}}",
        "Did you mean 'methods'?",
    ),
    Fault(
        "E03",
        "a reference question that checks something unknown",
        "references: {questions: [{ask: How was it?, checks: [leadership, §led_manager]}]}",
        "is no competency or requirement; add it or take it out here. Did you mean 'led_managers'?",
    ),
    Fault(
        "E03",
        "a floor of an unknown competency",
        "floors: {§leader: 3}",
        "Did you mean 'leadership'?",
    ),
    Fault(
        "E03",
        "a weight of an unknown competency",
        "weights: {§salesmanship: 0}",
        "'salesmanship' is no competency; add it or take it out here.",
    ),
    Fault(
        "E03",
        "an area without a name",
        "areas: {§sales: {owns: The price., from: [house]}}",
        "is no area in `area_names`",
    ),
    Fault(
        "E03",
        "an unknown source of an area",
        "areas: {strategy: {from: [§ahaa]}}",
        "'ahaa' is no source; add it or take it out here. Did you mean 'aha'?",
    ),
    Fault(
        "E03", "an unknown source of a responsibility", "responsibilities: {teams: {from: [§ahaa]}}", "'aha'?"
    ),
    Fault("E03", "an unknown source of a requirement", "requirements: {degree: {from: [§ahaa]}}", "'aha'?"),
    Fault(
        "E03", "an unknown source of a competency", "competencies: {budget: {from: [aha, §ahaa]}}", "'aha'?"
    ),
    Fault("E03", "an unknown source of the counterpart", "counterpart: {from: [§ahaa]}", "'aha'?"),
    Fault(
        "E03",
        "an unknown source of a benchmark",
        "benchmarks: [{what: pay, region: US, currency: USD, low: 1, high: 2, as_of: 2026-01-01, from: [§ahaa]}]",
        "'aha'?",
    ),
    Fault(
        "E03",
        "a duty that a patch removed while a competency serves it",
        "responsibilities: {performance: null}\nrequirements: {engineering_metrics: {serves: [delivery]}}",
        "'performance' is no responsibility",
        at="performance]",
    ),
    Fault(
        "E04",
        "a credential without a reason",
        f"requirements: {{§master: {{{DEGREE}, or_equivalent: as much practice}}}}",
        "say in `because` why the job needs it",
    ),
    Fault(
        "E05",
        "a skill checked at the screen alone",
        "requirements: {industry: {§assess: [screen]}}",
        "the skill 'industry' is rated by no competency: add one",
    ),
    Fault(
        "E05",
        "a method checked at the screen alone",
        "requirements: {scrum: {§assess: [screen]}}",
        "the method 'scrum' is rated by no competency: add one",
    ),
    Fault(
        "E05",
        "a degree that the screen does not check",
        "requirements: {degree: {§assess: [strategy]}}",
        "add the screen session to `assess`",
    ),
    Fault(
        "E05",
        "a scope that the screen does not check",
        "requirements: {led_managers: {§assess: [leadership, references]}}",
        "'led_managers' (scope) is not checked at the screen",
    ),
    Fault(
        "E07",
        "a knock-out on what is only preferred",
        "requirements: {led_managers: {importance: preferred, §knock_out: true}}",
        "make it a must, or drop `knock_out`",
    ),
    Fault(
        "E08",
        "a competency that serves nothing while a requirement asks for it",
        "competencies: {methods: {§serves: []}, metrics: {serves: [performance, delivery]}}",
        "serves no responsibility: name one in `serves`",
    ),
    Fault(
        "E09",
        "a competency without an anchor at level 4",
        "competencies: {budget: {anchors: {4: null}}}",
        "anchors lack level 4",
        at="anchors:",
    ),
    Fault(
        "E09",
        "an anchor at level 6",
        "competencies: {budget: {anchors: {6: Runs the budget of the whole country alone.}}}",
        "anchors have a level 6: levels go from 1 to 5",
        at="anchors:",
    ),
    Fault("E09", "a scale of four levels", "scale: {5: null}", "scale lack level 5", at="scale:"),
    Fault(
        "E09",
        "levels of methods without the third",
        "method_levels: {3: null}",
        "method_levels lack level 3",
        at="method_levels:",
    ),
    Fault(
        "E10",
        "a competency with one behavioural question",
        "competencies: {budget: {questions: {bu1: null}}}",
        "has 1 behavioural and 1 situational questions: write at least 2 and 1",
        at="questions:",
    ),
    Fault(
        "E10",
        "a competency without a situational question",
        "competencies: {budget: {questions: {bu3: null}}}",
        "has 2 behavioural and 0 situational",
        at="questions:",
    ),
    Fault(
        "E11",
        "key answers without the middle one",
        "competencies: {budget: {questions: {bu3: {answers: {3: null}}}}}",
        "needs key answers at exactly 5, 3 and 1, and has 5, 1",
        at="answers:",
    ),
    Fault(
        "E11",
        "a key answer at level 4",
        "competencies: {budget: {questions: {bu3: {answers: {4: Compares both.}}}}}",
        "and has 5, 4, 3, 1",
        at="answers:",
    ),
    Fault(
        "E11",
        "no key answers",
        "competencies: {budget: {questions: {bu3: {answers: null}}}}",
        "and has none",
        at="bu3:",
    ),
    Fault(
        "E12",
        "one probe",
        probes("What did you yourself do, and what was the result?"),
        "needs 2 printed probes and has 1",
    ),
    Fault("E12", "no probe", probes(), "needs 2 printed probes and has 0"),
    Fault(
        "E13",
        "a duty that no competency serves",
        "responsibilities: {§security: {text: Keep data safe., importance: critical, from: [house]}}",
        "no competency serves 'security': add it to `serves` of one",
    ),
    Fault(
        "E14",
        "a competency that nothing posted asks for",
        NEW_COMPETENCY % "",
        "nothing posted asks for the competency 'vendors'",
    ),
    Fault(
        "E14",
        "a competency that serves only a duty that is gone",
        NEW_COMPETENCY % "purchasing",
        "nothing posted asks for the competency 'vendors'",
        also=("E03",),
    ),
    Fault(
        "E15",
        "a question about age",
        ask("Tell me about the year when did you graduate."),
        "'when did you graduate' touches age, which is never asked",
    ),
    Fault(
        "E15",
        "a probe about family",
        'competencies: {budget: {questions: {bu1: {probes: ["What did you do?", §"What did your Husband say, and what was the result?"]}}}}',
        "'your Husband' touches family, which is never asked; what may be asked of everyone: ",
    ),
    Fault(
        "E15",
        "a referee asked about health",
        "references: {questions: [{§ask: How many sick days did they take?, checks: []}]}",
        "'sick days' touches disability and health",
    ),
    Fault(
        "E15",
        "a posted duty about origin",
        "responsibilities: {teams: {§text: Lead teams as a native speaker of English.}}",
        "touches origin and citizenship",
    ),
    Fault(
        "E15",
        "a posted demand about religion",
        "requirements: {communication: {§text: Respect for the religious calendar}}",
        "touches religion",
    ),
    Fault(
        "E15",
        "a proof of pay history",
        "requirements: {led_managers: {§proof: Names the current salary.}}",
        "touches pay history",
    ),
    Fault("E15", "a mission for the young", "§mission: Lead a young team.", "touches age"),
    Fault(
        "E15",
        "an answer that is rated by family",
        "competencies: {budget: {red_flags: [§Is married.]}}",
        "touches family",
    ),
    Fault(
        "E15",
        "a pattern that is no regular expression",
        "forbidden: {age: {§pattern: '(old'}}",
        "the pattern of 'age' is no regular expression (missing )",
    ),
    Fault(
        "E16",
        "a competency rated from one seat",
        "plan: {sessions: {delivery: {§seats: [engineer]}}}",
        "is rated from 1 seat, not 2: add a different seat to the session 'delivery'",
    ),
    Fault(
        "E16",
        "a seat named twice",
        "plan: {sessions: {delivery: {§seats: [manager, manager]}}}",
        "is rated from 1 seat, not 2",
    ),
    Fault(
        "E16",
        "one seat in an interview and in the case",
        "plan: {sessions: {direction: {§seats: [chief]}, case: {seats: [chief]}}}",
        "is rated from 1 seat, not 2",
    ),
    Fault(
        "E16",
        "two raters where three are asked for",
        "scoring: {min_raters: 3}\nplan: {sessions: {product: {seats: [product, engineer, chief]}, people: {seats: [people, product, chief]}, delivery: {§seats: [engineer, manager]}}}",
        "is rated from 2 seat, not 3",
    ),
    Fault(
        "E16",
        "a recruiter at the screen counted as a rater",
        "plan: {sessions: {delivery: {§seats: [engineer]}, screen: {competencies: [methods, metrics]}}}",
        "is rated from 1 seat, not 2",
        also=("E17",),
    ),
    Fault(
        "E17",
        "a competency in no session at all",
        "plan: {sessions: {delivery: {competencies: [metrics]}}}",
        "no interview asks the questions of 'methods'",
        at="methods:",
    ),
    Fault(
        "E17",
        "a competency that no interview asks",
        "plan: {sessions: {direction: {competencies: [strategy]}}}",
        "no interview asks the questions of 'budget'",
        at="budget:",
    ),
    Fault(
        "E17",
        "a competency asked in two interviews",
        "plan: {sessions: {people: {minutes: 99, competencies: [leadership, partnership, §strategy]}}}",
        "the questions of 'strategy' are already asked in 'direction'",
    ),
    Fault(
        "E17",
        "a competency listed in the screen",
        "plan: {sessions: {screen: {competencies: [§leadership]}}}",
        "a screen session rates no competency: take 'leadership' out",
    ),
    Fault(
        "E18",
        "an interview one minute too short",
        "plan: {sessions: {direction: {§minutes: 70}}}",
        "'direction' needs 71 minutes and has 70: give it 1 more",
    ),
    Fault(
        "E18",
        "a case session without time for its case",
        "plan: {sessions: {case: {§minutes: 70}}}",
        "'case' needs 75 minutes and has 70: give it 5 more",
    ),
    Fault(
        "E24",
        "two seats of one title",
        "plan: {seats: {§finance: Chief Executive Officer}}",
        "'chief' has the title 'Chief Executive Officer' too",
    ),
    Fault(
        "E19",
        "a competency without a weight",
        "weights: {budget: null, strategy: 25}",
        "the weights leave out 'budget'",
        at="weights:",
    ),
    Fault(
        "E20",
        "weights that sum to 99",
        "weights: {budget: 9}",
        "the weights sum to 99, not 100: add 1 to one of them",
        at="weights:",
    ),
    Fault(
        "E20",
        "weights that sum to 101",
        "weights: {budget: 11}",
        "the weights sum to 101, not 100: take 1 from one of them",
        at="weights:",
    ),
    Fault(
        "E21",
        "unequal weights without a reason",
        "because: null",
        "the weights differ without a reason: say why in `because`",
        at="weights:",
    ),
    Fault(
        "E22",
        "a case that does not say what it shows of a competency",
        "case: {scored_on: {budget: null}}",
        "the case does not say what it shows of 'budget'",
        at="budget,",
    ),
    Fault(
        "E22",
        "a line of the case that its session does not rate",
        "case: {scored_on: {§metrics: Every claim has a figure.}}",
        "'metrics' is scored on the case and not rated in its session",
    ),
    Fault("E22", "a case session without a case", "case: null", "'case' has no case", at="case:"),
    Fault(
        "E22",
        "a case that no session works on",
        "plan: {sessions: {case: null}}\n"
        "requirements: {industry: {assess: [strategy]}, communication: {assess: [partnership]}, investment: {assess: [budget]}}",
        "no session works on the case",
        at="case:",
    ),
    Fault(
        "E23",
        "a responsibility without a source",
        "responsibilities: {teams: {§from: []}}",
        "'responsibilities.teams' has no source: name a source in `from`; 'house' marks your own judgement",
    ),
    Fault(
        "E23",
        "a requirement without a source",
        "requirements: {degree: {§from: []}}",
        "'requirements.degree'",
    ),
    Fault(
        "E23", "a competency without a source", "competencies: {budget: {§from: []}}", "'competencies.budget'"
    ),
    Fault(
        "E23",
        "a benchmark without a source",
        "benchmarks: [{what: pay, region: US, currency: USD, low: 1, high: 2, as_of: 2026-01-01, §from: []}]",
        "'benchmarks.0' has no source",
    ),
    Fault(
        "W01",
        "a credential without an equivalent",
        f"requirements: {{§master: {{{DEGREE}, because: The law asks for it.}}}}",
        "say in `or_equivalent` what counts as much",
    ),
    Fault(
        "W02",
        "sixteen years in all",
        years("{technology: 11, management: 5}"),
        "asks for 16 years, more than 15",
        at="parts:",
    ),
    Fault(
        "W02",
        "sixteen years of one kind that overlap others",
        "requirements: {experience: {overlap: allowed, parts: {technology: 16}}}",
        "asks for 16 years",
        at="parts:",
    ),
    Fault(
        "W03",
        "a competency without a red flag",
        "competencies: {budget: {red_flags: []}}",
        "'budget' has no red flag",
        at="budget:",
    ),
    Fault(
        "W04",
        "praise in an anchor",
        anchor(3, "Shows a Good command of budgets and of forecasts."),
        "'good' is praise or a trait: say what the person did",
    ),
    Fault(
        "W04",
        "a trait in a definition",
        "competencies: {budget: {§definition: A passionate owner of budgets.}}",
        "'passionate' is praise or a trait",
    ),
    Fault(
        "W05",
        "an anchor of five words",
        anchor(3, words(5)),
        "has 5 words, not 6 to 50: say what a rater would hear",
    ),
    Fault("W05", "an anchor of 51 words", anchor(3, words(51)), "has 51 words, not 6 to 50: keep what tells"),
    Fault(
        "W06",
        "years in an anchor",
        anchor(4, "Has owned a large budget for ten years in a row."),
        "'ten years' is a credential: make it a requirement",
    ),
    Fault(
        "W06",
        "a degree in an anchor",
        anchor(4, "Holds an MBA and has planned a budget before."),
        "'mba' is a credential",
    ),
    Fault(
        "W06",
        "a degree with a typographic apostrophe",
        anchor(4, "Holds a master\N{RIGHT SINGLE QUOTATION MARK}s and has planned a budget before."),
        "is a credential",
    ),
    Fault(
        "W06",
        "a certificate in an anchor",
        anchor(4, "Is certified in finance and has planned a budget."),
        "'certified' is a credential",
    ),
    Fault(
        "W07",
        "neighbours that differ in an adverb",
        'competencies: {budget: {anchors: {3: "Plans the budget with the teams and seldom explains variances.", '
        '§4: "Plans the budget with the teams and often explains variances."}}}',
        "anchors 3 and 4 are 90% alike: say what is done at 4 and not at 3",
    ),
    Fault(
        "W08",
        "a behavioural question that supposes",
        ask("How do you usually plan a budget?"),
        "begin with one of Tell me about, Describe",
    ),
    Fault(
        "W08",
        "a situational question without a situation",
        ask("What would you do with one more million?", "bu3"),
        "write 'Suppose ...' or 'Imagine ...'",
    ),
    Fault(
        "W08",
        "a situational question that asks what one does",
        ask("Suppose that you have one more million. What do you do?", "bu3"),
        "then 'What would you ...?'",
    ),
    Fault("W09", "a question of 61 words", ask(question_of(61)), "has 61 words, more than 60"),
    Fault(
        "W10",
        "a second question after and",
        ask("Describe a budget that you cut and how the teams took it."),
        "asks two questions in one: keep the first",
    ),
    Fault(
        "W10",
        "two question marks",
        ask("Suppose you must cut the budget. What would you cut? Whom would you tell?", "bu3"),
        "asks two questions in one",
    ),
    Fault(
        "W11",
        "no probe on the person's own part",
        probes("Who was there?", "What was the result?"),
        "asks for the person's own part: add 'What did you yourself do?'",
    ),
    Fault(
        "W11",
        "a probe on what there was to see",
        probes("What did you see?", "What was the result?"),
        "asks for the person's own part",
    ),
    Fault(
        "W11",
        "no probe on the result",
        probes("What did you yourself do?", "What did you change first?"),
        "asks what came of it: add 'What was the result?'",
    ),
    Fault(
        "W12",
        "four competencies in one interview",
        "plan: {sessions: {direction: {minutes: 127, §competencies: [strategy, budget, methods, metrics]}, delivery: null}}",
        "'direction' rates 4 competencies, more than 3: move one",
    ),
    Fault(
        "W13",
        "481 minutes in sessions",
        "plan: {sessions: {direction: {minutes: 136}}}",
        "the candidate spends 481 minutes in sessions, more than 480",
        at="sessions:",
    ),
    Fault(
        "W13",
        "181 minutes of preparation",
        "plan: {sessions: {direction: {prep: 61}}}",
        "the candidate prepares for 181 minutes, more than 180",
        at="sessions:",
    ),
    Fault(
        "W13",
        "a fifth interview",
        "plan: {sessions: {§board: {title: Board, kind: interview, minutes: 20, seats: [chief]}}}",
        "'board' is one interview too many, the limit is 4",
    ),
    Fault(
        "W14",
        "a knock-out on years",
        "requirements: {experience: {§knock_out: true}}",
        "drop `knock_out`, and put it on scope of work",
    ),
    Fault(
        "W15",
        "a red flag that a comma split",
        "competencies: {budget: {red_flags: [Has no plan., §cannot name one.]}}",
        "'cannot name one.' begins in mid-sentence",
    ),
    Fault(
        "W15",
        "a probe without its question mark",
        'competencies: {budget: {questions: {bu1: {probes: ["What did you do?", §What was the result]}}}}',
        "'What was the result' does not end: add the full stop",
    ),
    Fault(
        "W15",
        "a duty without a full stop",
        "responsibilities: {teams: {§text: Lead the teams}}",
        "does not end",
    ),
    Fault(
        "W15",
        "a demand that begins in mid-sentence",
        "requirements: {industry: {§text: knowledge of the industry}}",
        "begins in mid-sentence: use a capital",
    ),
    Fault(
        "W16",
        "a mark left in",
        "§mission: FILL IN what the role is for.",
        "replace 'FILL IN what the role …'",
    ),
    Fault("W15", "an anchor without a full stop", anchor(3, words(9)[:-1]), "does not end"),
    Fault(
        "W15",
        "a key answer without a full stop",
        "competencies: {budget: {questions: {bu3: {answers: {§3: Compares both}}}}}",
        "does not end",
    ),
    Fault("W15", "a question without an end", ask("Describe a budget that you cut"), "does not end"),
    Fault(
        "W15",
        "a definition without a full stop",
        "competencies: {budget: {§definition: Keeps to the budget}}",
        "does not end",
    ),
]


@pytest.mark.parametrize("seed", FAULTS, ids=lambda seed: f"{seed.code} {seed.sentence}")
def test_a_seeded_fault_is_found_where_it_was_written(seed: Fault) -> None:
    assert (MARK in seed.patch) != bool(seed.at), "say the place once"
    found = stops_or_warns(seed.patch)
    own = [finding for finding in found if finding.code == seed.code]
    assert any(seed.said in finding.message for finding in own), found
    assert {finding.code for finding in found} == {seed.code, *seed.also}
    for finding in own:
        if seed.at:
            assert written_at(finding.place).startswith(seed.at)
        else:
            assert finding.place == marked(seed.patch)


NEIGHBOURS = {
    "a question id of one's own": """
competencies:
  partnership:
    questions:
      pa4: {kind: behavioural, ask: Describe a peer you lost., probes: ["What did you do?", "What was the result?"]}
plan: {sessions: {people: {minutes: 81}}}
""",
    "fourteen years": years("{technology: 9}"),
    "fifteen years": years("{technology: 10}"),
    "years that overlap": "requirements: {experience: {overlap: allowed, parts: {technology: 15, management: 15}}}",
    "an anchor of six words": anchor(3, words(6)),
    "an anchor of 50 words": anchor(3, words(50)),
    "a question of 60 words": ask(question_of(60)),
    "weights that still sum to 100": "weights: {budget: 5, strategy: 20}",
    "no weights and no reason": "because: null\nweights: null",
    "an interview as long as its questions": "plan: {sessions: {direction: {minutes: 71}}}",
    "480 minutes in sessions": "plan: {sessions: {direction: {minutes: 135}}}",
    "180 minutes of preparation": "plan: {sessions: {direction: {prep: 60}}}",
    "minutes of calls that the candidate does not spend": "plan: {sessions: {references: {minutes: 120}}}",
    "three competencies in one interview": "plan: {sessions: {"
    "direction: {minutes: 99, competencies: [strategy, budget, methods]}, delivery: {competencies: [metrics]}}}",
    "a third rater": "plan: {sessions: {delivery: {seats: [engineer, manager, people]}}}",
    "a competency that serves a duty and that no requirement asks for": NEW_COMPETENCY % "platforms",
    "a requirement that serves no duty": "requirements: {industry: {serves: []}}",
    "a knock-out on scope": "requirements: {led_managers: {knock_out: true}}",
    "no case and no session for it": "case: null\nplan: {sessions: {case: null}}\n"
    "requirements: {industry: {assess: [strategy]}, communication: {assess: [partnership]}, investment: {assess: [budget]}}",
    "no references": "references: null\nplan: {sessions: {references: null}}\n"
    "requirements: {led_managers: {assess: [screen, leadership]}}",
    "a degree of freedom in an anchor": anchor(4, "Gave teams a high degree of freedom within the budget."),
    "years that nobody counted in an anchor": anchor(
        4, "Compared the total cost of both over several years."
    ),
    "a second verb after and": ask("Describe a budget that you planned and had to cut."),
    "a sentence that ends inside quotes": 'competencies: {budget: {red_flags: ["Says \\"it is only money.\\""]}}',
    "a sentence that begins with a figure": 'competencies: {budget: {red_flags: ["3 of 4 figures are made up."]}}',
    "two neighbours with a few words in common": anchor(
        4, "Kept to an agreed budget, and moved money to what returned more."
    ),
}


@pytest.mark.parametrize("patch", NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_the_innocent_neighbour_is_left_alone(patch: str) -> None:
    assert stops_or_warns(patch) == []


@pytest.mark.parametrize(("name", "stage"), VARIANTS)
def test_the_shipped_variants_break_no_rule(name: str, stage: str) -> None:
    assert [
        str(finding) for finding in check(role(name=name, stage=stage)) if finding.severity != "info"
    ] == []


def test_what_rests_on_own_judgement_is_listed_as_information() -> None:
    found = [
        finding
        for finding in check(role("requirements: {degree: {§from: [house]}}"))
        if finding.place.file == "company.yaml"
    ]
    assert [(finding.code, finding.severity) for finding in found] == [("I01", "info")]
    assert found[0].place == marked("requirements: {degree: {§from: [house]}}")
    assert "'requirements.degree' rests on own judgement alone" in found[0].message


def test_one_published_source_beside_own_judgement_is_enough() -> None:
    found = check(role("requirements: {degree: {from: [house, aha]}}"))
    assert not [finding for finding in found if "requirements.degree" in finding.message]


def test_a_weight_on_a_requirement_is_refused_where_the_profile_is_read() -> None:
    patch = "requirements: {degree: {§weight: 10}}"
    with pytest.raises(JdgenError) as refused:
        role(patch)
    (problem,) = refused.value.problems
    assert (problem.code, problem.place) == ("E06", marked(patch))
    assert "a requirement carries no weight" in problem.message


def test_removing_a_competency_is_told_of_every_place_that_names_it() -> None:
    found = stops_or_warns("competencies: {methods: null}")
    unknown = [written_at(finding.place) for finding in found if finding.code == "E03"]
    assert [text[: len("methods")] for text in unknown] == ["methods"] * 5


def test_every_rule_has_a_seeded_fault() -> None:
    assert {rule.code for rule in RULES} == {seed.code for seed in FAULTS} | {"I01"}


def test_rules_stand_in_the_order_of_their_codes_and_say_their_reason() -> None:
    codes = [f"E{number:02}" for number in range(1, 25) if number != 6]
    codes += [f"W{number:02}" for number in range(1, 17)] + ["I01"]
    assert [rule.code for rule in RULES] == codes
    assert all(rule.reason.endswith(".") for rule in RULES)


def test_findings_come_in_the_order_of_the_files_and_once() -> None:
    found = check(role("competencies: {budget: {red_flags: [], from: []}}\nweights: {budget: 9}"))
    places = [finding.place for finding in found]
    assert places == sorted(places)
    assert len(set(found)) == len(found)


def test_a_finding_names_its_source() -> None:
    (finding,) = stops_or_warns("requirements: {experience: {knock_out: true}}")
    assert finding.source == "Van Iddekinge et al. 2019"


INNOCENT = [
    "Lead software for a children's hospital and for the families it serves.",
    "Know medical devices, medication plans and how a hospital discharge works.",
    "Design for people with disabilities, and test with them.",
    "Serve citizens of four countries, whatever their nationality, race or religion.",
    "Explain genetic testing, gender statistics and credit products in plain words.",
    "Hold strong convictions loosely.",
    "Work with trade unions and political institutions.",
    "Bring an orientation towards results; temple, church and mosque tours are our market.",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_a_subject_that_is_not_the_candidate_is_no_forbidden_topic(text: str) -> None:
    assert not stops_or_warns(f'responsibilities: {{teams: {{text: "{text}"}}}}')


@pytest.mark.parametrize("topic", sorted(role().profile.forbidden))
def test_what_must_never_be_asked_is_found_by_its_own_pattern(topic: str) -> None:
    entry = role().profile.forbidden[topic]
    assert re.search(entry.pattern, entry.never, re.IGNORECASE)
