"""A resolved role as data: what `jdgen kit --only data` writes."""

from typing import Annotated

from pydantic import Field

from jdgen.schema.fields import Frozen, StageName
from jdgen.schema.profile import Profile


class Rubric(Frozen):
    """A role with everything applied."""

    stage: StageName
    """`startup`, `scaleup` or `enterprise`."""
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    """Changes when anything changes that an assessment rests on."""
    profile: Profile
    """The profile with stage and company applied."""
