"""Rules about what a person brings: every line is assessed, and credentials are gates with a reason and an equivalent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.rule import rule
from jdgen.role.offer import years
from jdgen.schema.requirement import RATED, Experience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.rule import Fault
    from jdgen.schema import Profile

CREDENTIALS = frozenset({"degree", "experience", "certification"})
"""Kinds that say what a person has, not what a person does."""

MOST_YEARS = 15
"""The most that the role descriptions behind the shipped profiles ask for."""


@rule("E02")
def posted_never_assessed(profile: Profile) -> Iterator[Fault]:
    """Every posted requirement ends in an assessment: what nobody checks only keeps people from applying."""
    for name, requirement in profile.requirements.items():
        if not requirement.assess:
            message = f"'{name}' is posted and never assessed: name a competency or session in `assess`, or drop the requirement"
            yield ("requirements", name, "assess"), message


@rule("E04", "29 CFR 1607.14C(6)")
def credential_without_reason(profile: Profile) -> Iterator[Fault]:
    """A level of training or experience is justified by its likeness to the content of the job."""
    for name, requirement in profile.requirements.items():
        if requirement.kind in CREDENTIALS and not requirement.because:
            message = (
                f"'{name}' asks for a credential without a reason: say in `because` why the job needs it"
            )
            yield ("requirements", name), message


@rule("E05")
def assessed_in_the_wrong_place(profile: Profile) -> Iterator[Fault]:
    """Skills and methods are settled by ratings, so a competency rates them; all else is a gate, settled at the screen."""
    sessions = profile.plan.sessions
    screens = {name for name, session in sessions.items() if session.kind == "screen"}
    for name, requirement in profile.requirements.items():
        path, assess = ("requirements", name, "assess"), set(requirement.assess)
        if not assess or assess - profile.competencies.keys() - sessions.keys():
            continue  # E02 and E03 say it
        if requirement.kind in RATED and not assess & profile.competencies.keys():
            message = f"the {requirement.kind} '{name}' is rated by no competency: add one to `assess`; a session alone settles nothing"
            yield path, message
        if requirement.kind not in RATED and not assess & screens:
            message = f"'{name}' ({requirement.kind}) is not checked at the screen: add the screen session to `assess`"
            yield path, message


@rule("E07")
def knock_out_of_no_must(profile: Profile) -> Iterator[Fault]:
    """Only what every candidate must have can end a candidacy."""
    for name, requirement in profile.requirements.items():
        if requirement.knock_out and requirement.importance != "must":
            message = f"'{name}' is {requirement.importance} and cannot be a knock-out: make it a must, or drop `knock_out`"
            yield ("requirements", name, "knock_out"), message


@rule("W01", "Ng & Feldman 2009; Van Iddekinge et al. 2019")
def no_equivalent(profile: Profile) -> Iterator[Fault]:
    """A credential has an equivalent, because diplomas and years say next to nothing about performance."""
    for name, requirement in profile.requirements.items():
        if requirement.kind in CREDENTIALS and not requirement.or_equivalent:
            message = f"'{name}' has no equivalent: say in `or_equivalent` what counts as much"
            yield ("requirements", name), message


@rule("W02", "Van Iddekinge et al. 2019")
def too_many_years(profile: Profile) -> Iterator[Fault]:
    """Years screen out by age and hardly predict performance; the shipped role descriptions ask for fifteen at the most."""
    for name, requirement in profile.requirements.items():
        if isinstance(requirement, Experience) and (asked := years(requirement)) > MOST_YEARS:
            message = f"'{name}' asks for {asked} years, more than {MOST_YEARS}: ask for fewer, and for scope of work instead"
            yield ("requirements", name, "parts"), message


@rule("W14", "Van Iddekinge et al. 2019")
def knock_out_on_a_credential(profile: Profile) -> Iterator[Fault]:
    """A knock-out rests on scope of work: years and diplomas screen people out and predict next to nothing."""
    for name, requirement in profile.requirements.items():
        if requirement.knock_out and requirement.kind in CREDENTIALS:
            message = f"'{name}' knocks out on a credential: drop `knock_out`, and put it on scope of work"
            yield ("requirements", name, "knock_out"), message
