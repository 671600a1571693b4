"""The plan's files over HTTP: only for whoever holds their address, and only while the plan is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from icalendar import Calendar

from b12guide.channels.addresses import PLAN_FILE, AddressLimits
from b12guide.channels.plan_files import MAKERS, PlanFiles
from b12guide.channels.plan_links import PlanLinks, plan_links, with_plan_links
from b12guide.channels.rest import RestChannel
from b12guide.channels.signing import SECRET_VARIABLE, Signer
from b12guide.channels.web import WebChannel
from b12guide.person import TEST_CLOCK_VARIABLE
from tests.channels.conftest import SECRET, Site

REST = "/webhooks/rest/webhook"
PLAN = "every 12 weeks, last one 9 february 2026"
WHERE = {"today": "2026-03-05", "timezone": "Europe/London", "country": "GB"}


@pytest.fixture(scope="module")
def files_site(make_site: Callable[..., Site]) -> Iterator[Site]:
    """A server with the plan's files, under the tests' secret and with days that the tests choose."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SECRET_VARIABLE, SECRET.decode())
        patch.setenv(TEST_CLOCK_VARIABLE, "1")
        plan_links.cache_clear()
        files = PlanFiles.from_credentials(None)
        yield make_site(RestChannel(), WebChannel(Signer(SECRET)), files)
        plan_links.cache_clear()


def say(site: Site, sender: str, text: str, **where: str) -> dict[str, Any]:
    """The `custom` object of a turn."""
    body = {"sender": sender, "message": text, "metadata": {**WHERE, **where}}
    return next(m["custom"] for m in site.post(REST, json=body).json if "custom" in m)


def take_away(site: Site, sender: str) -> dict[str, str]:
    """A plan stated and confirmed; the addresses by their labels."""
    say(site, sender, PLAN)
    return {link["label"]: link["url"] for link in say(site, sender, "yes")["links"]}


def test_a_confirmed_plan_offers_its_files(files_site: Site, sender: str) -> None:
    """Calendar, Google, page and picture, in this order; nothing of the key or the sender is readable in them."""
    links = take_away(files_site, sender)
    assert list(links) == ["Add to my calendar", "Add the next date to Google Calendar", "Print", "Picture of my plan"]
    assert links["Add the next date to Google Calendar"].startswith("https://calendar.google.com/")
    own = [url for label, url in links.items() if "Google" not in label]
    assert [url.rsplit("/", 1)[1] for url in own] == ["plan.ics", "print", "plan.svg"]
    assert all(url.startswith("/plan/") and sender not in url for url in own)
    assert "plan_files" not in say(files_site, sender, "add it to my calendar")


def test_the_calendar_file(files_site: Site, sender: str) -> None:
    """An iCalendar file with discreet titles and a discreet name, which nobody stores on the way."""
    answer = files_site.get(take_away(files_site, sender)["Add to my calendar"])
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="appointments.ics"'
    assert answer.headers["Cache-Control"] == "no-store"
    events = Calendar.from_ical(answer.body).walk("VEVENT")
    assert events[0]["DTSTART"].dt.isoformat() == "2026-05-04"
    assert [str(event["SUMMARY"]) for event in events] == ["Appointment"] * 12 + ["Appointment (done)"]


def test_the_picture(files_site: Site, sender: str) -> None:
    """An SVG that may bring its own style and nothing else."""
    answer = files_site.get(take_away(files_site, sender)["Picture of my plan"])
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/svg+xml")
    assert answer.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    )
    assert answer.headers["Cache-Control"] == "no-store"
    assert b"Monday 4 May 2026" in answer.body


def test_the_picture_can_be_saved(files_site: Site, sender: str) -> None:
    """With `?save` it is a file with a discreet name; without, it is shown."""
    url = take_away(files_site, sender)["Picture of my plan"]
    assert "Content-Disposition" not in files_site.get(url).headers
    saved = files_site.get(f"{url}?save")
    assert saved.headers["Content-Disposition"] == 'attachment; filename="appointments.svg"'


def test_the_page_to_print(files_site: Site, sender: str) -> None:
    """With the person's own day and emergency number, under the policy of the server's pages."""
    answer = files_site.get(take_away(files_site, sender)["Print"])
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "style-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    page = answer.body.decode()
    for words in ("Printed on Thursday 5 March 2026", "Monday 4 May 2026", "999"):
        assert words in page


