"""What built-in blocks said in earlier releases: an override names the release it was written for, and is told what changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    History = dict[str, dict[str, dict[str, str | None]]]
    """Texts of blocks by release, template and block: what each release changed, and nothing for what it removed."""

MARK = re.compile(r"\{#-?\s*Written for jdgen (?P<release>[0-9]+(?:\.[0-9]+)*)")

TAG = re.compile(r"\{#.*?#\}|\{%[-+]?\s*(?P<what>block|endblock)\b\s*(?P<name>\w*).*?%\}", re.DOTALL)
"""Where a block begins or ends; what stands in comments is none."""

EXTENDS = re.compile(r"\{%-?\s*extends\s+[\"']default/")


class Block(NamedTuple):
    """A block of a template as it is written."""

    line: int
    text: str


class Change(NamedTuple):
    """A block of an override whose original is another one now."""

    line: int
    block: str
    before: str
    after: str | None
    """What it is now, or nothing where there is no such block any more."""


def mark(release: str) -> str:
    """Returns the comment that says which release an override is written for."""
    return f"{{# Written for jdgen {release} #}}"


def written_for(source: str) -> str | None:
    """Returns the release that an override says it is written for."""
    found = MARK.search(source)
    return found["release"] if found else None


def order(release: str) -> tuple[int, ...]:
    """Returns what sorts releases by age."""
    return tuple(int(part) for part in re.findall(r"[0-9]+", release))


def blocks_in(source: str) -> dict[str, Block]:
    """Returns the blocks of a template by name, one inside another too; a template that is wrong is read as far as it goes."""
    found: dict[str, Block] = {}
    begun: list[tuple[str, int, int]] = []
    for tag in TAG.finditer(source):
        if tag["what"] == "block":
            begun.append((tag["name"], source.count("\n", 0, tag.start()) + 1, tag.end()))
        elif tag["what"] and begun:
            name, line, start = begun.pop()
            found[name] = Block(line, source[start : tag.start()].strip("\n"))
    return found


def changes(own: str, original: str, name: str, history: History) -> Iterator[Change]:
    """Yields the blocks of an override of the template `name` whose original changed since the release that it is written for.

    An override that extends nothing replaces every block.
    """
    mine, today = blocks_in(own), blocks_in(original)
    release = written_for(own) or ""
    replaced = mine if EXTENDS.search(own) else dict.fromkeys(_known(history, release, name), Block(1, ""))
    for block, (line, _) in replaced.items():
        before = text_at(history, release, name, block)
        after = today[block].text if block in today else None
        if before is not None and before != after:
            yield Change(line, block, before, after)


def text_at(history: History, release: str, name: str, block: str) -> str | None:
    """Returns what a block said in a release, or nothing where that release did not have it."""
    for known in sorted(history, key=order, reverse=True):
        texts = history[known].get(name, {})
        if order(known) <= order(release) and block in texts:
            return texts[block]
    return None


def recorded(history: History, release: str, sources: Mapping[str, str]) -> History:
    """Returns the history with `release`, whose templates are `sources`: what differs from the release before."""
    older = {known: texts for known, texts in history.items() if order(known) < order(release)}
    differing: dict[str, dict[str, str | None]] = {}
    for name in sorted({*sources, *(name for texts in older.values() for name in texts)}):
        today = {block: text for block, (_, text) in blocks_in(sources.get(name, "")).items()}
        for block in dict.fromkeys([*today, *_known(older, release, name)]):
            if text_at(older, release, name, block) != today.get(block):
                differing.setdefault(name, {})[block] = today.get(block)
    return older | {release: differing}


def _known(history: History, release: str, name: str) -> list[str]:
    """Returns the names of the blocks that a template had up to a release."""
    found = (texts.get(name, {}) for known, texts in history.items() if order(known) <= order(release))
    return list(dict.fromkeys(block for texts in found for block in texts))
