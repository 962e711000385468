"""A user's template wins, costs one line when it is wrong, and cannot run away."""

from __future__ import annotations

import gc
import resource
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from jdgen.documents import limits
from jdgen.documents.templates import Templates
from jdgen.role.view import describe
from jdgen.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Make, Ran, Run, Shipped

    Says = Callable[[str], list[str]]

AT_FIRST = (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGPROF))
POSTING = "templates/posting.md.j2"
SANDBOX = "templates print and loop over `role`, nothing more"


@pytest.fixture
def posting(run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Ran]:
    """Runs the main job in a workspace with this template of the posting."""

    def call(template: str) -> Ran:
        monkeypatch.chdir(workspace({POSTING: template}))
        return run("cto", "-s", "scaleup")

    return call


@pytest.fixture
def says(posting: Callable[[str], Ran]) -> Says:
    """Returns the lines that a wrong template costs; nothing may be written."""

    def call(template: str) -> list[str]:
        done = posting(template)
        assert (done.code, done.out) == (1, "")
        assert not Path("output").exists()
        return done.err.splitlines()

    return call


MISTAKES = {
    "a typo in a field": ("{{ role.ttile }}", "1: role has no 'ttile'. Did you mean 'title'?"),
    "a typo further down": ("# {{ role.title }}\n\n{{ role.misson }}\n", "3: role has no 'misson'. Did you mean 'mission'?"),
    "a typo in a loop": (
        "{% for fact in role.facts %}\n{{ fact.labl }}\n{% endfor %}",
        "2: fact has no 'labl'. Did you mean 'label'?",
    ),
    "a typo inside the company": ("{{ role.company.nam }}", "1: employer has no 'nam'. Did you mean 'name'?"),
    "a typo in a condition": ("{% if role.outcome %}x{% endif %}", "1: role has no 'outcome'. Did you mean 'outcomes'?"),
    "an unknown name": ("{{ title }}", "1: 'title' is not known here; a template sees `role`."),
    "a typo in the only name": ("{{ rol.title }}", "1: 'rol' is not known here; a template sees `role`. Did you mean 'role'?"),
    "a name that is like none": ("{{ role.zzz }}", "1: role has no 'zzz'."),
    "an entry that is not there": ("{{ role.facts[99].label }}", "1: tuple has no '99'."),
    "a list": ("{{ role.facts }}", "1: a list is no text: print one of its fields, or loop over it"),
    "an object": ("x\n{{ role.facts[0] }}", "2: a fact is no text: print one of its fields, or loop over it"),
    "nothing": ("{% set x = none %}{{ x }}", "1: nothing is no text: print one of its fields, or loop over it"),
    "an unknown filter": ("{{ role.title | shout }}", "1: No filter named 'shout'."),
    "an unknown tag": ("x\n{% fro x in y %}", "2: Encountered unknown tag 'fro'."),
    "an open tag": ("{{ role.title", "1: unexpected end of template, expected 'end of print statement'."),
    "an open block": (
        "{% if role.title %}",
        "1: Unexpected end of template. Jinja was looking for the following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be closed is 'if'.",
    ),
    "a missing include": ("\n{% include 'zzz.txt' %}", "2: there is no template 'zzz.txt'"),
    "a misspelt include": ("{% include 'rubrc.md.j2' %}", "1: there is no template 'rubrc.md.j2'. Did you mean 'rubric.md.j2'?"),
    "a misspelt parent": (
        '{% extends "default/postin.md.j2" %}',
        "1: there is no template 'default/postin.md.j2'. Did you mean 'default/posting.md.j2'?",
    ),
    "a file outside": ("{% include '../../../etc/passwd' %}", "1: there is no template '../../../etc/passwd'"),
    "a file by its whole name": ("{% include '/etc/passwd' %}", "1: there is no template '/etc/passwd'"),
    "itself, included": ("{% include 'posting.md.j2' %}", "1: the template includes or calls itself without end"),
    "itself, extended": ("{% extends 'posting.md.j2' %}", "1: the template includes or calls itself without end"),
    "a macro that calls itself": (
        "{% macro m() %}\n{{ m() }}{% endmacro %}\n{{ m() }}",
        "2: the template includes or calls itself without end",
    ),
    "a division by nought": ("{{ 1 // (role.facts | length - role.facts | length) }}", "1: ZeroDivisionError: integer division or modulo by zero"),
    "a sum of text and number": ("{{ role.title + 1 }}", '1: TypeError: can only concatenate str (not "int") to str'),
    "text that is called": ("{{ role.title() }}", "1: TypeError: 'str' object is not callable"),
    "a number that is looped over": ("{% for x in 3 %}{% endfor %}", "1: TypeError: 'int' object is not iterable"),
    "a method": ("{{ role.title.upper }}", "1: a builtin_function_or_method is no text: print one of its fields, or loop over it"),
    "__class__": ("{{ role.__class__ }}", f"1: access to attribute '__class__' of 'Role' object is unsafe: {SANDBOX}"),
    "__class__ of a text": (
        "{{ ''.__class__.__mro__ }}",
        f"1: access to attribute '__class__' of 'str' object is unsafe: {SANDBOX}",
    ),
    "__class__ by a format": (
        "{{ '{0.__class__}'.format(role) }}",
        f"1: access to attribute '__class__' of 'Role' object is unsafe: {SANDBOX}",
    ),
    "__init__ by a filter": (
        "{{ role | attr('__init__') }}",
        f"1: access to attribute '__init__' of 'Role' object is unsafe: {SANDBOX}",
    ),
    "a long product": ("{{ 'a' * 10**10 }}", f"1: * would make something larger than 1,000,000: {SANDBOX}"),
    "a long list": ("{{ [1] * 10000000 }}", f"1: * would make something larger than 1,000,000: {SANDBOX}"),
    "a large power": ("{{ 9 ** 99999999 }}", f"1: ** would make something larger than 1,000,000: {SANDBOX}"),
    "a long range": (
        "{{ range(10**9) | length }}",
        "1: OverflowError: Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("template", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_costs_one_line_with_its_place(template: str, said: str, says: Says) -> None:
    assert says(template) == [f"{POSTING}:{said}"]


def test_a_template_that_is_not_utf_8_says_where(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace({POSTING: b"# x\ncaf\xe9\n"}))
    said = "templates/posting.md.j2:2:4: byte 0xe9 is not UTF-8; save the file with the encoding UTF-8\n"
    assert run("cto", "-s", "scaleup").err == said


def test_a_byte_order_mark_is_not_printed(run: Run, workspace: Make) -> None:
    folder = workspace({POSTING: b"\xef\xbb\xbf# x\n"})
    assert run("cto", "-s", "scaleup", "-w", folder).code == 0
    assert (folder / "output/cto-scaleup/public/cto-scaleup-posting.md").read_bytes() == b"# x\n"


@pytest.mark.parametrize("name", ["posting.md.j2", "rubric.md.j2", "page.css.j2", "page.html.j2"])
def test_a_folder_of_a_template_s_name_is_a_problem(
    name: str, run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace({f"templates/{name}/note.txt": "x"}))
    done = run("cto", "-s", "scaleup", "--html")
    assert (done.code, done.err) == (1, f"templates/{name}: is a folder; expected a file\n")


def test_a_template_that_is_no_file_is_not_waited_for(says: Says, workspace: Make) -> None:
    folder = workspace({"templates/x": ""})
    (folder / "templates/endless.md.j2").symlink_to("/dev/zero")
    assert says("{% include 'endless.md.j2' %}") == ["templates/endless.md.j2: is no ordinary file"]


def test_a_template_that_may_not_be_read_says_so(says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "posting.md.j2":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert says("x") == [f"{POSTING}: cannot be read: Permission denied; check who may read it"]


@pytest.fixture
def no_collector() -> Iterator[None]:
    """As in the program: an exception that lands in a collector's callback (hypothesis has one) is lost."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
def test_a_loop_without_end_is_stopped(says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    endless = "x\n{% for a in range(99999) %}{% for b in range(99999) %}\n{{ a }}{% endfor %}{% endfor %}"
    (said,) = says(endless)
    assert said.startswith(POSTING)
    assert said.endswith(": stopped after 5 seconds: does a loop here end?")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a block")
@pytest.mark.parametrize(
    "template",
    [
        "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "{{ 'a'.ljust(10**10) }}",
        "{{ '{:10000000000}'.format(3) }}",
        "{{ '%10000000000d' % 3 }}",
        "{{ 'a' | center(10**10) }}",
    ],
    ids=["doubled", "padded", "formatted", "formatted with %", "centred"],
)
def test_a_text_that_grows_without_end_is_stopped(
    template: str, says: Says, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MEGABYTES", 64)
    assert says(template) == [f"{POSTING}:1: stopped at 512 MB of memory: does a text here grow without end?"]


def test_limits_are_lifted_after_a_template(says: Says, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGPROF))
    assert before == AT_FIRST, "an earlier test left them"
    monkeypatch.setattr(limits, "SECONDS", 0.1)
    says("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}")
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGPROF)) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_a_bug_of_our_own_is_no_mistake_of_the_template(
    shipped: Shipped, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_role: object) -> NoReturn:
        raise OSError

    templates = Templates(Workspace.at().folders("templates"))
    monkeypatch.setitem(templates._markdown.filters, "weights_chart", broken)  # noqa: SLF001 - nothing else reaches it
    with pytest.raises(OSError, match=r"^$"):
        templates.render("rubric.md.j2", role=describe(shipped()))


def test_a_user_s_template_wins(posting: Callable[[str], Ran]) -> None:
    assert posting("# {{ role.title }} wanted\n").code == 0
    assert (
        Path("output/cto-scaleup/public/cto-scaleup-posting.md").read_text("utf-8")
        == "# Chief Technology Officer wanted\n"
    )


def test_it_wins_file_by_file(run: Run, workspace: Make) -> None:
    built_in, own = workspace({"x": ""}) / "a", workspace({f"b/{POSTING}": "# Mine\n"}) / "b"
    built_in.mkdir()
    for folder in (built_in, own):
        assert run("cto", "-s", "scaleup", "-w", folder).code == 0
    rubric = "output/cto-scaleup/internal/cto-scaleup-rubric.md"
    assert (own / rubric).read_bytes() == (built_in / rubric).read_bytes()


def test_three_lines_change_one_block(run: Run, workspace: Make) -> None:
    template = (
        '{% extends "default/posting.md.j2" %}\n{% block statement %}Everyone is welcome.\n{% endblock %}\n'
    )
    folder = workspace({f"own/{POSTING}": template, "plain/x": ""})
    texts = []
    for name in ("plain", "own"):
        assert run("cto", "-s", "scaleup", "-w", folder / name).code == 0
        texts.append((folder / name / "output/cto-scaleup/public/cto-scaleup-posting.md").read_text("utf-8"))
    plain, own = (text.splitlines() for text in texts)
    assert own == [*plain[:-1], "Everyone is welcome."]


def test_a_block_can_keep_what_was_there(posting: Callable[[str], Ran]) -> None:
    template = (
        '{% extends "default/posting.md.j2" %}{% block mission %}{{ super() }}\n\nAnd more.\n{% endblock %}'
    )
    assert posting(template).code == 0
    text = Path("output/cto-scaleup/public/cto-scaleup-posting.md").read_text("utf-8")
    assert "And more." in text
    assert text.count("## What you will do") == 1


def test_a_template_may_include_another_of_the_user_s(run: Run, workspace: Make) -> None:
    folder = workspace(
        {POSTING: "{% include 'parts/top.md.j2' %}", "templates/parts/top.md.j2": "# {{ role.title }}\n"}
    )
    assert run("cto", "-s", "scaleup", "-w", folder).code == 0


def test_a_mistake_in_an_include_is_told_of_the_include(says: Says, workspace: Make) -> None:
    workspace({"templates/top.md.j2": "a\n{{ role.ttile }}\n"})
    assert says("x\n{% include 'top.md.j2' %}") == [
        "templates/top.md.j2:2: role has no 'ttile'. Did you mean 'title'?"
    ]


def test_a_mistake_in_a_style_sheet_is_told_of_the_style_sheet(
    run: Run, workspace: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = '{% extends "default/page.css.j2" %}\n{% block custom %}\nh1 { color: {{ document.role.brand.primry }} }\n{% endblock %}'
    monkeypatch.chdir(workspace({"templates/page.css.j2": style}))
    done = run("cto", "-s", "scaleup", "--html")
    assert done.err == "templates/page.css.j2:3: brand has no 'primry'. Did you mean 'primary'?\n"


def test_values_are_text_and_never_markup(run: Run, workspace: Make) -> None:
    company = "stage: scaleup\nname: '<script>alert(1)</script> & *Co*'\n"
    folder = workspace({"company.yaml": company})
    assert run("cto", "--html", "-w", folder).code == 0
    page = (folder / "output/cto-scaleup/public/cto-scaleup-posting.html").read_text("utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; *Co*" in page


def test_a_condition_that_does_not_hold_prints_nothing(posting: Callable[[str], Ran]) -> None:
    assert posting("# x{{ ' y' if role.pay }}\n").code == 0
    assert Path("output/cto-scaleup/public/cto-scaleup-posting.md").read_text("utf-8") == "# x\n"
