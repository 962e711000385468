"""What a new workspace, profile or override begins with."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

IGNORED = "/output/\n/vacancies/*/scorecards/\n/vacancies/*/packet/\n"
"""What does not belong into version control: what can be made again, and what people wrote about candidates."""


class Answers(NamedTuple):
    """What is asked of whoever begins; every answer may be empty."""

    name: str = ""
    stage: str = ""
    place: str = ""
    """YAML of a place of work, such as `{city: Denver, country: US}`."""
    remote: str = ""
    apply: str = ""
    """A web or e-mail address."""


def company(answers: Answers) -> str:
    """Returns a company file in which every field is explained, and those that were answered are filled in."""
    text = _starter("company.yaml")
    way = "email" if "@" in answers.apply else "url"
    said = {
        "name": answers.name and _quoted(answers.name),
        "stage": answers.stage,
        "locations": answers.place and f"[{answers.place}]",
        "remote": answers.remote,
        "apply": answers.apply and f"{{{way}: {_quoted(answers.apply)}}}",
    }
    for field, value in said.items():
        if value:
            text = _filled(text, field, value)
    return text


def _filled(text: str, field: str, value: str) -> str:
    """Returns `text` with the commented field in force; the lines below it that belong to its example stay comments."""
    return re.sub(rf"^# {field}:.*$", lambda _: f"{field}: {value}", text, count=1, flags=re.MULTILINE)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def profile(name: str, title: str, today: str, original: str | None = None) -> str:
    """Returns a profile to fill in: that of another role as far as it goes, or one in which everything is marked."""
    if original is None:
        text = _starter("profile.yaml")
        return text.replace("{role}", name).replace("{title}", title).replace("{today}", today)
    text = re.sub(r"^role:.*$", f"role: {name}", original, count=1, flags=re.MULTILINE)
    text = re.sub(r"^title:.*$", f"title: {title}", text, count=1, flags=re.MULTILINE)
    return re.sub(
        r"^mission:.*$",
        "mission: FILL IN what the role is for, in one sentence.",
        text,
        count=1,
        flags=re.MULTILINE,
    )


def override(template: str, blocks: Iterable[str], block: str, release: str) -> str:
    """Returns a template that changes one block of a built-in one, and names the others and the release of that."""
    return (
        f'{{% extends "default/{template}" %}}\n'
        f"{{# Written for jdgen {release}. Blocks: {', '.join(blocks)}. Write one here to replace it; super() prints the original. #}}\n"
        f"{{% block {block} %}}{{{{ super() }}}}{{% endblock %}}\n"
    )


def _starter(name: str) -> str:
    return (files("jdgen.workspace") / "starters" / name).read_text("utf-8")
