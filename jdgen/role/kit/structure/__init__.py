"""How structured the interviews are: the fifteen components of Campion, Palmer & Campion (1997), scored from the data.

The list is theirs; the points are this project's: 2 where a component is met, 1 where it is met in part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.role.kit.model import Component, Structure
from jdgen.role.kit.structure import content, evaluation
from jdgen.role.kit.structure.basis import MET, Basis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jdgen.role.kit.structure.basis import Verdict
    from jdgen.schema import Profile
    from jdgen.schema.vacancy import Vacancy

COMPONENTS: dict[str, Callable[[Basis], Verdict]] = {
    "Job analysis": content.job_analysis,
    "Same questions for every candidate": content.same_questions,
    "Limited prompting": content.limited_prompting,
    "Better kinds of questions": content.kinds_of_questions,
    "More questions, longer interviews": content.length,
    "Ancillary information controlled": content.ancillary_information,
    "Candidate’s questions held back": content.questions_held_back,
    "Each answer rated": evaluation.each_answer_rated,
    "Anchored rating scales": evaluation.anchored_scales,
    "Detailed notes": evaluation.detailed_notes,
    "Several interviewers": evaluation.several_interviewers,
    "Same interviewers for every candidate": evaluation.same_interviewers,
    "No discussion between interviews": evaluation.no_discussion,
    "Training of interviewers": evaluation.training,
    "Statistical combination": evaluation.statistical_combination,
}
"""In the order of the paper: seven about content, eight about evaluation."""


def structure(
    profile: Profile, fingerprint: str, people: Mapping[str, str], vacancy: Vacancy | None
) -> Structure:
    """Returns the fifteen components with their points, and how to get the missing ones."""
    trained = vacancy.trained if vacancy else {}
    debrief = vacancy.dates.debrief if vacancy else None
    basis = Basis(profile, fingerprint, people, trained, debrief)
    components = tuple(
        Component(place, name, *judge(basis)) for place, (name, judge) in enumerate(COMPONENTS.items(), 1)
    )
    return Structure(components, sum(it.points for it in components), MET * len(components))
