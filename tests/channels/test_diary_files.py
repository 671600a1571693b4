"""The page for the appointment, the picture and FHIR behind their addresses: for the holder of the link alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from xml.etree import ElementTree

import pytest

from b12guide.channels.diary_files import DiaryFiles
from b12guide.channels.plan_files import PlanFiles, revoke_links
from b12guide.channels.plan_links import plan_links
from b12guide.channels.rest import RestChannel
from b12guide.channels.signing import SECRET_VARIABLE
from b12guide.diary import fhir_back
from b12guide.person import TEST_CLOCK_VARIABLE
from b12guide.plan.dates.planner import next_doses
from b12guide.rasa.tracker_store import store_of
from tests.channels.conftest import SECRET, Site
from tests.channels.test_plan_files import PLAN, say
from tests.diary.fhir_schema import errors


@pytest.fixture(scope="module")
def diary_site(make_site: Callable[..., Site]) -> Iterator[Site]:
    """A server with the files of plans and diaries, under the tests' secret."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SECRET_VARIABLE, SECRET.decode())
        patch.setenv(TEST_CLOCK_VARIABLE, "1")
        plan_links.cache_clear()
        yield make_site(RestChannel(), PlanFiles.from_credentials(None), DiaryFiles.from_credentials(None))
        plan_links.cache_clear()


def links(site: Site, sender: str, text: str = "show me my summary") -> dict[str, str]:
    """The addresses that a turn gives, by what they end with."""
    return {link["url"].rsplit("/", 1)[1]: link["url"] for link in say(site, sender, text).get("links", [])}


def begin(site: Site, sender: str) -> dict[str, str]:
    """A plan, two notes and a question; the addresses of the pages."""
    for text in (PLAN, "yes", "7 out of 10 tired", "note: mood better", "add to my summary: will it end?"):
        say(site, sender, text)
    return links(site, sender)


def test_the_page_is_opened_by_its_link(diary_site: Site, sender: str) -> None:
    """Plan, dose, notes and question stand on it; nobody stores it on the way, and no script of others runs in it."""
    found = begin(diary_site, sender)
    assert list(found) == ["summary", "fhir.json"]
    answer = diary_site.get(found["summary"])
    page = answer.body.decode()
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert (answer.headers["Cache-Control"], answer.headers["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    for words in (
        "every 12 weeks",
        "Monday 9 February 2026",
        "7 out of 10 tired",
        "will it end?",
        "call 999 or your local",
    ):
        assert words in page, words
    assert page.count("<script") == 1
    assert "style=" not in page


def test_its_style_and_script_are_there(diary_site: Site, sender: str) -> None:
    """From the same server, as the policy of its pages wants it."""
    page = diary_site.get(begin(diary_site, sender)["summary"]).body.decode()
    for path in ("/static/summary.css", "/static/print.js"):
        assert path in page
        assert diary_site.get(path).status == 200


def test_the_picture(diary_site: Site, sender: str) -> None:
    """An SVG with a policy under which nothing else may come with it."""
    begin(diary_site, sender)
    answer = diary_site.get(links(diary_site, sender, "how have i been")["diary.svg"])
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/svg+xml")
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert ElementTree.fromstring(answer.body).attrib["role"] == "img"


def test_fhir_for_the_clinics_computer(diary_site: Site, sender: str) -> None:
    """A bundle that HL7's schema has nothing against, with a name that says nothing."""
    answer = diary_site.get(begin(diary_site, sender)["fhir.json"])
    assert answer.headers["Content-Type"] == "application/fhir+json; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="appointments.json"'
    kinds = [entry["resource"]["resourceType"] for entry in answer.json["entry"]]
    assert kinds == ["MedicationStatement", "MedicationAdministration", "Observation", "Observation"]
    assert errors(answer.json) == []


@pytest.mark.parametrize(
    "asked",
    [
        "fhir please",
        "is there a file that my surgery's computer can read?",
        "a copy for the hospital system would help",
    ],
)
def test_the_file_for_the_clinics_computer_is_asked_for(diary_site: Site, sender: str, asked: str) -> None:
    """By its name or by what it is for; who reads it back has the plan, the doses and the notes that were told."""
    begin(diary_site, sender)
    found = links(diary_site, sender, asked)
    kept, given, _, notes = fhir_back.read(diary_site.get(found["fhir.json"]).json)
    after = next_doses(kept.phases, kept.anchor, today=date(2026, 3, 5), count=2)
    assert [dose.earliest for dose in after] == [date(2026, 5, 4), date(2026, 7, 27)]
    assert [dose.day for dose in given] == [date(2026, 2, 9)]
    assert [note.text for note in notes] == ["7 out of 10 tired", "mood better"]


def test_for_the_clinics_computer_a_plan_after_a_reaction_is_on_hold(diary_site: Site, sender: str) -> None:
    """As the page says it."""
    begin(diary_site, sender)
    say(diary_site, sender, "i got hives all over after my injection")
    bundle = diary_site.get(links(diary_site, sender)["fhir.json"]).json
    assert bundle["entry"][0]["resource"]["status"] == "on-hold"


def test_an_address_is_dead_once_it_was_revoked_or_all_was_deleted(diary_site: Site, sender: str) -> None:
    """The same 404 as for an address that never was."""
    found = begin(diary_site, sender)
    agent = diary_site.agent

    async def revoke() -> None:
        async with agent.lock_store.lock(sender):
            await revoke_links(store_of(agent), sender)

    diary_site.bot.run(revoke())
    never = diary_site.get("/plan/never/summary")
    assert [diary_site.get(url).status for url in found.values()] == [404, 404]
    assert diary_site.get(found["summary"]).body == never.body
    again = links(diary_site, sender)
    assert diary_site.get(again["summary"]).status == 200
    say(diary_site, sender, "forget me")
    say(diary_site, sender, "Delete everything")
    assert [diary_site.get(url).status for url in again.values()] == [404, 404]


def test_without_a_plan_there_is_no_fhir_and_without_a_mark_no_picture(diary_site: Site, sender: str) -> None:
    """What there is nothing for has no link, and its address is none."""
    say(diary_site, sender, "note: slept badly")
    found = links(diary_site, sender)
    assert list(found) == ["summary"]
    assert links(diary_site, sender, "how have i been") == {}
    for name in ("fhir.json", "diary.svg"):
        assert diary_site.get(found["summary"].replace("summary", name)).status == 404


def test_a_reaction_is_on_the_page_and_gone_from_it_once_it_was_none(diary_site: Site, sender: str) -> None:
    """With the hold, also where no plan was told; not where the fact was put right."""
    say(diary_site, sender, "i got hives all over after my injection")
    page = diary_site.get(links(diary_site, sender)["summary"]).body.decode()
    assert "on hold after a reaction" in page
    assert "i got hives all over after my injection" in page
    other = f"{sender} other"
    say(diary_site, other, "note: slept badly")
    say(diary_site, other, "my throat is closing up after the injection")
    say(diary_site, other, "it was in a film, not real")
    page = diary_site.get(links(diary_site, other)["summary"]).body.decode()
    assert "slept badly" in page
    assert "throat" not in page
    assert "on hold" not in page


def test_the_page_of_a_carer_says_whom_it_is_about(diary_site: Site, sender: str) -> None:
    """The plan and the notes of that person alone."""
    say(diary_site, sender, "note: I slept badly")
    say(diary_site, sender, "my mum has b12 every 12 weeks, her last one was 9 february 2026")
    say(diary_site, sender, "yes")
    page = diary_site.get(links(diary_site, sender)["summary"]).body.decode()
    assert "<p>For: your mum</p>" in page
    assert "slept badly" not in page
