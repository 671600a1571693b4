"""Whose address a request has, and what one address may cost the others."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from multidict import CIMultiDict

from b12guide.channels.addresses import (
    AT_WORK,
    EXPORT,
    HISTORY,
    PROXIES_VARIABLE,
    Addresses,
    AddressLimits,
    Caller,
    reading_cost,
)
from b12guide.channels.rest import RestChannel
from b12guide.channels.signing import Signer
from b12guide.channels.web import WebChannel
from b12guide.lengths import SHORT
from b12guide.settings import SettingError
from tests.channels.conftest import SECRET, Site
from tests.channels.web_page import QUESTION, begin, name_of, send

LONG = "I like my garden. " * 100
LONG_EMERGENCY = LONG + "My throat is closing up after the injection"


def request(ip: str, *forwarded: str) -> Any:
    """A request as the server sees it: from where, and what it brings along."""
    return SimpleNamespace(ip=ip, headers=CIMultiDict([("X-Forwarded-For", value) for value in forwarded]))


@pytest.mark.parametrize(
    ("ip", "forwarded", "address"),
    [
        ("203.0.113.7", [], "203.0.113.7"),
        ("203.0.113.7", ["198.51.100.1"], "203.0.113.7"),
        ("192.168.1.9", ["198.51.100.1"], "192.168.1.9"),
        ("127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["10.1.1.1, 198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["10.1.1.1", "198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["198.51.100.1", "nonsense"], "127.0.0.1"),
        ("127.0.0.1", [""], "127.0.0.1"),
        ("::1", ["2001:db8:1:2:3:4:5:6"], "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", [], "203.0.113.7"),
        ("2001:db8:1:2:a::", [], "2001:db8:1:2::/64"),
        ("", [], "None"),
    ],
)
def test_whose_address_it_is(ip: str, forwarded: list[str], address: str) -> None:
    """A proxy on this machine is believed for the address that it saw itself; a stranger is believed nothing."""
    assert Addresses().caller(request(ip, *forwarded)) == Caller(lane=address, address=address, counted=True)


def test_proxies_elsewhere_are_named() -> None:
    """Networks of proxies come from a setting, and what is no network is an error that says so."""
    addresses = Addresses.read({PROXIES_VARIABLE: "172.16.0.0/12 10.0.0.0/8"})
    assert addresses.caller(request("172.18.0.2", "198.51.100.1")).address == "198.51.100.1"
    assert addresses.caller(request("127.0.0.1", "198.51.100.1")).address == "127.0.0.1"
    with pytest.raises(SettingError, match=r"B12GUIDE_PROXIES: 'nonsense'.*such as 172\.16\.0\.0/12"):
        Addresses.read({PROXIES_VARIABLE: "nonsense"})


def test_short_messages_cost_nothing() -> None:
    """Only what is longer than people usually write is charged, by the character."""
    assert [reading_cost("x" * length) for length in (0, SHORT, SHORT + 1, 4000)] == [0, 0, 1, 4000 - SHORT]


def test_costs_come_back_with_time() -> None:
    """So much at once, then as much as time lets in; each address pays for itself."""
    now = [0.0]
    limits = AddressLimits(100, 10, lambda: now[0])
    ann, bob = Caller("a", "192.0.2.1"), Caller("b", "192.0.2.2")
    assert [limits.pays(ann, 60), limits.pays(ann, 60), limits.pays(bob, 60)] == [True, False, True]
    now[0] = 2.0
    assert [limits.pays(ann, 60), limits.pays(ann, 60)] == [True, False]
    assert [limits.pays(ann, 0), limits.pays(Caller("nobody pays"), 1000)] == [True, True]


def test_what_is_at_work_is_counted() -> None:
    """By address, for as long as it lasts; not where many people come through one server."""
    limits, ann = AddressLimits(), Caller("a", "192.0.2.1", counted=True)
    with limits.at_work(ann) as one, limits.at_work(ann) as two, limits.at_work(ann.of_many("b")) as other:
        assert (one, two, other) == (1, 2, 1)
    with limits.at_work(ann) as again:
        assert again == 1


def test_a_ward_is_served() -> None:
    """Fifty people behind one address may each send a long page, look at their chat, and all at the same moment."""
    limits = AddressLimits(clock=lambda: 0.0)
    ward = Caller("ward", "192.0.2.1", counted=True)
    assert all(limits.pays(ward, reading_cost("x" * 900)) and limits.pays(ward, HISTORY) for _ in range(50))
    assert AT_WORK >= 50


@pytest.fixture
def poor_site(make_site: Any, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A server at which addresses may cost nothing."""
    site: Site = make_site(RestChannel(), WebChannel(Signer(SECRET)))
    site.app.ctx.address_limits = AddressLimits(0, 0)
    return site


def test_an_address_that_costs_too_much_is_told(poor_site: Site) -> None:
    """A long text waits, transcripts and exports are a 429; short messages and warning signs are answered as ever."""
    conversation = begin(poor_site)
    refused = send(poor_site, conversation, LONG, "1").json["messages"][0]
    assert (refused["custom"]["asks"], refused["text"][:39]) == ("unread", "That came too fast for me to read. If a")
    answers = [
        send(poor_site, conversation, text, text[-9:]).json["messages"][0] for text in (QUESTION, LONG_EMERGENCY)
    ]
    assert [answer["custom"]["kind"] for answer in answers] == ["answer", "emergency"]
    kept = poor_site.bot.run(poor_site.agent.tracker_store.retrieve(name_of(conversation))).latest_message.text
    assert (len(kept) <= SHORT, "throat is closing up" in kept) == (True, True)
    for path in ("/chat/history", "/chat/export"):
        answer = poor_site.post(path, json={"conversation": conversation})
        assert (answer.status, answer.headers["Retry-After"]) == (429, "60")
    assert EXPORT > HISTORY > 0


def test_rest_pays_for_long_texts_alone(poor_site: Site, sender: str) -> None:
    """Another server speaks for many people: how many are at work is not counted."""

    def say(text: str) -> Any:
        return poor_site.post("/webhooks/rest/webhook", json={"sender": sender, "message": text}).json[0]["custom"]

    assert say(LONG)["asks"] == "unread"
    assert [say(QUESTION)["kind"], say(LONG_EMERGENCY)["level"]] == ["answer", "emergency"]


@pytest.mark.parametrize(
    ("at_work", "kinds"), [(AT_WORK, ["fallback", "emergency"]), (3 * AT_WORK, ["fallback", "emergency"])]
)
def test_an_address_with_too_much_at_work_is_told(make_site: Any, at_work: int, kinds: list[str]) -> None:
    """A question waits; a warning sign has its card, beyond any number by the rules alone."""
    site: Site = make_site(WebChannel(Signer(SECRET)))
    limits = site.app.ctx.address_limits = AddressLimits()
    limits._at_work["127.0.0.1"] = at_work
    conversation = begin(site)
    answers = [
        send(site, conversation, text, text).json["messages"][0] for text in (QUESTION, "my throat is closing up")
    ]
    assert [answer["custom"]["kind"] for answer in answers] == kinds
    assert answers[0]["custom"]["asks"] == "unread"
