"""Layers to one profile: common, profile, stage, company, flags; the later one wins, value by value."""

from __future__ import annotations

from functools import reduce
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from jdgen.errors import JdgenError, Place, Problem, did_you_mean, in_words
from jdgen.role.merge import merge, without_effect
from jdgen.schema import Company, Peer, Profile, Stages
from jdgen.source.validation import validate, validate_all
from jdgen.stages import STAGES, stage_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jdgen.source import Layers, Node

DEFAULT_LANGUAGE = "en"
"""Language of a file that does not say its own."""

STAGE_FIELDS = ("because", "weights", "floors")
"""What a stage sets beside its patch."""


class Resolved(NamedTuple):
    """A profile with stage, company and flags applied, and where each value came from."""

    profile: Profile
    company: Company
    stage: str
    tree: Node
    """The merged profile as nodes."""
    company_tree: Node
    """The company with the role's own fields, as nodes."""
    counterpart: Peer | None = None
    """The role that shares the work, at the same stage."""
    counterpart_tree: Node | None = None
    """The same as nodes."""
    languages: Mapping[str, str] = {}
    """Language of the texts of each layer, and of the counterpart (BCP 47); English where nothing is said."""

    def place(self, *path: str | int) -> Place:
        """Returns where the value at `path` of the profile was written or removed, or the nearest value above it."""
        node = self.tree.at(*path)
        return next((place for name, place in node.removed if name in path), node.key)

    def last_change(self, *path: str | int) -> Place:
        """Returns where company or flags changed the mapping at `path` last, or where it stands if they left it alone."""
        whole = self.tree.at(*path)
        parts = whole.value.values() if isinstance(whole.value, dict) else ()
        places = [it.key for it in parts] + [place for _, place in whole.removed]
        changed = [it for it in places if it.file != whole.key.file]
        return max(changed, key=lambda it: (it.file.startswith("--set"), it), default=whole.key)


def resolve(layers: Layers, stage: str | None) -> Resolved:
    """Returns the role of `layers` at `stage`, or at the company's own stage.

    Raises:
        JdgenError: every field that a layer got wrong, or a stage that the profile does not have.
    """
    company_tree = _company_tree(layers)
    asked = stage or _text(company_tree, "stage")
    if asked is None:
        validate(Company, company_tree)  # a field that is misspelt there may be the stage
    stage = _stage(layers.profile, asked)
    tree = _profile_tree(layers, layers.profile, stage, layers.flags)
    company, profile = validate_all((Company, company_tree), (Profile, tree))
    other = layers.counterpart
    other_tree = _profile_tree(layers, other, stage, None) if other else None
    peer = validate(Peer, other_tree) if other_tree else None
    if peer and profile.counterpart and not set(profile.areas).intersection(peer.areas):
        message = f"shares no area with {peer.title}: name the same `areas` in both profiles"
        raise JdgenError(Problem(tree.at("counterpart").key, message))
    languages = _languages(layers, company_tree, tree)
    return Resolved(profile, company, stage, tree, company_tree, peer, other_tree, languages)


def _languages(layers: Layers, company: Node, profile: Node) -> dict[str, str]:
    """Returns the language of each layer's texts: each file says its own, the company's is else the profile's."""
    said = profile.at("language")
    own = (
        DEFAULT_LANGUAGE
        if said.layer == layers.common.layer
        else _text(profile, "language") or DEFAULT_LANGUAGE
    )
    theirs = _text(company, "language") or own
    return {
        layers.common.layer: _text(layers.common, "language") or DEFAULT_LANGUAGE,
        layers.profile.layer: own,
        layers.company.layer: theirs,
        "flag": theirs,
        "counterpart": (layers.counterpart and _text(layers.counterpart, "language")) or DEFAULT_LANGUAGE,
    }


def stages(profile: Node) -> tuple[str, ...]:
    """Returns the stages that a profile knows.

    Raises:
        JdgenError: the profile's `stages` are not as they must be.
    """
    only = {"stages": profile.at("stages")} if profile.at("stages") is not profile else {}
    known = validate(Stages, profile._replace(value=only)).stages
    return tuple(stage for stage in STAGES if stage in known)


def _text(node: Node, name: str) -> str | None:
    below = node.at(name).value
    return below if isinstance(below, str) else None


