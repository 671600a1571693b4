"""A channel is on when all that it needs is set, off when nothing is, and stops the start when it is half set up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.run import create_http_input_channels

from b12guide import serve
from b12guide.channels.provider import ProviderChannel
from b12guide.channels.provider_settings import ALL, PUBLIC_URL, ProviderNeeds, base_address, check, warning
from b12guide.settings import ROOT, SettingError
from tests.providers.kinds import KINDS

ACCOUNT = "AC" + "0" * 32
GOOD = {
    "B12GUIDE_WHATSAPP_PHONE_NUMBER_ID": "106540352242922",
    "B12GUIDE_WHATSAPP_ACCESS_TOKEN": "EAAtoken",
    "B12GUIDE_WHATSAPP_APP_SECRET": "c0ffee",
    "B12GUIDE_WHATSAPP_VERIFY_TOKEN": "meatyhamhock",
    "B12GUIDE_MESSENGER_PAGE_TOKEN": "EAApage",
    "B12GUIDE_MESSENGER_APP_SECRET": "c0ffee",
    "B12GUIDE_MESSENGER_VERIFY_TOKEN": "meatyhamhock",
    "B12GUIDE_TELEGRAM_BOT_TOKEN": "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
    "B12GUIDE_TELEGRAM_SECRET_TOKEN": "a-Secret_token-of-32-characters0",
    "B12GUIDE_SLACK_BOT_TOKEN": "xoxb-1-2-token",
    "B12GUIDE_SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99yyyzzz85a5",
    "B12GUIDE_TWILIO_ACCOUNT_SID": ACCOUNT,
    "B12GUIDE_TWILIO_AUTH_TOKEN": "12345",
    "B12GUIDE_TWILIO_SMS_FROM": "+441632960000",
    "B12GUIDE_TWILIO_WHATSAPP_FROM": "+441632960000",
    PUBLIC_URL: "https://chat.example.org/",
}
EACH = [(needs, variable) for needs in ALL for variable in {**needs.shared, **needs.own}.values()]


def of(needs: ProviderNeeds) -> dict[str, str]:
    """What one channel needs."""
    return {variable: GOOD[variable] for variable in {**needs.shared, **needs.own}.values()}


def test_nothing_set_is_everything_off() -> None:
    """A clinic without any of them starts as before."""
    assert check({}) is None
    assert [needs.read({}) for needs in ALL] == [None] * len(ALL)
    assert check({PUBLIC_URL: "https://chat.example.org"}) is None


def test_a_channel_that_cannot_send_links_is_warned_of_once() -> None:
    """Where the server was not told its own address."""
    telegram = of(ALL[3])
    assert check(telegram) is None
    assert warning(telegram) == (
        "B12GUIDE_PUBLIC_URL is not set: on Telegram nobody gets a link to a page, a picture or a calendar file."
    )
    assert warning({**telegram, PUBLIC_URL: "https://chat.example.org"}) is None
    assert warning({}) is None


def test_all_set_is_everything_on() -> None:
    """Every value arrives under its short name, the public address without its slash."""
    assert check(GOOD) is None
    for needs in ALL:
        found = needs.read(GOOD)
        assert found is not None
        assert found["public"] == "https://chat.example.org"
        assert found["api"] == needs.api[1]


@pytest.mark.parametrize(("needs", "variable"), EACH, ids=[f"{needs.title}-{variable}" for needs, variable in EACH])
def test_half_a_channel_is_told_in_one_line(needs: ProviderNeeds, variable: str) -> None:
    """With one value missing the start stops; the line names the channel, what is missing and where to read."""
    environment = of(needs)
    del environment[variable]
    told = check(environment)
    if set(needs.own.values()) == {variable}:
        assert told is None or told.startswith("Twilio is half set up: ")
    else:
        assert told is not None
        assert told.startswith(f"{needs.title} is half set up: ")
        assert f"{variable} is missing" in told
        assert "docs/channels.md" in told
    assert "\n" not in str(told)
    for value in environment.values():
        assert value not in str(told)


def test_twilio_without_a_number_is_half_set_up() -> None:
    """An account alone is no channel, and not on purpose."""
    told = check({"B12GUIDE_TWILIO_ACCOUNT_SID": ACCOUNT, "B12GUIDE_TWILIO_AUTH_TOKEN": "12345"})
    assert told is not None
    assert "B12GUIDE_TWILIO_SMS_FROM or B12GUIDE_TWILIO_WHATSAPP_FROM is missing" in told


@pytest.mark.parametrize("needs", ALL, ids=[needs.title for needs in ALL])
def test_values_can_be_in_files(needs: ProviderNeeds, tmp_path: Path) -> None:
    """The name with _FILE behind it is the path of a file that holds the value."""
    environment = {}
    for number, (variable, value) in enumerate(of(needs).items()):
        path = tmp_path / str(number)
        path.write_text(value + "\n")
        environment[f"{variable}_FILE"] = str(path)
    assert needs.read(environment) == needs.read(of(needs))
    broken = {**environment, f"{next(iter(needs.own.values()))}_FILE": str(tmp_path / "nowhere")}
    assert "cannot be read" in str(check(broken))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("B12GUIDE_WHATSAPP_PHONE_NUMBER_ID", "+441632960000"),
        ("B12GUIDE_WHATSAPP_ACCESS_TOKEN", "EAA token"),
        ("B12GUIDE_WHATSAPP_ACCESS_TOKEN", "EAA\r\nX-Injected: 1"),
        ("B12GUIDE_MESSENGER_PAGE_TOKEN", "EAAé"),
        ("B12GUIDE_TELEGRAM_BOT_TOKEN", "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"),
        ("B12GUIDE_TELEGRAM_BOT_TOKEN", "1:x/../../evil"),
        ("B12GUIDE_TELEGRAM_SECRET_TOKEN", "short"),
        ("B12GUIDE_TELEGRAM_SECRET_TOKEN", "with spaces and everything"),
        ("B12GUIDE_TWILIO_ACCOUNT_SID", "SK" + "0" * 32),
        ("B12GUIDE_TWILIO_SMS_FROM", "01632 960000"),
        ("B12GUIDE_TWILIO_WHATSAPP_FROM", "whatsapp:+441632960000"),
        (PUBLIC_URL, "chat.example.org"),
        (PUBLIC_URL, "http://chat.example.org"),
        (PUBLIC_URL, "https://chat.example.org/?x=1"),
        (PUBLIC_URL, "https://user:password@chat.example.org"),
        (PUBLIC_URL, "https://[chat"),
        (PUBLIC_URL, "https://chat.example.org:port"),
        ("B12GUIDE_TELEGRAM_API", "http://api.example.org"),
    ],
)
def test_a_value_that_cannot_be_right_is_told_without_itself(variable: str, value: str) -> None:
    """What would fail at the first message stops the start; a secret is not printed."""
    told = check({**GOOD, variable: value})
    assert told is not None
    assert told.startswith(f"{variable} has to be ")
    assert variable == PUBLIC_URL or value not in told
    assert "\n" not in told


def test_addresses_that_may_be_used() -> None:
    """https anywhere, http on this machine alone."""
    for address in (
        "https://chat.example.org",
        "https://example.org/b12",
        "http://127.0.0.1:5201",
        "http://localhost:1",
    ):
        assert base_address("X", {"X": address}) == address
    with pytest.raises(SettingError):
        base_address("X", {"X": "http://10.0.0.1"})


def test_the_start_stops_with_the_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """`make run` with half a channel is status 1 and one line, before the model is loaded."""
    (tmp_path / "some.tar.gz").touch()
    monkeypatch.setenv("B12GUIDE_SLACK_BOT_TOKEN", "xoxb-1-2-token")
    assert serve.main(["--port", "5290", "--models", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("Slack is half set up: B12GUIDE_SLACK_BOT_TOKEN is there, ")
    assert captured.out == ""


def classes() -> dict[str, Any]:
    """What credentials.yml lists."""
    return dict(yaml.safe_load((ROOT / "credentials.yml").read_text()))


def test_credentials_list_every_channel_and_no_value() -> None:
    """Each class is there to be switched on, and no secret is in the file."""
    listed = classes()
    for kind in KINDS.values():
        assert f"{kind.channel.__module__}.{kind.channel.__name__}" in listed
    assert set(listed.values()) == {None}


def test_rasa_makes_the_channels_off_and_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Rasa's own start makes each of them from credentials.yml: off without variables, on with them."""
    monkeypatch.setattr("b12guide.settings.DATA", tmp_path)
    monkeypatch.setattr("b12guide.channels.provider.shared_inbox", object)
    monkeypatch.setattr("b12guide.channels.provider.shared_names", object)
    for variable in GOOD:
        monkeypatch.delenv(variable, raising=False)
    for on in (False, True):
        if on:
            for variable, value in GOOD.items():
                monkeypatch.setenv(variable, value)
        made = create_http_input_channels(None, str(ROOT / "credentials.yml"))
        providers = [channel for channel in made if isinstance(channel, ProviderChannel)]
        assert len(providers) == len(ALL)
        assert [channel.on for channel in providers] == [on] * len(ALL)
        routes = [list(channel.blueprint(lambda message: message)._future_routes) for channel in providers]
        assert all(bool(found) is on for found in routes)
