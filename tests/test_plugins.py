"""The stand-ins for what pydantic does at its import: quick, and out of the way as soon as more is asked of them."""

from __future__ import annotations

import subprocess
import sys


def said_by(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_models_are_built_without_a_search() -> None:
    code = "import sys; from jdgen.schema import Company; Company(name='A'); print('importlib.metadata' in sys.modules)"
    assert said_by(code) == "False"


def test_anything_else_is_answered_by_the_module_itself() -> None:
    code = """
import jdgen.schema, sys
from pydantic.plugin import _loader
print(callable(_loader.import_module if hasattr(_loader, "import_module") else _loader.get_plugins))
print(_loader.PYDANTIC_ENTRY_POINT_GROUP)
print(type(sys.modules["pydantic.plugin._loader"]).__name__)
"""
    assert said_by(code).splitlines()[1:] == ["pydantic", "module"]


def test_pydantic_describes_its_schemas_with_plain_dictionaries_and_others_keep_their_own() -> None:
    code = """
import typing, typing_extensions
before = typing.TypedDict, typing_extensions.TypedDict
import jdgen.schema
from pydantic_core import core_schema
print(core_schema.StringSchema.__mro__[1].__module__, (typing.TypedDict, typing_extensions.TypedDict) == before)
"""
    assert said_by(code) == "jdgen.schema.shapes True"


def test_a_description_that_is_written_in_another_way_is_imported_as_it_is() -> None:
    code = """
from jdgen.schema import shapes
class Refuses(dict):
    def __init_subclass__(cls, **options):
        raise TypeError("no such thing")
import sys
for name in [name for name in sys.modules if name.startswith(("pydantic", "jdgen.schema.c"))]:
    del sys.modules[name]
shapes.Shape = Refuses
shapes.without_shapes()
import typing_extensions
from pydantic_core import core_schema
print(core_schema.StringSchema.__total__, typing_extensions.TypedDict is not Refuses)
"""
    assert said_by(code) == "False True"


RECORDS = """
import dataclasses
from jdgen.schema.records import shared_methods
def classes():
    @dataclasses.dataclass(frozen=True, slots=True)
    class Frozen:
        a: int
        b: str = dataclasses.field(default="b", compare=False, repr=False)
    @dataclasses.dataclass
    class Loose(Frozen.__mro__[1]):
        a: int
    @dataclasses.dataclass(order=True)
    class Ordered:
        a: int
    @dataclasses.dataclass(frozen=True)
    class Own:
        a: int
        def __eq__(self, other):
            return True
    return Frozen, Loose, Ordered, Own
def said(Frozen, Loose, Ordered, Own):
    yield Frozen(1) == Frozen(1, "c"), Frozen(1) == Frozen(2), Frozen(1) == Loose(1), repr(Frozen(1))
    yield hash(Frozen(1)) == hash(Frozen(1, "c")), hash(Frozen(1)) == hash(Frozen(2)), Loose.__hash__
    yield repr(Loose(1)), Loose(1) == Loose(1), Ordered(1) < Ordered(2), Own(1) == Own(2), hash(Own(1)) == hash(Own(1))
    yield Frozen.__eq__(Frozen(1), 1)
usual = list(said(*classes()))
with shared_methods():
    shared = classes()
"""


def test_a_data_class_with_shared_methods_is_compared_hashed_and_printed_as_usual() -> None:
    code = f"{RECORDS}print(list(said(*shared)) == usual, shared[0].__eq__ is shared[1].__eq__)"
    assert said_by(code) == "True True"


def test_other_data_classes_keep_methods_of_their_own() -> None:
    code = f"{RECORDS}print(classes()[0].__eq__ is classes()[1].__eq__)"
    assert said_by(code) == "False"


def test_pydantic_is_imported_with_shared_methods() -> None:
    code = "import jdgen.schema, annotated_types; print(annotated_types.Gt.__eq__ is annotated_types.Lt.__eq__, annotated_types.Gt(1))"
    assert said_by(code) == "True Gt(gt=1)"
