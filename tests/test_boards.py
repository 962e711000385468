"""Board packs: what each board is given, what it refuses, and that all say what the posting says."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import click
import jsonschema
import pytest
from board_shapes import GREENHOUSE, LEVER, LINKEDIN, RESUME
from conftest import COMPANY, VARIANTS
from hypothesis import given
from hypothesis import strategies as st

from jdgen.cli import main
from jdgen.cli.boards import NAMES, complete_board
from jdgen.documents import BOARDS
from jdgen.formats.boards import WRITERS, limits
from jdgen.formats.boards.indeed import literal
from jdgen.formats.boards.text import cdata

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from conftest import Make, Run

    Packs = Callable[..., dict[str, Any]]

WHOLE = f"""\
{COMPANY}
page: https://northwind.example/jobs/cpo
boards:
  linkedin: {{company_id: 2414183, poster_email: talent@northwind.example}}
  indeed: {{email: jobs@northwind.example, publisher: Northwind, publisher_url: https://northwind.example}}
  team: Executive
  department: Product
"""
ALL = ",".join(NAMES)

TAGS = {
    "google": {"p", "ul", "li"},
    "linkedin": {"b", "strong", "u", "i", "br", "p", "ul", "li"},
    "indeed": {
        "b", "h1", "h2", "h3", "h4", "h5", "h6", "br", "p", "ul", "li", "strong", "em", "table", "thead", "tbody", "tr",
        "th", "td",
    },
}  # fmt: skip
SALARY = re.compile(r"[^\d]?\d+(\.\d+)?( ?- ?[^\d]?\d+(\.\d+)?)? (per (hour|day|week|month|year)|/ hour)")


class Html(HTMLParser):
    """The tags of a piece of HTML, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs or tag == "a"
        self.tags.append(tag)
        self.said.append("" if tag in {"a", "b", "strong", "i", "em"} else " ")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def words(self) -> list[str]:
        return "".join(self.said).split()


def changed(company: str, fields: Mapping[str, str]) -> str:
    """A company file with other values; an empty one takes the field out."""
    parts = dict(re.findall(r"^(\w+):(.*\n(?: .*\n|\n)*)", company, re.MULTILINE))
    given = {name: f" {value}\n" for name, value in fields.items()}
    return "".join(f"{name}:{value}" for name, value in (parts | given).items() if value.strip())


@pytest.fixture
def packs(run: Run, workspace: Make) -> Packs:
    """Makes packs and reads them: JSON as data, XML as an element."""

    def make(
        asked: str = ALL, role: str = "cpo", stage: str = "scaleup", files: Mapping[str, str] | None = None,
        **fields: str,
    ) -> dict[str, Any]:  # fmt: skip
        folder = workspace({"company.yaml": changed(WHOLE, fields), **(files or {})})
        done = run(role, "-s", stage, "-w", folder, "--for", asked)
        assert done.code == 0, done.err
        return {name: read(folder, f"{role}-{stage}", BOARDS[name]) for name in asked.split(",")}

    return make


def read(folder: Path, stem: str, ending: str) -> Any:
    data = (folder / f"output/{stem}/public/{stem}-posting.{ending}").read_bytes()
    return ET.fromstring(data) if ending.endswith("xml") else json.loads(data)  # noqa: S314 - our own


def jobs(feed: ET.Element) -> list[dict[str, str]]:
    return [{it.tag: it.text or "" for it in job} for job in feed.iterfind("job")]


def element(pack: dict[str, Any]) -> dict[str, Any]:
    (only,) = pack["elements"]
    return dict(only)


def refused(
    run: Run, workspace: Make, asked: str, files: Mapping[str, str] | None = None, **fields: str
) -> list[str]:
    """What a run that is refused says; it writes nothing."""
    folder = workspace({"company.yaml": changed(WHOLE, fields), **(files or {})})
    done = run("cpo", "-s", "scaleup", "-w", folder, "--for", asked)
    assert (done.code, done.out) == (1, "")
    assert not (folder / "output").exists()
    return [line.removeprefix(f"{folder}/") for line in done.err.splitlines()]


@pytest.mark.parametrize(("role", "stage"), VARIANTS)
def test_every_role_fits_every_board(packs: Packs, role: str, stage: str) -> None:
    made = packs(ALL, role, stage)
    for name, shape in {
        "linkedin": LINKEDIN,
        "greenhouse": GREENHOUSE,
        "lever": LEVER,
        "jsonresume": RESUME,
    }.items():
        jsonschema.validate(made[name], shape)
    (job,) = jobs(made["indeed"])
    assert all(
        job[name]
        for name in (
            "title", "date", "referencenumber", "requisitionid", "url", "company", "sourcename", "city", "state", "country",
            "email", "description",
        )
    )  # fmt: skip
    assert 100 <= len(element(made["linkedin"])["description"]) <= 25_000


def test_a_pack_says_what_the_posting_says_in_the_tags_of_the_board(packs: Packs, tmp_path: Path) -> None:
    made = packs(ALL)
    text = (tmp_path / "output/cpo-scaleup/public/cpo-scaleup-posting.md").read_text("utf-8")
    text = re.sub(
        r"^\|[ |-]+\|$|^#+ |^- |\*\*|\|", "", text.partition("Northwind Scheduling\n")[2], flags=re.MULTILINE
    )
    words = text.replace("\\", "").split()
    said = {
        "linkedin": element(made["linkedin"])["description"],
        "indeed": jobs(made["indeed"])[0]["description"],
        "greenhouse": unescape(made["greenhouse"]["content"]),
    }
    assert Html(said["indeed"]).words == words
    for name, html in said.items():
        assert set(Html(html).tags) <= TAGS.get(name, set(Html(html).tags)), name
        lost = Counter(words) - Counter(Html(html).words)
        assert set(lost) <= {"Area", "You", "Chief", "Technology", "Officer"}, (
            f"{name}: but for the head of the table"
        )


def test_headings_and_tables_are_said_with_the_tags_that_there_are(packs: Packs) -> None:
    html = element(packs("linkedin")["linkedin"])["description"]
    assert "<p><strong>What you will do</strong></p><ul><li>Own the why" in html
    assert "<p><strong>Strategy</strong></p><ul><li>You: The why" in html
    assert "</li><li>Chief Technology Officer: The how" in html


def test_linkedin_is_told_when_where_and_for_how_much(packs: Packs) -> None:
    it = element(packs("linkedin")["linkedin"])
    assert it["listedAt"] == 1_795_305_600_000  # 2026-11-22T00:00:00Z
    assert it["expireAt"] == 1_801_483_200_000  # 2027-02-01T12:00:00Z: 31 January has ended everywhere
    assert it["integrationContext"] == "urn:li:organization:2414183"
    assert (it["location"], it["workplaceTypes"]) == ("Denver, Colorado, United States", ["Hybrid"])
    ((pay),) = it["compensation"]["compensations"]
    assert pay == {
        "period": "YEARLY",
        "type": "BASE_SALARY",
        "value": {
            "range": {
                "start": {"amount": "235000", "currencyCode": "USD"},
                "end": {"amount": "275000", "currencyCode": "USD"},
            }
        },
    }


def test_what_is_missing_for_any_board_is_said_at_once(run: Run, workspace: Make) -> None:
    said = refused(
        run, workspace, ALL, name="", posted="", reference="", page="", apply="", boards="", locations=""
    )
    assert [line for line in said if not line.startswith(("\n", "Before", "  "))] == [
        "company.yaml: indeed needs name: Acme",
        "company.yaml: google, linkedin, indeed and greenhouse need posted: 2026-11-22",
        "company.yaml: linkedin, indeed and greenhouse need reference: CPO-7",
        "company.yaml: indeed, greenhouse and lever need page: https://example.com/jobs/cpo",
        "company.yaml: linkedin and lever need apply.url: https://example.com/jobs/cpo/apply",
        "company.yaml: linkedin needs boards.linkedin.company_id: 1234567",
        "company.yaml: indeed needs boards.indeed.email: jobs@example.com",
        "company.yaml: google, linkedin, indeed, greenhouse and lever need locations: [{city: Denver, region: Colorado, country: US}]",
    ]


def test_what_one_board_needs_is_not_asked_for_another(run: Run, workspace: Make) -> None:
    assert refused(run, workspace, "linkedin", posted="", page="") == [
        "company.yaml: linkedin needs posted: 2026-11-22"
    ]


def test_json_resume_asks_for_nothing(run: Run, tmp_path: Path) -> None:
    assert run("cto", "-s", "startup", "-w", tmp_path, "--for", "jsonresume").code == 0
    jsonschema.validate(read(tmp_path, "cto-startup", "jsonresume.json"), RESUME)


def test_the_application_s_address_stands_for_an_account_on_indeed(packs: Packs) -> None:
    fields = {"boards": "", "apply": "{url: https://a.example/apply, email: apply@a.example}"}
    assert jobs(packs("indeed", **fields)["indeed"])[0]["email"] == "apply@a.example"


def titled(length: int) -> str:
    return f"{{cpo: {{patch: {{title: {'x' * length}}}}}}}"


def test_a_title_may_be_as_long_as_linkedin_takes(packs: Packs) -> None:
    assert len(element(packs("linkedin", roles=titled(200))["linkedin"])["title"]) == 200


def test_a_title_that_is_too_long_is_counted_and_placed(run: Run, workspace: Make) -> None:
    (said,) = refused(run, workspace, "linkedin", roles=titled(214))
    place, _, message = said.partition(": ")
    assert re.fullmatch(r"company.yaml:\d+:23", place)
    assert message == "linkedin-limit: title has 214 characters; LinkedIn takes 200: shorten it by 14"
    assert refused(run, workspace, "linkedin", roles=titled(201))[0].endswith("shorten it by 1")


@pytest.mark.parametrize("length", [75, 76])
def test_the_reference_is_held_to_linkedin_s_limit(
    run: Run, workspace: Make, packs: Packs, length: int
) -> None:
    number = "R" * length
    if length == 75:
        assert element(packs("linkedin", reference=number)["linkedin"])["externalJobPostingId"] == number
    else:
        (said,) = refused(run, workspace, "linkedin", reference=number)
        assert re.match(
            r"company.yaml:\d+:1: linkedin-limit: externalJobPostingId has 76 characters; LinkedIn takes 75",
            said,
        )


def test_a_description_is_held_to_linkedin_s_upper_limit(run: Run, workspace: Make, packs: Packs) -> None:
    short = len(element(packs("linkedin", about="x")["linkedin"])["description"]) - 1
    fits = element(packs("linkedin", about="x" * (25_000 - short))["linkedin"])["description"]
    assert len(fits) == 25_000
    (folder,) = {path for path in workspace({}).iterdir() if path.name == "output"}
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    folder.rmdir()
    (said,) = refused(run, workspace, "linkedin", about="x" * (25_001 - short))
    assert said.endswith(
        "cpo.yaml: linkedin-limit: description has 25,001 characters; LinkedIn takes 25,000: shorten it by 1"
    )


@pytest.mark.parametrize("length", [99, 100])
def test_a_description_is_held_to_linkedin_s_lower_limit(
    run: Run, workspace: Make, packs: Packs, length: int
) -> None:
    files = {"templates/posting.md.j2": "# Title\n\n" + "x" * length + "\n"}
    if length == 100:
        packs("linkedin", files=files, salary="")
    else:
        (said,) = refused(run, workspace, "linkedin", files=files, salary="")
        assert said.endswith("description has 99 characters; LinkedIn wants 100 or more: write 1 more")


TOWNS = ("Aspen", "Boulder", "Denver", "Golden", "Leadville", "Pueblo", "Salida", "Vail")


@pytest.mark.parametrize("count", [7, 8])
def test_the_places_are_held_to_linkedin_s_limit(run: Run, workspace: Make, packs: Packs, count: int) -> None:
    places = ", ".join(f"{{city: {it}, region: CO, country: US}}" for it in TOWNS[:count])
    if count == 7:
        it = element(packs("linkedin", locations=f"[{places}]")["linkedin"])
        assert it["alternateLocations"] == [f"{town}, Colorado, United States" for town in TOWNS[:7]]
        assert it["location"] == it["alternateLocations"][0]
    else:
        (said,) = refused(run, workspace, "linkedin", locations=f"[{places}]")
        assert said.endswith("alternateLocations has 8 places; LinkedIn takes 7: leave out 1")


TWO = "[{city: Denver, region: Colorado, country: US}, {city: Toronto, region: ON, country: CA, postal_code: M5V 2T6}]"


def test_indeed_gets_a_job_for_each_place_with_a_number_that_stays(packs: Packs) -> None:
    one = jobs(packs("indeed")["indeed"])
    two = jobs(packs("indeed", locations=TWO)["indeed"])
    assert [it["referencenumber"] for it in two] == ["NW-2026-014-us-co-denver", "NW-2026-014-ca-on-toronto"]
    assert one[0]["referencenumber"] == two[0]["referencenumber"]
    assert {it["requisitionid"] for it in two} == {"NW-2026-014"}
    assert [(it["city"], it["state"], it["country"], it["postalcode"]) for it in two] == [
        ("Denver", "CO", "US", ""),
        ("Toronto", "ON", "CA", "M5V 2T6"),
    ]


def test_indeed_takes_no_place_twice(run: Run, workspace: Make) -> None:
    twice = "[{city: Denver, region: CO, country: US}, {city: denver, region: Colorado, country: US}]"
    (said,) = refused(run, workspace, "indeed", locations=twice)
    assert "indeed-reference: indeed takes one job for each place" in said


@pytest.mark.parametrize(
    ("place", "board", "wanted"),
    [
        (
            "{country: US, region: CO}",
            "linkedin,indeed",
            "linkedin and indeed need the city of Colorado, United States",
        ),
        ("{country: US, postal_code: '80202', region: CO}", "indeed", "indeed needs the city"),
        ("{country: US, city: Denver}", "indeed", "indeed needs the region of Denver, United States"),
    ],
)
def test_a_place_is_said_as_exactly_as_the_board_files_it(
    run: Run, workspace: Make, place: str, board: str, wanted: str
) -> None:
    (said,) = refused(run, workspace, board, locations=f"[{place}]")
    assert re.match(r"company.yaml:\d+:\d+: ", said)
    assert wanted in said


def test_a_postal_code_is_a_place_to_linkedin(packs: Packs) -> None:
    it = element(packs("linkedin", locations="[{country: US, postal_code: '80202'}]")["linkedin"])
    assert it["location"] == "80202, US"


@pytest.mark.parametrize("places", ["[United States]", "[US]", ""])
def test_work_from_anywhere_in_the_united_states(packs: Packs, places: str) -> None:
    made = packs("linkedin,indeed,lever,jsonresume", remote="full", remote_places=places)
    (job,) = jobs(made["indeed"])
    assert (job["city"], job["state"], job["postalcode"], job["country"]) == ("Remote", "", "", "US")
    assert (job["remotetype"], job["referencenumber"]) == ("Fully remote", "NW-2026-014-us-remote")
    it = element(made["linkedin"])
    assert (it["location"], it["workplaceTypes"]) == ("United States", ["Remote"])
    assert (made["lever"]["workplaceType"], made["lever"]["country"]) == ("remote", "US")
    assert made["jsonresume"]["remote"] == "Full"


def test_remote_work_from_some_states_is_not_shown_nationwide(packs: Packs) -> None:
    made = packs("linkedin,indeed", remote="full", remote_places="['Colorado, US', 'Texas, US']")
    two = jobs(made["indeed"])
    assert [(it["city"], it["state"], it["remotetype"]) for it in two] == [
        ("Remote", "CO", ""),
        ("Remote", "TX", ""),
    ]
    assert "alternateLocations" not in element(made["linkedin"])


def test_a_remote_place_that_is_no_country_is_placed(run: Run, workspace: Make) -> None:
    said = refused(run, workspace, "indeed,linkedin", remote="full", remote_places="[Germany, Narnia]")
    assert len(said) == 1
    assert re.match(
        r"company.yaml:\d+:26: linkedin and indeed need a country it knows: 'Narnia' is none", said[0]
    )


def test_cents_stay_cents(packs: Packs) -> None:
    made = packs(salary="{low: 27.50, high: 32.75, currency: USD, period: hour}")
    ((pay),) = element(made["linkedin"])["compensation"]["compensations"]
    assert pay["period"] == "HOURLY"
    assert [pay["value"]["range"][end]["amount"] for end in ("start", "end")] == ["27.50", "32.75"]
    (cents,) = made["greenhouse"]["pay_input_ranges"]
    assert (cents["min_cents"], cents["max_cents"], cents["title"]) == (2750, 3275, "Pay an hour")
    assert isinstance(cents["min_cents"], int)
    assert made["lever"]["salaryRange"] == {
        "currency": "USD",
        "interval": "per-hour-wage",
        "min": 27.5,
        "max": 32.75,
    }
    assert jobs(made["indeed"])[0]["salary"] == "$27.50 - $32.75 per hour"
    assert made["jsonresume"]["salary"] == "USD 27.50 to 32.75 an hour"


@pytest.mark.parametrize("period", ["year", "month", "week", "day", "hour"])
def test_every_period_has_a_word_on_every_board(packs: Packs, period: str) -> None:
    made = packs(salary=f"{{low: 10, high: 20, currency: USD, period: {period}}}")
    assert SALARY.fullmatch(jobs(made["indeed"])[0]["salary"])
    jsonschema.validate(made["lever"], LEVER)
    jsonschema.validate(made["linkedin"], LINKEDIN)


@pytest.mark.parametrize(
    ("country", "currency", "salary"),
    [
        ("US", "USD", "$9000 - $9500 per month"),
        ("CA", "CAD", "$9000 - $9500 per month"),
        ("CA", "USD", "USD 9000 - USD 9500 per month"),
        ("DE", "EUR", "€9000 - €9500 per month"),
        ("GB", "GBP", "£9000 - £9500 per month"),
        ("CH", "CHF", "CHF 9000 - CHF 9500 per month"),
    ],
)
def test_indeed_is_given_a_sign_only_where_it_means_one_currency(
    packs: Packs, country: str, currency: str, salary: str
) -> None:
    made = packs(
        "indeed",
        locations=f"[{{city: A, region: B, country: {country}}}]",
        salary=f"{{low: 9000, high: 9500, currency: {currency}, period: month}}",
    )
    assert jobs(made["indeed"])[0]["salary"] == salary


DEGREE_ONLY = "{requirements: {degree: {or_equivalent: null}}}"


def test_indeed_is_told_of_a_degree_that_nothing_replaces(packs: Packs) -> None:
    assert jobs(packs("indeed", patch=DEGREE_ONLY)["indeed"])[0]["education"] == "Bachelors"
    assert jobs(packs("indeed")["indeed"])[0]["education"] == ""


def test_one_amount_is_no_range(packs: Packs) -> None:
    made = packs("linkedin,indeed", salary="{low: 50000, high: 50000, currency: USD}")
    ((pay),) = element(made["linkedin"])["compensation"]["compensations"]
    assert pay["value"] == {"exactAmount": {"amount": "50000", "currencyCode": "USD"}}
    assert jobs(made["indeed"])[0]["salary"] == "$50000 per year"


def test_commission_is_not_called_a_salary(packs: Packs) -> None:
    ((pay),) = element(packs("linkedin", paid_by="commission")["linkedin"])["compensation"]["compensations"]
    assert pay["type"] == "COMMISSION"


def test_without_pay_no_feed_has_any(packs: Packs) -> None:
    made = packs(salary="")
    assert "compensation" not in element(made["linkedin"])
    assert jobs(made["indeed"])[0]["salary"] == ""
    assert made["greenhouse"]["pay_input_ranges"] == []
    assert {"salaryRange", "salaryDescription"}.isdisjoint(made["lever"])
    assert "salary" not in made["jsonresume"]


def test_pay_that_a_template_leaves_out_is_in_no_feed(run: Run, workspace: Make) -> None:
    own = '{% extends "default/posting.md.j2" %}\n{% block facts %}{% endblock %}\n{% block pay %}{% endblock %}\n'
    (said,) = refused(run, workspace, "lever", files={"templates/posting.md.j2": own})
    assert re.match(
        r"company.yaml:\d+:1: pay-feed-mismatch: feeds say USD 235,000 to 275,000 a year, and the posting does not",
        said,
    )


def test_pay_in_other_words_of_a_template_is_the_same_pay(packs: Packs) -> None:
    own = """{% extends "default/posting.md.j2" %}
{% block facts %}We pay ${{ role.job.pay.low }} to $275k.{% endblock %}
{% block pay %}{% endblock %}
"""
    packs("lever", files={"templates/posting.md.j2": own})


def test_google_is_given_what_it_requires_in_the_tags_that_it_reads(packs: Packs) -> None:
    it = packs("google")["google"]
    assert (it["@type"], it["title"], it["datePosted"]) == (
        "JobPosting",
        "Chief Product Officer",
        "2026-11-22",
    )
    assert it["hiringOrganization"]["name"] == "Northwind Scheduling"
    assert it["jobLocation"]["address"]["addressCountry"] == "US"
    assert it["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 235_000,
        "maxValue": 275_000,
        "unitText": "YEAR",
    }
    assert set(Html(it["description"]).tags) == TAGS["google"]


def test_what_google_is_given_may_stand_in_a_page(packs: Packs, tmp_path: Path) -> None:
    packs("google", about=QUOTED)
    raw = (tmp_path / "output/cpo-scaleup/public/cpo-scaleup-posting.google.jsonld").read_text("utf-8")
    assert "<" not in raw


HOSTILE = "A ]]> B &amp; C <script>alert(1)</script> R&D &copy 😀 שלום <b>x</b> 1 < 2"


QUOTED = json.dumps(HOSTILE, ensure_ascii=False)


def test_hostile_text_is_text_everywhere(packs: Packs) -> None:
    made = packs(about=QUOTED, name=QUOTED)
    for html in (
        element(made["linkedin"])["description"],
        unescape(made["greenhouse"]["content"]),
        made["lever"]["additional"],
        made["google"]["description"],
    ):
        assert HOSTILE in "".join(Html(html).said)
    assert HOSTILE in made["lever"]["additionalPlain"]
    assert made["jsonresume"]["company"] == HOSTILE


def test_indeed_reads_hostile_text_without_entities(packs: Packs, tmp_path: Path) -> None:
    (job,) = jobs(packs("indeed", about=QUOTED, name=QUOTED)["indeed"])
    said = "A ]]> B & amp; C < script>alert(1)< /script> R&D & copy 😀 שלום < b>x< /b> 1 < 2"
    assert job["company"] == said
    assert said in "".join(Html(job["description"]).said)
    raw = (tmp_path / "output/cpo-scaleup/public/cpo-scaleup-posting.indeed.xml").read_text("utf-8")
    assert not re.search(r"&(?:lt|gt|amp|quot|apos|#\w+);", raw)
    for line in re.findall(r"^ +<(?!job>|/job>).*", raw, re.MULTILINE):
        assert re.fullmatch(r" +<(\w+)>(?:<!\[CDATA\[.*?\]\]>)+</\1>", line), line


def test_markup_of_a_template_is_taken_apart(packs: Packs) -> None:
    own = """{% extends "default/posting.md.j2" %}
{% block company %}
<script>alert(1)</script><!-- no -->

Click [there](javascript:alert) now.<template>alert</template>

<table><tr><td>One</td><td>two</td></tr></table>

1. First, [here](https://a.example/x) and ![a map](data:image/png;base64,AA)
2. Second *and* last

> Quoted<br>twice
{% endblock %}
"""
    made = packs("linkedin,indeed,greenhouse", files={"templates/posting.md.j2": own})
    html = element(made["linkedin"])["description"]
    assert "<p><strong>One</strong></p><ul><li>two</li></ul>" in html
    assert (
        "<ul><li>First, here (https://a.example/x) and a map</li><li>Second <i>and</i> last</li></ul>" in html
    )
    assert "<p>Quoted<br>twice</p>" in html
    assert "<p>Click there now.</p>" in html
    assert "alert" not in html
    content = unescape(made["greenhouse"]["content"])
    assert (
        '<ol><li>First, <a href="https://a.example/x">here</a> and a map</li><li>Second <em>and</em> last</li></ol>'
        in content
    )
    assert "<td>One</td><td>two</td>" in jobs(made["indeed"])[0]["description"]


def test_greenhouse_is_given_html_that_is_escaped_once(packs: Packs) -> None:
    it = packs("greenhouse")["greenhouse"]
    assert "<" not in it["content"]
    assert unescape(it["content"]).startswith("<ul><li><strong>Place:</strong> Denver")
    assert (it["updated_at"], it["requisition_id"]) == ("2026-11-22T00:00:00Z", "NW-2026-014")
    assert {"id", "internal_job_id"}.isdisjoint(it), "Greenhouse assigns them"


def test_lever_is_given_lists_as_bare_items_and_everything_once(packs: Packs) -> None:
    it = packs("lever")["lever"]
    assert [one["text"] for one in it["lists"]] == [
        "What you will do",
        "You need",
        "Welcome, not required",
        "What your first year brings about",
        "Pay and benefits",
    ]
    assert all(re.fullmatch(r"(<li>.*?</li>)+", one["content"]) for one in it["lists"])
    assert it["description"] == it["opening"] + it["descriptionBody"]
    assert it["additional"].startswith("<p><strong>How you and the CTO share the work</strong></p>")
    assert it["additionalPlain"].count("How you and the CTO share the work") == 1
    assert it["categories"] == {
        "location": "Denver, Colorado, United States",
        "commitment": "Full-time",
        "team": "Executive",
        "department": "Product",
        "allLocations": ["Denver, Colorado, United States"],
    }


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("https://a.example/cpo", "https://a.example/cpo?source=Indeed"),
        ("https://a.example/?job=7#apply", "https://a.example/?job=7&source=Indeed#apply"),
    ],
)
def test_indeed_is_led_to_the_page_with_its_own_name(packs: Packs, page: str, address: str) -> None:
    assert jobs(packs("indeed", page=page)["indeed"])[0]["url"] == address


