"""JobPosting markup judged by what schema.org and Google publish; it knows nothing of how jdgen writes it."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent / "data"

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")
ADDRESS = re.compile(r"https?://\S+")


@cache
def table(name: str) -> Any:
    return json.loads((DATA / f"{name}.json").read_text("utf-8"))


# schema.org


def against_schema_org(node: dict[str, Any], where: str = "") -> Iterator[str]:
    """Yields what the vocabulary does not allow: unknown types and properties, old names, values of another type."""
    kind = str(node.get("@type"))
    if kind not in table("schemaorg")["classes"]:
        yield f"{where}: @type {kind}"
        return
    known = {name: ranges for it in lineage(kind) for name, ranges in it["properties"].items()}
    for name, value in node.items():
        if name in {"@type", "@context"}:
            continue
        path = f"{where}.{name}".lstrip(".")
        if name not in known:
            yield f"{path}: no property of {kind}"
            continue
        if name in table("schemaorg")["superseded"]:
            yield f"{path}: superseded"
        for one in value if isinstance(value, list) else [value]:
            if not any(is_a(one, wanted) for wanted in known[name]):
                yield f"{path}: {one!r} is none of {known[name]}"
            if isinstance(one, dict):
                yield from against_schema_org(one, path)


def lineage(kind: str) -> Iterator[dict[str, Any]]:
    it = table("schemaorg")["classes"].get(kind)
    if it:
        yield it
        for parent in it["of"]:
            yield from lineage(parent)


def is_a(value: object, wanted: str) -> bool:
    match value:
        case dict():
            return wanted in {"Thing", value.get("@type"), *ancestors(value.get("@type", ""))}
        case bool():
            return wanted == "Boolean"
        case int():
            return wanted in {"Number", "Integer"}
        case float():
            return wanted == "Number"
        case str():
            return bool(value) and is_text(value, wanted)
    return False


def is_text(value: str, wanted: str) -> bool:
    forms = {"Date": DAY, "DateTime": TIME, "URL": ADDRESS}
    return wanted == "Text" or (
        wanted in forms and bool(forms[wanted].fullmatch(value)) and is_day(value, wanted)
    )


def is_day(value: str, wanted: str) -> bool:
    if wanted == "URL":
        return True
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def ancestors(kind: str) -> Iterator[str]:
    for parent in table("schemaorg")["classes"].get(kind, {"of": ()})["of"]:
        yield parent
        yield from ancestors(parent)


# Google


def against_google(markup: dict[str, Any], today: dt.date) -> Iterator[str]:
    """Yields what Google's table does not allow."""
    rules = table("google_jobposting")
    yield from (f"{name}: missing" for name in rules["required"] if not markup.get(name))
    if not any(markup.get(name) for name in rules["place"]):
        yield "jobLocation: missing"
    for path, rule in rules["properties"].items():
        values = list(at(markup, path.split(".")))
        if len(values) > 1 and not several(path, rules):
            yield f"{path}: more than one"
        for value in values:
            yield from allowed(path, rule, value)
    yield from together(markup, today)


def at(node: Any, path: list[str]) -> Iterator[Any]:
    for one in node if isinstance(node, list) else [node]:
        if not path:
            yield one
        elif isinstance(one, dict) and path[0] in one:
            yield from at(one[path[0]], path[1:])


def several(path: str, rules: dict[str, Any]) -> bool:
    parts = path.split(".")
    return any(
        rules["properties"].get(".".join(parts[:length]), {}).get("several")
        for length in range(1, len(parts) + 1)
    )


def allowed(path: str, rule: dict[str, Any], value: Any) -> Iterator[str]:
    kind = value.get("@type") if isinstance(value, dict) else type(value).__name__
    if "types" in rule and kind not in rule["types"]:
        yield f"{path}: {kind}"
    if "values" in rule and value not in rule["values"]:
        yield f"{path}: {value!r}"
    if "pattern" in rule and not re.fullmatch(rule["pattern"], str(value)):
        yield f"{path}: {value!r}"
    yield from (f"{path}.{name}: missing" for name in rule.get("needs", ()) if not value.get(name))


def together(markup: dict[str, Any], today: dt.date) -> Iterator[str]:
    """Yields what Google asks of several properties at once."""
    if markup.get("experienceInPlaceOfEducation") and not (
        markup.get("experienceRequirements") and markup.get("educationRequirements")
    ):
        yield "experienceInPlaceOfEducation: alone"
    if markup.get("applicantLocationRequirements") and markup.get("jobLocationType") != "TELECOMMUTE":
        yield "applicantLocationRequirements: without TELECOMMUTE"
    end = str(markup.get("validThrough", "9999-12-31"))[:10]
    if not str(markup.get("datePosted"))[:10] < end or end < today.isoformat():
        yield "validThrough: over"
    if not re.search(r"<p>|<br>|\n", str(markup.get("description"))) or markup.get(
        "description"
    ) == markup.get("title"):
        yield "description: no HTML"
    for value in at(markup, ["baseSalary", "value"]):
        yield from pay(value)


def pay(value: dict[str, Any]) -> Iterator[str]:
    figures = {name: value[name] for name in ("value", "minValue", "maxValue") if name in value}
    if set(figures) not in ({"value"}, {"minValue", "maxValue"}):
        yield f"baseSalary.value: {sorted(figures)}"
    if any(isinstance(it, bool) or not isinstance(it, int | float) for it in figures.values()):
        yield "baseSalary.value: no number"
    elif figures.get("minValue", 0) > figures.get("maxValue", 0):
        yield "baseSalary.value: upside down"


# The page


class Seen(HTMLParser):
    """What a browser shows of a page, and what its scripts of data hold."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self._words: list[str] = []
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "title"}:
            self._inside.append(tag)
            if tag == "script" and ("type", "application/ld+json") in attrs:
                self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()
        self._words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self._words.append(data)
        elif self._inside == ["script"] and self.scripts:
            self.scripts[-1] += data

    @property
    def text(self) -> str:
        return " ".join("".join(self._words).split())
