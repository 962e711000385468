"""What is rated: competencies with anchors and questions, and the scales they are rated on."""

from typing import Literal

from pydantic import Field

from jdgen.schema.fields import Frozen, Id, Text

QuestionKind = Literal["behavioural", "situational"]


class Question(Frozen):
    """A question that every candidate is asked in the same words."""

    kind: QuestionKind
    """`behavioural` asks for something that happened, `situational` for what one would do."""
    ask: Text
    """The question, verbatim."""
    probes: list[Text] = []
    """The only follow-up questions."""
    answers: dict[int, Text] = {}
    """Key answers at levels 5, 3 and 1, for a situational question."""


class Competency(Frozen):
    """An observable work behaviour, rated on five anchors."""

    name: Text
    """The name that candidates and raters read."""
    definition: Text
    """What the behaviour is."""
    serves: list[Id] = []
    """Responsibilities that it carries."""
    anchors: dict[int, Text]
    """What an answer at each level from 1 to 5 sounds like."""
    questions: dict[Id, Question]
    """Questions by id; ids are unique in the role."""
    red_flags: list[Text] = []
    """Answers that are discussed in the debrief whatever the score."""
    from_: list[Id] = Field(default=[], alias="from")
    """Sources."""


class ScaleLevel(Frozen):
    """One level of the rating scale."""

    label: Text
    """Its name."""
    means: Text
    """What evidence it stands for."""


class MethodLevel(Frozen):
    """One level of proficiency in a method."""

    label: Text
    """Its name."""
    posting: Text
    """How the posting says it, after `you`."""


class Forbidden(Frozen):
    """A topic that is never asked about."""

    never: Text
    """What not to ask."""
    instead: Text
    """What may be asked of everyone."""
    pattern: Text
    """A regular expression that finds it in questions, probes and posted lines."""
