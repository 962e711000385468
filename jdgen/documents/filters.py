"""What templates say texts with: messages in their language, values as Markdown, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jinja2
from jinja2.filters import do_truncate, make_attrgetter
from markupsafe import Markup

from jdgen.documents.charts import (
    coverage_chart,
    day_chart,
    heat_map,
    interval_plot,
    owners_chart,
    weights_chart,
)  # fmt: skip
from jdgen.documents.escaping import attribute, markdown
from jdgen.language import capital, like

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from jdgen.language import Language
    from jdgen.role import Role
    from jdgen.role.kit import Kit


def spoken(say: Language) -> dict[str, object]:
    """Returns what templates say their own words with: `_`, and as in gettext `pgettext` and `ngettext`; values are escaped."""

    def written(text: str) -> Markup:
        return Markup(text)  # noqa: S704 - a message is Markdown, and its values were escaped

    def marked(values: dict[str, object]) -> dict[str, Markup]:
        return {name: _marked(value) for name, value in values.items()}

    return {
        "language": say,
        "_": lambda message, **values: written(say(message, **marked(values))),
        "pgettext": lambda context, message, **values: written(
            say.pgettext(context, message, **marked(values))
        ),
        "ngettext": lambda one, many, count, **values: written(
            say.ngettext(one, many, count, **marked(values))
        ),
    }


@jinja2.pass_context
def _date(context: jinja2.runtime.Context, day: dt.date) -> str:
    language: Language = context["language"]
    return language.date(day)


@jinja2.pass_context
def _inside(context: jinja2.runtime.Context, label: str) -> str:
    language: Language = context["language"]
    return language.inside(label)


@jinja2.pass_context
def _quoted(context: jinja2.runtime.Context, title: str) -> Markup:
    language: Language = context["language"]
    return Markup(language("“{title}”", title=_marked(title)))  # noqa: S704 - escaped there


@jinja2.pass_context
def _weights(context: jinja2.runtime.Context, role: Role) -> Markup:
    return weights_chart(role, context["language"])


@jinja2.pass_context
def _coverage(context: jinja2.runtime.Context, kit: Kit, role: Role) -> Markup:
    return coverage_chart(kit, role, context["language"])


@jinja2.pass_context
def _day(context: jinja2.runtime.Context, kit: Kit, role: Role) -> Markup:
    return day_chart(kit, role, context["language"])


@jinja2.pass_environment
def _truncate(environment: jinja2.Environment, text: str, *how: Any, **named: Any) -> str:  # noqa: ANN401 - as Jinja's own
    return like(re.sub(r"[,;:]+(?=…$)", "", do_truncate(environment, str(text), *how, **named)), text)


@jinja2.pass_environment
def _join(
    environment: jinja2.Environment,
    values: Iterable[object],
    separator: str = "",
    attribute: str | None = None,
) -> Markup:
    """Returns values as Markdown, each escaped, with the template's own text between them."""
    parts = values if attribute is None else map(make_attrgetter(environment, attribute), values)
    return Markup(separator).join(map(_marked, parts))  # noqa: S704 - a template's text is Markdown


def _marked(value: object) -> Markup:
    """Returns a value as Markdown; what is Markdown already stays as it is."""
    return Markup(markdown(value))  # noqa: S704 - the function escapes


def url(address: str) -> Markup:
    """Returns an address that can stand between quotes."""
    return Markup(quote(address, safe="/:?#@!$&'*+,;=%~-._"))  # noqa: S704 - what could end a link is quoted


FILTERS = {
    "attribute": attribute,
    "capital": capital,
    "date": _date,
    "inside": _inside,
    "join": _join,
    "quoted": _quoted,
    "truncate": _truncate,
    "weights_chart": _weights,
    "coverage_chart": _coverage,
    "day_chart": _day,
    "owners_chart": owners_chart,
    "heat_map": heat_map,
    "interval_plot": interval_plot,
}
"""Of templates that make Markdown."""