@given(st.text())
def test_indeed_s_text_reads_as_it_stands(text: str) -> None:
    written = literal(text)
    assert unescape(written) == written
    read = Html(written)
    assert (read.tags, "".join(read.said)) == ([], written)
    assert written.replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r")))
def test_any_text_can_stand_in_the_feed(text: str) -> None:
    read = ET.fromstring(f"<a>{cdata(text)}</a>").text or ""  # noqa: S314 - our own
    assert read == re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


@pytest.mark.parametrize("said", [["--for", "indeed,linkedin"], ["--for", "linkedin", "--for", "Indeed,"]])
def test_boards_are_said_in_a_list_or_one_by_one(run: Run, workspace: Make, said: list[str]) -> None:
    folder = workspace({"company.yaml": WHOLE})
    done = run("cpo", "-s", "scaleup", "-w", folder, *said)
    assert [line.rpartition("/")[2] for line in done.out.splitlines()] == [
        "cpo-scaleup-posting.md",
        "cpo-scaleup-posting.linkedin.json",
        "cpo-scaleup-posting.indeed.xml",
        "cpo-scaleup-rubric.md",
    ]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("linkedn", "there is no board 'linkedn'. Did you mean 'linkedin'?"),
        ("linkedin,,lever", "a name is empty. Boards are "),
    ],
)
def test_a_board_that_there_is_not_is_said(run: Run, tmp_path: Path, said: str, wanted: str) -> None:
    done = run("cpo", "-s", "scaleup", "-w", tmp_path, "--for", said)
    assert done.code == 2
    assert wanted in done.err


