"""The user's folder: where files are found and read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from jdgen.errors import JdgenError, Place, Problem, did_you_mean
from jdgen.language import ENGLISH
from jdgen.source import Layers, Node, decode, told_of
from jdgen.workspace.misnamed import refuse_css, refuse_near_names, refuse_other_languages, refuse_yml
from jdgen.workspace.reading import read_file
from jdgen.workspace.writing import write_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jdgen.language import Language

COMPANY = "company.yaml"
COMMON = "common"
CATALOGUE = "de"
"""The catalogue that says which messages there are: English has none of its own."""

Origin = Literal["yours", "built-in"]
Kind = Literal["profiles", "templates", "templates/themes", "languages"]
"""A folder of what ships, and of what a workspace has in its place."""


class Found(NamedTuple):
    """A profile or template, and where it comes from."""

    name: str
    path: Path
    origin: Origin
    hides: Path | None = None
    """The built-in file of the same name."""


class Workspace(NamedTuple):
    """A folder with `company.yaml`, `profiles/` and `templates/`, each optional, and what ships where they are silent."""

    root: Path
    output: Path

    @classmethod
    def at(cls, root: str | Path = ".", output: str | Path | None = None) -> Workspace:
        """Returns the workspace in `root`, writing to `output` or to the folder `output` in it."""
        return cls(Path(root), Path(output) if output else Path(root) / "output")

    def folders(self, kind: Kind) -> tuple[Path, ...]:
        """Returns where profiles, templates, looks or languages are looked for, the first hit winning file by file.

        Raises:
            JdgenError: the workspace or its folder is no folder or may not be read, so what is in it would be passed over.
        """
        own = self.root / kind
        for folder in (self.root, own):
            if folder.exists() and not folder.is_dir():
                message = "is a file; expected a folder: give the file another name"
                raise JdgenError(Problem(Place(self.label(folder)), message))
            if not os.access(folder, os.R_OK | os.X_OK) and folder.exists():
                raise JdgenError(Problem(Place(self.label(folder)), "cannot be read: check who may read it"))
        return own, _built_in(kind)

    def profiles(self) -> dict[str, Found]:
        """Returns the role profiles by name.

        Raises:
            JdgenError: a profile's file has the ending .yml.
        """
        return {it.name: it for it in self._found("profiles", ".yaml") if it.name != COMMON}

    def templates(self) -> tuple[Found, ...]:
        """Returns the templates and style sheets."""
        return tuple(self._found("templates", ".j2"))

    def themes(self) -> dict[str, Found]:
        """Returns the looks by name.

        Raises:
            JdgenError: a look's file has the ending .css.
        """
        return {it.name: it for it in self._found("templates/themes", ".css.j2")}

    def profile(self, name: str, named_at: Place | None = None) -> Node:
        """Returns the profile `name` as a tree; `named_at` is where a file names it.

        Raises:
            JdgenError: there is none, or it is no YAML.
        """
        found = self.profiles().get(name)
        if found is None:
            message = (
                f"there is no role '{name}'.{did_you_mean(name, self.profiles())} `jdgen list` shows all"
            )
            raise JdgenError(Problem(named_at or Place(self.label(self.root / "profiles")), message))
        node = self._parsed(found.path, "profile")
        called = node.at("role")
        if called.plain != name and called is not node:
            raise JdgenError(
                Problem(
                    called.place,
                    f"role: is '{called.plain}', but the file is called {name}.yaml; make them the same",
                )
            )
        return node

    def layers(self, name: str, flags: Node | None = None) -> Layers:
        """Returns the files that the role `name` is made of, below what was said on the command line.

        Raises:
            JdgenError: there is no such role or counterpart, or a file is no YAML.
        """
        profile = self.profile(name)
        other = profile.at("counterpart", "role")
        counterpart = self.profile(other.plain, other.place) if isinstance(other.value, str) else None
        return Layers(self.common(), profile, self.company(), counterpart and told_of(counterpart), flags)

    def text_of(self, name: str) -> str:
        """Returns the profile `name` as it is written."""
        return self._text(self.profiles()[name].path)

    def text_at(self, path: Path) -> str:
        """Returns a template as it is written."""
        return self._text(path)

    def history(self) -> dict[str, dict[str, dict[str, str | None]]]:
        """Returns what blocks of the built-in templates said, by release, template and block."""
        import json  # noqa: PLC0415 - only where overrides are compared

        kept: dict[str, dict[str, dict[str, str | None]]] = json.loads(
            self._text(_built_in("templates") / "history.json")
        )
        return kept

    def common(self) -> Node:
        """Returns what all profiles share: the user's `common.yaml` if there is one, else the built-in one."""
        paths = [folder / f"{COMMON}.yaml" for folder in self.folders("profiles")]
        return self._parsed(next(path for path in paths if path.exists()), COMMON)

    def company(self) -> Node:
        """Returns the company file as a tree, an empty one where there is no file."""
        path = self.root / COMPANY
        refuse_yml([self.root / "company.yml"], self.label)
        absent = not path.exists() and not path.is_symlink()
        if absent or _is_all_comment(self._text(path)):
            place = Place(self.label(path))
            return Node({}, place, "company", place)
        node = self._parsed(path, "company")
        self._know_roles(node)
        return node

    def language(self, code: str) -> Language:
        """Returns the language `code`, with the user's own wording of messages where there is some.

        Raises:
            JdgenError: a file in the user's folder `languages` is wrong, or misnamed.
        """
        own, built_in = self.folders("languages")
        refuse_other_languages(own, self.label)
        mine = own / f"{code}.yaml"
        has_own = mine.exists() and own.resolve() != built_in.resolve()
        if code == ENGLISH.code and not has_own:
            return ENGLISH
        from jdgen.language.catalogue import language  # noqa: PLC0415 - English does without

        messages = self._parsed(built_in / f"{code if code != ENGLISH.code else CATALOGUE}.yaml", "language")
        return language(code, messages, self._parsed(mine, "language") if has_own else None)

    def vacancies(self) -> dict[str, Path]:
        """Returns the files of vacancies by name: `vacancies/NAME.yaml`, or `vacancies/NAME/vacancy.yaml`."""
        folder = self.root / "vacancies"
        single = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
        return {path.parent.name: path for path in sorted(folder.glob("*/vacancy.yaml"))} | single

    def vacancy(self, name: str) -> Node:
        """Returns the vacancy `name` as a tree.

        Raises:
            JdgenError: there is none, or it is no YAML.
        """
        known = self.vacancies()
        if name not in known:
            message = f"there is no vacancy '{name}'.{did_you_mean(name, known)} Write {name}.yaml there"
            raise JdgenError(Problem(Place(self.label(self.root / "vacancies")), message))
        return self._parsed(known[name], "vacancy")

    def label(self, path: Path) -> str:
        """Returns a path as messages show it: from here if it lies below, else whole."""
        try:
            return str(path.resolve().relative_to(Path.cwd()))
        except ValueError:
            return str(path.resolve())

    def write(self, files: Mapping[str, bytes]) -> tuple[Path, ...]:
        """Returns the paths written below the output folder; either all files are replaced or none.

        Raises:
            JdgenError: a folder or file cannot be written.
        """
        return self._written({self.output / name: data for name, data in files.items()})

    def write_private(self, vacancy: str, files: Mapping[str, bytes]) -> tuple[Path, ...]:
        """Returns the paths written below the folder of a vacancy, which only their owner can open; all or none.

        Raises:
            JdgenError: a folder or file cannot be written.
        """
        folder = self.root / "vacancies" / vacancy
        return self._written({folder / name: data for name, data in files.items()}, private=True)

    def write_owned(self, path: Path, data: bytes) -> Path:
        """Returns the path of one file, wherever it is, that only its owner can open.

        Raises:
            JdgenError: it cannot be written.
        """
        return self._written({path: data}, private=True)[0]

    def begin(
        self, files: Mapping[str, bytes], *, private: bool = False
    ) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Returns the files written into the workspace, and those that were there before and stay as they are.

        Those that are `private` only their owner can open.

        Raises:
            JdgenError: a folder or file cannot be written.
        """
        kept = tuple(self.root / name for name in files if os.path.lexists(self.root / name))
        new = {self.root / name: data for name, data in files.items() if self.root / name not in kept}
        return self._written(new, private=private), kept

    def older(self, written: Sequence[Path], series: Iterable[str] = ()) -> tuple[Path, ...]:
        """Returns what an earlier run left of the same documents: other formats, and other files of a `series`."""
        beside = {other for path in written for other in path.parent.glob(f"{path.stem}.*")}
        folders = {path.parent for path in written}
        beside |= {other for folder in folders for start in series for other in folder.glob(f"{start}*")}
        return tuple(sorted(beside.difference(written)))

    def _written(self, files: Mapping[Path, bytes], *, private: bool = False) -> tuple[Path, ...]:
        try:
            return write_all(files, private=private)
        except OSError as error:
            place = Place(self.label(Path(error.filename or self.output)))
            raise JdgenError(Problem(place, _unwritten(error))) from None

    def _parsed(self, path: Path, layer: str) -> Node:
        from jdgen.source.parsing import parse  # noqa: PLC0415 - PyYAML, in the process that reads

        return parse(self._text(path), self.label(path), layer)

    def _text(self, path: Path) -> str:
        label = self.label(path)
        return decode(read_file(path, label), label)

    def _found(self, kind: Kind, ending: str) -> Iterator[Found]:
        own, built_in = self.folders(kind)
        theirs = {path.name: path for path in sorted(built_in.glob(f"*{ending}"))}
        mine = (
            {path.name: path for path in sorted(own.glob(f"*{ending}"))}
            if own.resolve() != built_in.resolve()
            else {}
        )
        if kind == "profiles":
            refuse_yml(own.glob("*.yml"), self.label)
        elif kind == "templates":
            refuse_near_names(own, theirs, self.label)
        else:
            refuse_css(own, self.label)
        for name in sorted({*theirs, *mine}):
            stem = name if kind == "templates" else name.removesuffix(ending)
            if name in mine:
                yield Found(stem, mine[name], "yours", theirs.get(name))
            else:
                yield Found(stem, theirs[name], "built-in")

    def _know_roles(self, company: Node) -> None:
        known = self.profiles()
        roles = company.at("roles")
        named = roles.value if roles is not company and isinstance(roles.value, dict) else {}
        unknown = [(name, node.key) for name, node in named.items() if name not in known]
        problems = [
            Problem(key, f"there is no role '{name}'.{did_you_mean(name, known)}") for name, key in unknown
        ]
        if problems:
            raise JdgenError(*problems)


def _built_in(kind: str) -> Path:
    """Returns the shipped folder: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parents[1]
    return package / kind if (package / kind).is_dir() else package.parent / kind


def _is_all_comment(text: str) -> bool:
    """Returns whether a file is as `jdgen init` leaves it where nothing was answered."""
    lines = [line.lstrip() for line in text.splitlines() if line.strip()]
    return bool(lines) and all(line.startswith("#") for line in lines)


def _unwritten(error: OSError) -> str:
    return f"cannot be written: {error.strerror}. Earlier output is unchanged; make room or rights, or choose another folder with --output"