def test_an_older_address_opens_the_plan_as_it_is_now(files_site: Site, sender: str) -> None:
    """What was shown before a change goes on opening; the events of the new plan take the place of the old ones."""
    old = take_away(files_site, sender)
    url = old["Add to my calendar"]
    say(files_site, sender, "every 8 weeks, last one 9 february 2026")
    unconfirmed = Calendar.from_ical(files_site.get(url).body).walk("VEVENT")[0]
    links = {link["label"]: link["url"] for link in say(files_site, sender, "yes")["links"]}
    changed = Calendar.from_ical(files_site.get(url).body).walk("VEVENT")[0]
    assert (unconfirmed["DTSTART"].dt.isoformat(), int(unconfirmed["SEQUENCE"])) == ("2026-05-04", 1)
    assert (changed["DTSTART"].dt.isoformat(), int(changed["SEQUENCE"])) == ("2026-04-06", 2)
    assert changed["UID"] == unconfirmed["UID"]
    for name in ("Print", "Picture of my plan"):
        assert files_site.get(old[name]).body == files_site.get(links[name]).body


def test_links_of_turns_before_other_alarms_open(files_site: Site, sender: str) -> None:
    """Other alarms make the calendar a newer one, and close no link that was shown."""
    first = take_away(files_site, sender)
    say(files_site, sender, "can I put them in my phone? with an alarm 3 days ahead")
    assert all(files_site.get(url).status == 200 for label, url in first.items() if "Google" not in label)