def test_boards_are_completed() -> None:
    context, option = click.Context(main), click.Option(["--for"])
    assert complete_board(context, option, "l") == ["linkedin", "lever"]
    assert complete_board(context, option, "lever,g") == ["lever,google", "lever,greenhouse"]


def test_the_command_line_names_the_boards_that_there_are() -> None:
    assert list(NAMES) == list(BOARDS) == list(WRITERS)


def test_a_kit_has_packs_with_its_posting_only(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": WHOLE})
    done = run("kit", "cpo", "-s", "scaleup", "-w", folder, "--only", "posting,guide", "--for", "lever")
    assert [line.rpartition("/")[2] for line in done.out.splitlines()] == [
        "cpo-scaleup-posting.md",
        "cpo-scaleup-posting.lever.json",
        "cpo-scaleup-candidate-guide.md",
    ]
    refusal = run("kit", "cpo", "-s", "scaleup", "-w", folder, "--only", "guide", "--for", "lever")
    assert refusal.code == 2
    assert "name posting in --only too" in refusal.err


def test_boards_are_listed(run: Run, tmp_path: Path) -> None:
    lines = [line.split() for line in run("list", "-w", tmp_path).out.splitlines()]
    assert all([name, ending] in lines for name, ending in BOARDS.items())


def test_what_is_for_interviewers_is_kept_from_packs(run: Run, workspace: Make, shipped: Any) -> None:
    anchor = next(iter(shipped("cpo").profile.competencies.values())).anchors[5]
    (said,) = refused(run, workspace, "greenhouse", boards=f"{{department: {json.dumps(anchor)}}}")
    assert "an anchor would reach the public file cpo-scaleup-posting" in said


def test_a_pack_of_an_earlier_run_is_said_to_be_older(run: Run, workspace: Make) -> None:
    folder = workspace({"company.yaml": WHOLE})
    run("cpo", "-s", "scaleup", "-w", folder, "--for", "lever")
    err = run("cpo", "-s", "scaleup", "-w", folder).err
    assert err.rstrip().endswith("cpo-scaleup-posting.lever.json")


def test_every_limit_is_dated_has_a_source_and_is_read(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = limits.limits()
    read: set[tuple[str, str, str]] = set()

    class Recorder(dict[tuple[str, str, str], limits.Limit]):
        def __getitem__(self, key: tuple[str, str, str]) -> limits.Limit:
            read.add(key)
            return rows[key]

    monkeypatch.setattr(limits, "limits", Recorder)
    monkeypatch.setenv("JDGEN_PROCESSES", "1")
    packs()
    packs("linkedin,indeed", remote="full")
    packs("indeed", patch=DEGREE_ONLY)
    assert read == set(rows)
    for row in rows.values():
        assert re.fullmatch(r"2026-\d\d-\d\d", row.verified_on)
        assert row.source.startswith("https://")
        assert row.mark in {"V", "S"}
        assert row.mark == "V" or row.note, "what was not read at its source says why it is sent"


@pytest.mark.parametrize(("role", "stage"), VARIANTS)
def test_an_attachment_has_a_name_that_every_system_takes(role: str, stage: str) -> None:
    from jdgen.documents import Kind, stem  # noqa: PLC0415

    assert re.fullmatch(r"[A-Za-z0-9._-]{1,80}", f"{stem(role, stage, Kind.POSTING.about.file)}.pdf")