def role_title(profile: Node) -> str:
    """Returns the title of a profile that is not resolved yet."""
    return str(profile.at("title").plain)


def _stage(profile: Node, asked: str | None) -> str:
    known = stages(profile)
    if asked is None:
        raise JdgenError(
            Problem(
                Place("--stage"),
                f"the stage is not said: it is {in_words(known)}; `stage:` in company.yaml says it for good",
            )
        )
    name = stage_name(asked)
    if name not in known:
        message = f"has no stage '{asked}'; it has {in_words(known, 'and')}." + did_you_mean(name, known)
        raise JdgenError(Problem(profile.at("stages").key, message))
    return name


def _company_tree(layers: Layers) -> Node:
    """The company file with the fields that differ for this role, then what the command line says of the company."""
    own = _below(layers.company, "roles", _name(layers.profile))
    flags = layers.flags and _below(layers.flags, "company")
    if layers.flags:
        _refuse_odd_flags(layers.flags)
    return _merged(layers.company, [own, flags or None])


def _refuse_odd_flags(flags: Node) -> None:
    """Raises JdgenError where `--set` names the company and no field of it, or fields of one role."""
    company = flags.at("company")
    if company is not flags and not isinstance(company.value, dict):
        raise JdgenError(Problem(company.key, "name a field of the company, such as company.name"))
    if (roles := company.at("roles")) is not company and company is not flags:
        raise JdgenError(
            Problem(roles.key, "--set changes this run only: leave out company.roles and name the field")
        )


def _profile_tree(layers: Layers, profile: Node, stage: str, flags: Node | None) -> Node:
    chosen = profile.at("stages", stage)
    beside = chosen._replace(
        value={name: chosen.at(name) for name in STAGE_FIELDS if chosen.at(name) is not chosen}
    )
    patches = [
        _without(profile, "stages"),
        _below(chosen, "patch"),
        beside,
        _below(layers.company, "patch"),
        _below(
            layers.company, "roles", _name(profile), "patch"
        ),  # one after the other: merged, they would lose their nulls
        flags and _below(flags, "company", "patch"),
        flags and _without(flags, "company"),
    ]
    present = [patch for patch in patches if patch is not None]
    steps = [*accumulate(present, merge, initial=layers.common)]
    if profile is layers.profile:
        _refuse_idle(zip(steps[1:-1], present[1:], strict=True))
    return _kept(profile, steps[-1])


def _kept(profile: Node, merged: Node) -> Node:
    """Returns the merged profile at the place of its file, if it still says itself which profiles are read."""
    _keep(profile, merged, "role")
    _keep(profile, merged, "counterpart", "role")
    return merged._replace(place=profile.place, key=profile.key)


def _refuse_idle(changes: Iterable[tuple[Node, Node]]) -> None:
    """Raises JdgenError for each null with a misspelled name; one without a near name may be meant for another role."""
    problems = [
        Problem(node.key, f"there is no '{name}' to remove.{hint}")
        for before, patch in changes
        for node, name, known in without_effect(before, patch)
        if (hint := did_you_mean(name, known))
    ]
    if problems:
        raise JdgenError(*problems)


def _keep(profile: Node, merged: Node, *path: str) -> None:
    """Raises JdgenError where a layer changes which profiles are read: they are read before layers apply."""
    before, after = profile.at(*path), merged.at(*path)
    if isinstance(after.value, str) and after.value != before.value:
        was = (
            f"it is '{before.value}' in the profile"
            if isinstance(before.value, str)
            else "write it in the profile itself"
        )
        raise JdgenError(Problem(after.key, f"{path[-1]}: cannot be changed here; {was}"))


def _name(profile: Node) -> str:
    return str(profile.at("role").plain)


def _merged(base: Node, patches: Iterable[Node | None]) -> Node:
    return reduce(merge, (patch for patch in patches if patch is not None), base)


def _below(node: Node, *path: str) -> Node | None:
    """Returns the mapping at `path`, or None; what is no mapping is left for the schema to refuse."""
    for part in path:
        below = node.at(part)
        if below is node or not isinstance(below.value, dict):
            return None
        node = below
    return node


def _without(node: Node, name: str) -> Node:
    fields = node.value if isinstance(node.value, dict) else {}
    return node._replace(value={key: value for key, value in fields.items() if key != name})
