"""Rules about the interview plan: each competency asked once and rated by two, within the time and load that were said."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from jdgen.checks.rule import rule
from jdgen.role.sessions import RATED, candidate_minutes, needed_minutes, raters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jdgen.checks.rule import Fault, Path
    from jdgen.schema import Profile


@rule("E16", "Conway, Jako & Goodman 1995")
def too_few_raters(profile: Profile) -> Iterator[Fault]:
    """Several ratings combined by rule are more reliable than one: each competency is rated by different people."""
    least = profile.scoring.min_raters
    for name in profile.competencies:
        rating = [
            session_id for kind, session_id, _, rated in _rated(profile) if rated == name and kind in RATED
        ]
        seats = set(raters(profile, name))
        if rating and len(seats) < least:
            message = f"'{name}' is rated from {len(seats)} seat, not {least}: add a different seat to the session '{rating[0]}'"
            yield ("plan", "sessions", rating[0], "seats"), message


@rule("E17", "Campion, Palmer & Campion 1997")
def not_asked_once(profile: Profile) -> Iterator[Fault]:
    """A competency's questions are asked once, in one interview, so that no candidate repeats or misses a story."""
    asked: dict[str, list[Path]] = {name: [] for name in profile.competencies}
    for kind, _, path, name in _rated(profile):
        if kind == "interview":
            asked.get(name, []).append(path)
        elif kind not in RATED:
            message = (
                f"a {kind} session rates no competency: take '{name}' out, or make the session an interview"
            )
            yield path, message
    for name, paths in asked.items():
        if not paths:
            message = f"no interview asks the questions of '{name}': add it to the competencies of one"
            yield ("competencies", name), message
        for path in paths[1:]:
            message = (
                f"the questions of '{name}' are already asked in '{paths[0][2]}': keep it in one interview"
            )
            yield path, message


@rule("E18")
def over_its_minutes(profile: Profile) -> Iterator[Fault]:
    """A session has time for its questions, or for its case: hurried ones are dropped, and candidates are not asked the same."""
    for name, session in profile.plan.sessions.items():
        needed = needed_minutes(profile, session)
        if session.kind in RATED and needed > session.minutes:
            message = f"'{name}' needs {needed} minutes and has {session.minutes}: give it {needed - session.minutes} more, or move a competency"
            yield ("plan", "sessions", name, "minutes"), message


@rule("E24")
def same_title(profile: Profile) -> Iterator[Fault]:
    """Seats have titles of their own: a kit tells its reader by the title what to ask."""
    first: dict[str, str] = {}
    for seat, title in profile.plan.seats.items():
        other = first.setdefault(title.casefold(), seat)
        if other != seat:
            message = f"'{other}' has the title '{title}' too: tell the two apart, such as '{title}, second'"
            yield ("plan", "seats", seat), message


@rule("E22")
def case_lines_differ(profile: Profile) -> Iterator[Fault]:
    """What assessors rate in the case, and what the case says it shows, are the same competencies."""
    sessions = [name for name, session in profile.plan.sessions.items() if session.kind == "case"]
    if profile.case and sessions:
        yield from _case_lines(profile, profile.case.scored_on)
    elif profile.case:
        yield ("case",), "no session works on the case: add one of kind case, or drop the case"
    else:
        for name in sessions:
            yield ("plan", "sessions", name), f"'{name}' has no case: write `case`, or drop the session"


@rule("W12")
def crowded_session(profile: Profile) -> Iterator[Fault]:
    """An interview keeps to few competencies, or raters cannot hold the anchors apart."""
    most = profile.limits.competencies_per_session
    for name, session in profile.plan.sessions.items():
        if session.kind == "interview" and len(session.competencies) > most:
            message = f"'{name}' rates {len(session.competencies)} competencies, more than {most}: move one to another interview"
            yield ("plan", "sessions", name, "competencies"), message


@rule("W13", "Google, Work Rules!")
def load_on_candidates(profile: Profile) -> Iterator[Fault]:
    """A candidate's time is asked for within limits: after four interviews each further one adds next to nothing."""
    limits, sessions = profile.limits, profile.plan.sessions
    live, prep = candidate_minutes(profile)
    interviews = [name for name, session in sessions.items() if session.kind == "interview"]
    if live > limits.live_minutes:
        message = f"the candidate spends {live} minutes in sessions, more than {limits.live_minutes}: shorten or drop one"
        yield ("plan", "sessions"), message
    if prep > limits.prep_minutes:
        message = f"the candidate prepares for {prep} minutes, more than {limits.prep_minutes}: ask for less"
        yield ("plan", "sessions"), message
    for name in islice(interviews, limits.interviews, None):
        message = f"'{name}' is one interview too many, the limit is {limits.interviews}: move its competencies to the others"
        yield ("plan", "sessions", name), message


def _rated(profile: Profile) -> Iterator[tuple[str, str, Path, str]]:
    """Returns each competency that a session lists: kind and id of the session, path, competency."""
    for session_id, session in profile.plan.sessions.items():
        for index, name in enumerate(session.competencies):
            yield session.kind, session_id, ("plan", "sessions", session_id, "competencies", index), name


def _case_lines(profile: Profile, lines: Mapping[str, str]) -> Iterator[Fault]:
    rated = {name: path for kind, _, path, name in _rated(profile) if kind == "case"}
    for name in profile.competencies:
        if name in rated and name not in lines:
            message = f"the case does not say what it shows of '{name}': add a line to `scored_on`, or take it out here"
            yield rated[name], message
        if name in lines and name not in rated:
            message = (
                f"'{name}' is scored on the case and not rated in its session: add it there, or drop the line"
            )
            yield ("case", "scored_on", name), message
