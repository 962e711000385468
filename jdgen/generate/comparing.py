"""Two roles side by side, written like the documents of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdgen.documents import Kind, Subject
from jdgen.errors import JdgenError, Place, Problem
from jdgen.generate.pipeline import Run, files_of, templates
from jdgen.press import Order, press

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from jdgen.documents import Paper
    from jdgen.role import Role
    from jdgen.role.resolution import Resolved
    from jdgen.workspace import Workspace


def compare(
    names: tuple[str, str],
    workspace: Workspace,
    *,
    stage: str | None = None,
    formats: Sequence[str] = ("md",),
    paper: Paper = "a4",
    as_of: dt.date | None = None,
) -> Run:
    """Writes the comparison of two roles at one stage and returns what was made.

    Raises:
        JdgenError: something in the user's files is wrong, or one role was named twice.
    """
    if names[0] == names[1]:
        raise JdgenError(Problem(Place(names[0]), "is compared with itself: name another role"))
    with press(Order((Kind.COMPARISON,), tuple(formats), paper, *templates(workspace))) as printer:
        from jdgen.generate.reading import logo, read_role  # noqa: PLC0415 - while the press gets ready
        from jdgen.role.comparison import compare as beside  # noqa: PLC0415
        from jdgen.role.view import describe  # noqa: PLC0415

        def described(name: str) -> tuple[Resolved, Role]:
            resolved, _ = read_role(name, workspace, stage)
            return resolved, describe(resolved, logo=logo(resolved, workspace), as_of=as_of)

        (first, one), (second, other) = map(described, names)
        _, made = printer.make(Subject(one, comparison=beside(first, second, (one, other))))
        documents = made()
    written = workspace.write(files_of(f"{names[0]}-{first.stage}", documents))
    return Run(written, (), workspace.older(written), None, first.stage)