def test_a_browser_reads_what_to_do_about_a_dead_link(files_site: Site, sender: str) -> None:
    """Where nothing is behind an address any more, a browser shows a page that says how to get a new link."""
    url = take_away(files_site, sender)["Print"]
    say(files_site, sender, "forget my plan")
    gone = files_site.get(url, headers={"Accept": "text/html,*/*"})
    assert (gone.status, gone.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert "This link does not open a plan any more." in gone.body.decode()
    never = files_site.get("/plan/x/print", headers={"Accept": "text/html,*/*"})
    assert never.body == gone.body


def test_weekends_when_the_clinic_is_open(files_site: Site, sender: str) -> None:
    """Nothing in the files says that a clinic may be closed that was told to be open at weekends."""
    say(files_site, sender, "every 4 weeks, last one 7 february 2026")
    shut = {link["label"]: link["url"] for link in say(files_site, sender, "yes")["links"]}
    names = ("Print", "Picture of my plan", "Add to my calendar")
    assert all(b"may be closed" in files_site.get(shut[name]).body.replace(b"\r\n ", b"") for name in names)
    say(files_site, sender, "they are open 7 days a week so weekends are fine")
    assert all(b"may be closed" not in files_site.get(shut[name]).body.replace(b"\r\n ", b"") for name in names)


def test_addresses_end_with_the_conversation(files_site: Site, sender: str) -> None:
    """Whoever deletes a conversation leaves no address of its plan behind."""
    links = take_away(files_site, sender)
    say(files_site, sender, "forget me")
    say(files_site, sender, "yes")
    assert [files_site.get(url).status for label, url in links.items() if "Google" not in label] == [404] * 3


def test_addresses_can_be_revoked(files_site: Site) -> None:
    """The person's page makes all addresses of the plan dead, and the plan stays, with new ones."""
    conversation = files_site.post("/chat/session").json["conversation"]

    def send(number: int, text: str) -> str:
        body = {"conversation": conversation, "id": str(number), "text": text, "metadata": WHERE}
        messages = files_site.post("/chat/message", json=body).json["messages"]
        return next((m["custom"]["links"][0]["url"] for m in messages if "links" in m.get("custom", {})), "")

    send(1, PLAN)
    old = send(2, "yes")
    assert files_site.get(old).status == 200
    assert files_site.post("/chat/revoke", json={"conversation": conversation}).json == {"revoked": True}
    assert files_site.get(old).status == 404
    assert files_site.get(send(3, "add it to my calendar")).status == 200
    assert files_site.post("/chat/revoke", json={"conversation": conversation + "0"}).status == 401


def test_a_file_is_made_once(files_site: Site, sender: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for the same file again and again gets the one that was made; another day has another."""
    made: list[str] = []
    monkeypatch.setitem(MAKERS, "page", lambda opened: made.append(opened.person.today.isoformat()) or b"a page")
    url = take_away(files_site, sender)["Print"]
    assert [files_site.get(url).body for _ in range(3)] == [b"a page"] * 3
    say(files_site, sender, "hello", today="2026-03-06")
    assert files_site.get(url).body == b"a page"
    assert made == ["2026-03-05", "2026-03-06"]


def test_files_cost_their_address_and_their_conversation(
    files_site: Site, sender: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where either has cost too much, the answer is a 429; a file that is there costs next to nothing."""
    links = take_away(files_site, sender)
    assert files_site.get(links["Print"]).status == 200
    monkeypatch.setattr(files_site.app.ctx, "address_limits", AddressLimits(PLAN_FILE, 0.0), raising=False)
    assert files_site.get(links["Print"]).status == 200
    assert files_site.get(links["Picture of my plan"]).status == 429


def test_a_forgotten_plan_is_not_there_any_more(files_site: Site, sender: str) -> None:
    """Its addresses are dead, and stay so when another plan is confirmed."""
    links = take_away(files_site, sender)
    say(files_site, sender, "forget my plan")
    assert files_site.get(links["Print"]).status == 404
    fresh = take_away(files_site, sender)
    assert files_site.get(links["Print"]).status == 404
    assert files_site.get(fresh["Print"]).status == 200


def test_a_plan_on_hold_gives_no_dates(files_site: Site, sender: str) -> None:
    """After a reaction: events to come are taken back, the page says so, and there is no picture."""
    links = take_away(files_site, sender)
    say(files_site, sender, "my throat is closing up after the injection")
    events = Calendar.from_ical(files_site.get(links["Add to my calendar"]).body).walk("VEVENT")
    assert {str(event["STATUS"]) for event in events if event["SUMMARY"] == "Appointment"} == {"CANCELLED"}
    assert "Your plan is on pause." in files_site.get(links["Print"]).body.decode()
    assert files_site.get(links["Picture of my plan"]).status == 404


def test_whatever_is_not_there_looks_the_same(files_site: Site, bare_files_site: Site, sender: str) -> None:
    """No answer tells whether a plan, a conversation or a server secret was nearly right."""
    good = take_away(files_site, sender)["Print"]
    token = good.split("/")[2]
    links = PlanLinks(SECRET)
    opened = links.open(token)
    assert opened is not None
    assert opened[0] == sender
    wrong = [
        "x", token[:-1], token + "A", "ä", "%00",
        links.seal(sender, "another key", opened[2]), links.seal("nobody", *opened[1:]),
        links.seal(sender, opened[1], opened[2] + 1), PlanLinks(b"x" * 32).seal(*opened),
    ]  # fmt: skip
    answers = [files_site.get(f"/plan/{each}/print") for each in wrong]
    answers += [files_site.get("/plan/"), files_site.get(f"/plan/{token}/other"), bare_files_site.get(good)]
    assert {(answer.status, answer.body) for answer in answers} == {
        (404, b'{"error":"There is nothing at this address."}')
    }


@pytest.fixture(scope="module")
def bare_files_site(make_site: Callable[..., Site]) -> Site:
    """A server whose model could not be loaded."""
    from rasa.core.agent import Agent

    return make_site(PlanFiles(PlanLinks(SECRET)), agent=Agent())


def test_the_zone_of_the_person_decides_the_day(files_site: Site, sender: str) -> None:
    """A zone that was only the default does not count as theirs; the day is that of the last message here."""
    links = take_away(files_site, sender)
    say(files_site, sender, "when is my next one?", today="2026-04-30", timezone="", country="US")
    page = files_site.get(links["Print"]).body.decode()
    assert "Printed on Thursday 30 April 2026" in page
    assert "Call 911 now" in page


def test_links_come_back_with_the_transcript(files_site: Site) -> None:
    """After a reload of the page they open the same plan."""
    conversation = files_site.post("/chat/session").json["conversation"]
    for number, text in enumerate((PLAN, "yes")):
        body = {"conversation": conversation, "id": str(number), "text": text, "metadata": WHERE}
        first = files_site.post("/chat/message", json=body).json["messages"]
    again = files_site.post("/chat/message", json=body).json["messages"]
    shown = files_site.post("/chat/history", json={"conversation": conversation}).json["messages"]
    for messages in (first, again, shown):
        links = [link for m in messages for link in m.get("custom", {}).get("links", [])]
        assert files_site.get(links[0]["url"]).status == 200
        assert all("plan_files" not in m.get("custom", {}) for m in messages)


def test_a_turn_without_files_is_left_alone() -> None:
    """Nothing is added where the dialogue offers nothing."""
    messages = [{"text": "Hello."}, {"text": "Bye.", "custom": {"kind": "smalltalk"}}]
    assert with_plan_links(messages, "somebody") == [
        {"text": "Hello."}, {"text": "Bye.", "custom": {"kind": "smalltalk"}},
    ]  # fmt: skip
