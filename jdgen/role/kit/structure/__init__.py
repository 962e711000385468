"""How structured the interviews are: the fifteen components of Campion, Palmer & Campion (1997), scored from the data.

The list is theirs; the points are this project's: 2 where a component is met, 1 where it is met in part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.language import ENGLISH, phrase
from jdgen.role.kit.model import Component, Structure
from jdgen.role.kit.structure import content, evaluation
from jdgen.role.kit.structure.basis import MET, Basis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jdgen.language import Language
    from jdgen.role.kit.structure.basis import Verdict
    from jdgen.schema import Profile
    from jdgen.schema.vacancy import Vacancy

COMPONENTS: dict[str, Callable[[Basis], Verdict]] = {
    phrase("Job analysis"): content.job_analysis,
    phrase("Same questions for every candidate"): content.same_questions,
    phrase("Limited prompting"): content.limited_prompting,
    phrase("Better kinds of questions"): content.kinds_of_questions,
    phrase("More questions, longer interviews"): content.length,
    phrase("Ancillary information controlled"): content.ancillary_information,
    phrase("Candidate’s questions held back"): content.questions_held_back,
    phrase("Each answer rated"): evaluation.each_answer_rated,
    phrase("Anchored rating scales"): evaluation.anchored_scales,
    phrase("Detailed notes"): evaluation.detailed_notes,
    phrase("Several interviewers"): evaluation.several_interviewers,
    phrase("Same interviewers for every candidate"): evaluation.same_interviewers,
    phrase("No discussion between interviews"): evaluation.no_discussion,
    phrase("Training of interviewers"): evaluation.training,
    phrase("Statistical combination"): evaluation.statistical_combination,
}
"""In the order of the paper: seven about content, eight about evaluation."""


def structure(
    profile: Profile,
    fingerprint: str,
    people: Mapping[str, str],
    vacancy: Vacancy | None,
    say: Language = ENGLISH,
) -> Structure:
    """Returns the fifteen components with their points, and how to get the missing ones."""
    trained = vacancy.trained if vacancy else {}
    debrief = vacancy.dates.debrief if vacancy else None
    basis = Basis(profile, fingerprint, people, trained, debrief, say)
    components = tuple(
        Component(place, say(name), *judge(basis))
        for place, (name, judge) in enumerate(COMPONENTS.items(), 1)
    )
    return Structure(components, sum(it.points for it in components), MET * len(components))
