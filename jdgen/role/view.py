"""A resolved profile to a `Role`: the only place where templates' names are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdgen.language import capital, joined, like
from jdgen.role import assessment, background, model, terms, wording
from jdgen.role.fingerprint import fingerprint
from jdgen.role.offer import job
from jdgen.role.people import labels
from jdgen.role.tongues import ENGLISH_VOICES, marked
from jdgen.role.traceability import assessed, posted

if TYPE_CHECKING:
    import datetime as dt

    from jdgen.language import Language
    from jdgen.role.resolution import Resolved
    from jdgen.role.tongues import Voices
    from jdgen.schema import Company, Profile


SHORT = 7
"""Words that are enough to recognise a posted line."""


def describe(
    resolved: Resolved, *, logo: str = "", as_of: dt.date | None = None, voices: Voices = ENGLISH_VOICES
) -> model.Role:
    """Returns the role; `logo` is a data: address, `as_of` the day to count ages to (the review's day if not given)."""
    say, own = voices
    terms_as_data, print_of = job(resolved, say), fingerprint(resolved.profile)
    resolved = marked(resolved, say.code)
    profile, company = resolved.profile, resolved.company
    seated = _seated(profile, company)
    requirements = _requirements(profile, voices)
    return model.Role(
        id=profile.role,
        title=profile.title,
        lang=say.code,
        stage=resolved.stage,
        stage_name=say(wording.STAGE_NAMES[resolved.stage]),
        fingerprint=print_of,
        reviewed=profile.reviewed,
        mission=profile.mission,
        brand=model.Brand(company.brand.primary, company.brand.accent, logo, company.brand.theme),
        company=_employer(company),
        facts=_facts(resolved, say),
        job=terms_as_data,
        responsibilities=_responsibilities(profile),
        musts=tuple(line for line in requirements if line.must),
        preferred=tuple(line for line in requirements if not line.must),
        must_lines=_lines(profile, "must", own),
        preferred_lines=_lines(profile, "preferred", own),
        **_counterpart(resolved),
        **_terms(profile, company, say),
        because=profile.because or "",
        scale=assessment.levels(profile, {level: it.means for level, it in profile.scale.items()}),
        not_assessed=profile.not_assessed,
        competencies=tuple(assessment.competency(seated, name, say) for name in profile.competencies),
        gates=tuple(line for line in requirements if line.gate),
        rated=tuple(line for line in requirements if not line.gate),
        sessions=assessment.sessions(seated),
        thresholds=assessment.thresholds(profile, say),
        example=assessment.example(profile, say),
        posted=tuple(_titled(profile, it) for it in posted(profile, own)),
        assessed=tuple(_lined(profile, it, own) for it in assessed(profile)),
        never_ask=tuple((topic, it.never, it.instead) for topic, it in profile.forbidden.items()),
        rating_errors=tuple(profile.rating_errors.items()),
        benchmarks=tuple(
            background.benchmark(it, as_of or profile.reviewed, say) for it in profile.benchmarks
        ),
        as_of=as_of or profile.reviewed,
        sources=background.sources(profile, say),
        judged=background.judged(profile, own),
        experts=tuple(profile.job_analysis.experts),
        analysis=profile.job_analysis.method,
    )


def _seated(profile: Profile, company: Company) -> Profile:
    """Returns the profile with the people that the company has put on seats named beside their titles."""
    seats = labels(profile, company.people)
    return profile.model_copy(update={"plan": profile.plan.model_copy(update={"seats": seats})})


def _titled(profile: Profile, trace: model.Trace) -> model.Trace:
    """Returns a row of the matrix with names in the place of ids."""
    plan = profile.plan
    return trace._replace(
        assessed_by=tuple(profile.competencies[key].name for key in trace.assessed_by),
        where=tuple(plan.sessions[key].title for key in trace.where),
        raters=tuple(plan.seats[key] for key in trace.raters),
    )


def _lined(profile: Profile, origin: model.Origin, own: Language) -> model.Origin:
    """Returns a row of the matrix with posted lines, shortened, in the place of ids."""
    bring = [wording.sentence(profile.requirements[key], profile, own) for key in origin.bring]
    do = [profile.responsibilities[key].text for key in origin.do]
    return origin._replace(do=tuple(map(_short, do)), bring=tuple(map(_short, bring)))


def _short(line: str) -> str:
    words = line.rstrip(".").split()
    return like(" ".join(words) if len(words) <= SHORT else " ".join(words[:SHORT]).rstrip(",;:") + "…", line)


def _employer(company: Company) -> model.Employer:
    about = company.about or ""
    paragraphs = tuple(like(part.strip(), about) for part in about.split("\n\n") if part.strip())
    return model.Employer(
        company.name or "", paragraphs, company.website or "", company.industry or "", tuple(company.products)
    )


def _facts(resolved: Resolved, say: Language) -> tuple[model.Fact, ...]:
    company = resolved.company
    people = (
        say.pgettext("employed", "{count} people", count=say.figure(f"{company.headcount:,}"))
        if company.headcount
        else ""
    )
    stage = [say(wording.STAGE_NAMES[resolved.stage]), company.industry, people]
    contract = company.employment_type
    known = (
        (say("Place"), "locations", terms.place(company, say)),
        (say("Pay"), "salary", terms.pay(company.salary, say)),
        (
            say.pgettext("label", "Contract"),
            "employment_type",
            say(terms.CONTRACTS[contract]) if contract else "",
        ),
        (say("Hours"), "hours", company.hours or ""),
        (say("Stage"), "stage", joined(", ", [part for part in stage if part])),
        (say("Reports to"), "reports_to", resolved.profile.reports_to),
        (say.pgettext("date", "Posted"), "posted", say.day(company.posted) if company.posted else ""),
        (say("Apply by"), "closing_date", terms.closing(company, say)),
        (say("Reference"), "reference", company.reference or ""),
    )
    return tuple(model.Fact(label, value, field) for label, field, value in known if value)


def _responsibilities(profile: Profile) -> tuple[model.Responsibility, ...]:
    return tuple(
        model.Responsibility(name, line.text, line.importance == "critical", tuple(line.from_))
        for name, line in profile.responsibilities.items()
    )


def _requirements(profile: Profile, voices: Voices) -> tuple[model.Requirement, ...]:
    screens = {name for name, session in profile.plan.sessions.items() if session.kind == "screen"}
    return tuple(
        model.Requirement(
            id=name,
            text=wording.sentence(line, profile, voices.own),
            must=line.importance == "must",
            knock_out=line.knock_out,
            gate=bool(screens.intersection(line.assess)),
            proof=line.proof or wording.proof(line, voices.say),
            because=line.because or "",
            sources=tuple(line.from_),
        )
        for name, line in profile.requirements.items()
    )


def _lines(profile: Profile, importance: str, own: Language) -> tuple[str, ...]:
    asked = (it for it in profile.requirements.values() if it.importance == importance)
    return wording.lines(asked, profile, own)


def _counterpart(resolved: Resolved) -> dict[str, Any]:
    profile = resolved.profile
    other = resolved.counterpart if profile.counterpart else None
    shared = [name for name in profile.areas if other and name in other.areas]
    areas = [
        model.Area(
            profile.area_names.get(name, capital(name)),
            profile.areas[name].owns,
            other.areas[name].owns,
        )
        for name in shared
        if other
    ]
    title = other.title if other and areas else ""
    together = profile.counterpart.together if profile.counterpart and title else ""
    short = wording.SHORT_TITLES.get(title, title)
    return {"counterpart": title, "counterpart_short": short, "together": together, "areas": tuple(areas)}


def _terms(profile: Profile, company: Company, say: Language) -> dict[str, Any]:
    return {
        "outcomes": tuple(company.outcomes),
        "pay": terms.pay(company.salary, say),
        "other_compensation": tuple(company.other_compensation),
        "benefits": tuple(company.benefits),
        "hiring_process": company.hiring_process or terms.hiring_process(profile, say),
        "how_to_apply": terms.how_to_apply(company, say),
        "apply_url": (company.apply and company.apply.url) or "",
        "apply_email": (company.apply and company.apply.email) or "",
        "accommodation": terms.accommodation(company, say),
        "notices": terms.notices(company, say),
        "statement": company.statement or say(terms.STATEMENT),
    }
