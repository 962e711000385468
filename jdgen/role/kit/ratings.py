"""Under which ids competencies are rated on a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role.sessions import rated

if TYPE_CHECKING:
    from jdgen.schema import Profile


def case_ratings(profile: Profile) -> dict[tuple[str, str], str]:
    """Returns the id of each rating of a case, by session and competency: `case_strategy`.

    A name that a question or another rating has already gets a line below it, until it is free:
    scorecards go by these ids alone.
    """
    taken = {question for it in profile.competencies.values() for question in it.questions}
    names: dict[tuple[str, str], str] = {}
    for session_id, session in profile.plan.sessions.items():
        for competency in rated(profile, session) if session.kind == "case" else ():
            name = f"{session_id}_{competency}"
            while name in taken:
                name += "_"
            taken.add(name)
            names[session_id, competency] = name
    return names
