"""Rules about the places of work: which laws on pay come together there, later, or soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.checks.posting.laws import AGE, EU, duties, in_doubt, laws, upcoming, workplaces
from jdgen.checks.posting.rule import Fault, rule
from jdgen.checks.posting.search import hits
from jdgen.errors import did_you_mean, in_words
from jdgen.schema.countries import COUNTRIES
from jdgen.schema.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdgen.checks.posting.posting import Posting

BEFORE = r"\b(before|prior to|ahead of)\b.{0,20}\binterview"


@rule("multistate-union")
def all_states_together(posting: Posting) -> Iterator[Fault]:
    """Yields a note where work may be done anywhere in a country of many laws."""
    for place in workplaces(posting)[1]:
        known = [it.law for it in duties(posting) if it.law.country == place.country and it.law.shows]
        if place.country in REGIONS and not place.code and known:
            shown = [said for name, said in SHOWN.items() if any(name in it.shows for it in known)]
            message = (
                f"the work may be done anywhere in {COUNTRIES[place.country]}, so all its laws count together, the strictest first "
                f"({in_words([it.id for it in known], 'and')}): show {in_words(shown, 'and')}; "
                "or name the states in `remote_places`"
            )
            yield Fault(posting.company_place("remote_places"), message)


SHOWN = {
    "pay": "a closed pay range", "upon_hire": "that it is the pay on hire", "benefits": "benefits", "other": "other compensation",
    "deadline": "the last day to apply", "ai": "whether artificial intelligence is used", "vacancy": "whether there is a vacancy",
}  # fmt: skip
"""What laws ask a posting to show, in words."""


@rule("place-unknown")
def unknown_place(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where it cannot be told which laws apply, because it is not known where the work is done."""
    work, remote = workplaces(posting)
    for number, place in enumerate(work):
        if place.country in REGIONS and not place.code:
            near = did_you_mean(place.region, REGIONS[place.country].values()) if place.region else ""
            message = f"'{place.name}' is in no state or province that is known here, so its law on pay was not looked at: write `region`.{near}"
            yield Fault(posting.company_place("locations", number), message)
    for number, place in enumerate(remote if posting.job.remote_places else ()):
        if not place.country:
            message = f"'{place.name}' is no country that is known here, so its law on pay was not looked at: write `Germany` or `Colorado, US`"
            yield Fault(posting.company_place("remote_places", number), message)
        elif place.region and not place.code and place.country in REGIONS:
            message = f"'{place.name}' is in no state that is known here, so all of {COUNTRIES[place.country]} was looked at: correct the state"
            yield Fault(posting.company_place("remote_places", number), message)
    if posting.job.remote == "full" and not remote:
        message = "it is not said from where the work can be done, so no law on pay was looked at: name countries or states in `remote_places`"
        yield Fault(posting.company_place("remote"), message)


@rule("pay-later-duty")
def later_duty(posting: Posting) -> Iterator[Fault]:
    """Yields a reminder for each law that asks for something after the posting."""
    for duty in duties(posting):
        if duty.law.later:
            message = f"{duty.law.law}: {duty.law.later}{in_doubt(duty)}"
            yield Fault(posting.company_place("locations"), message, duty.law.id)


@rule("eu-art5")
def pay_before_the_interview(posting: Posting) -> Iterator[Fault]:
    """Yields a fault where a posting in the European Union neither shows the pay nor says that it is told before the interview."""
    if posting.shows("salary") or not any(it.law.id == "EU" for it in duties(posting)):
        return
    asked = [it.law for it in duties(posting) if it.law.country in EU and "pay" in it.law.shows]
    told = any(
        "pay" in block.text.casefold() or "salary" in block.text.casefold()
        for block, _ in hits(posting.blocks, BEFORE, "interview interviews", "before prior ahead")
    )
    if told and not asked:
        return
    message = (
        "Directive (EU) 2023/970, article 5: applicants learn the pay or its range in the notice or before the interview: "
        "write `salary`, or say in `hiring_process` that the pay is told before the first interview"
    )
    yield Fault(posting.company_place("salary"), message, "", "error" if asked else "warning")


@rule("rules-stale")
def stale_rules(posting: Posting) -> Iterator[Fault]:
    """Yields one fault where rows of the table of laws were verified long ago."""
    oldest = (posting.today - AGE).isoformat()
    stale = [
        it
        for it in laws()
        if it.reach and it.verified_on < oldest and not (it.effective_to and it.effective_to < oldest)
    ]
    if stale:
        rows = (
            "a row of the table of pay laws was"
            if len(stale) == 1
            else f"{len(stale)} rows of the table of pay laws were"
        )
        message = (
            f"{rows} last verified more than {AGE.days} days ago, the earliest on {min(it.verified_on for it in stale)}: update jdgen, or "
            "have counsel look at the places of this posting"
        )
        yield Fault(posting.company_place("locations"), message)


@rule("rule-upcoming")
def coming_rule(posting: Posting) -> Iterator[Fault]:
    """Yields a note for each law that will speak to the posting soon."""
    for law in upcoming(posting):
        message = f"{law.law} begins on {law.effective_from}: it will ask for {', '.join(law.must_show) or law.later}"
        yield Fault(posting.company_place("locations"), message, law.id)
