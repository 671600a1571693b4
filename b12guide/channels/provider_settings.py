"""Which channels of phone and message companies are switched on: from the environment, checked before the start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from b12guide.settings import SettingError, setting

PUBLIC_URL = "B12GUIDE_PUBLIC_URL"
GRAPH = "https://graph.facebook.com/v23.0"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_TWILIO = {"account": "B12GUIDE_TWILIO_ACCOUNT_SID", "token": "B12GUIDE_TWILIO_AUTH_TOKEN"}


@dataclass(frozen=True)
class ProviderNeeds:
    """What one channel needs.

    Attributes:
        title: its name, as an error says it.
        own: settings of this channel alone, by the name that the channel uses; any one of them switches it on.
        shared: settings that it needs once it is on, and that another channel may have set.
        optional: settings that add something, and may be missing.
        api: the variable that moves the provider's address, and the address without it.
        forms: what a value has to look like: a pattern, and how to say it.
    """

    title: str
    own: Mapping[str, str]
    api: tuple[str, str]
    shared: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    optional: Mapping[str, str] = field(default_factory=dict)

    def read(self, environment: Mapping[str, str] | None = None) -> dict[str, str] | None:
        """The values by their short names, with `api` and, where it is set, `public`; None where the channel is off.

        Args: environment: the process's own by default.
        Raises: SettingError: some values are there and others missing, or one cannot be right.
        """
        values = {name: setting(variable, environment) for name, variable in {**self.shared, **self.own}.items()}
        if not any(values[name] for name in self.own):
            return None
        variables = {**self.shared, **self.own, **self.optional}
        missing = [variables[name] for name, value in values.items() if not value]
        if missing:
            there = ", ".join(variables[name] for name, value in values.items() if value)
            raise SettingError(
                f"{self.title} is half set up: {there} is there, {', '.join(missing)} is missing. "
                f"Set what is missing (or the same name with _FILE), or unset the rest: docs/channels.md."
            )
        values |= {name: setting(variable, environment) for name, variable in self.optional.items()}
        found = {name: value for name, value in values.items() if value}
        for name, value in found.items():
            pattern, words = self.forms.get(name, (r"[!-~]+", "without spaces and in plain ASCII"))
            if not re.fullmatch(pattern, value):
                raise SettingError(f"{variables[name]} has to be {words}: docs/channels.md.")
        variable, address = self.api
        found["api"] = base_address(variable, environment) or address
        public = base_address(PUBLIC_URL, environment)
        return {**found, "public": public} if public else found


WHATSAPP = ProviderNeeds(
    "WhatsApp (Cloud API)",
    own={
        "number_id": "B12GUIDE_WHATSAPP_PHONE_NUMBER_ID",
        "access_token": "B12GUIDE_WHATSAPP_ACCESS_TOKEN",
        "app_secret": "B12GUIDE_WHATSAPP_APP_SECRET",
        "verify_token": "B12GUIDE_WHATSAPP_VERIFY_TOKEN",
    },
    api=("B12GUIDE_WHATSAPP_API", GRAPH),
    optional={"template": "B12GUIDE_WHATSAPP_TEMPLATE"},
    forms={
        "number_id": (r"\d{3,30}", "the number's id, digits alone, not the phone number"),
        "template": (
            r"[a-z0-9_]{1,512}/[A-Za-z_]{2,8}",
            "the template's name, a slash and its language: reminder/en_GB",
        ),
    },
)
MESSENGER = ProviderNeeds(
    "Messenger",
    own={
        "page_token": "B12GUIDE_MESSENGER_PAGE_TOKEN",
        "app_secret": "B12GUIDE_MESSENGER_APP_SECRET",
        "verify_token": "B12GUIDE_MESSENGER_VERIFY_TOKEN",
    },
    api=("B12GUIDE_MESSENGER_API", GRAPH),
)
TELEGRAM = ProviderNeeds(
    "Telegram",
    own={"bot_token": "B12GUIDE_TELEGRAM_BOT_TOKEN", "secret_token": "B12GUIDE_TELEGRAM_SECRET_TOKEN"},
    api=("B12GUIDE_TELEGRAM_API", "https://api.telegram.org"),
    forms={
        "bot_token": (r"\d+:[A-Za-z0-9_-]+", "as BotFather gave it: digits, a colon, letters"),
        "secret_token": (r"[A-Za-z0-9_-]{16,256}", "16 to 256 letters, digits, _ and -"),
    },
)
SLACK = ProviderNeeds(
    "Slack",
    own={"bot_token": "B12GUIDE_SLACK_BOT_TOKEN", "signing_secret": "B12GUIDE_SLACK_SIGNING_SECRET"},
    api=("B12GUIDE_SLACK_API", "https://slack.com/api"),
)
_TWILIO_FORMS = {"account": (r"AC[0-9a-fA-F]{32}", "AC and 32 of 0-9 and a-f")}
TWILIO_SMS = ProviderNeeds(
    "SMS (Twilio)",
    own={"sender": "B12GUIDE_TWILIO_SMS_FROM"},
    shared={**_TWILIO, "public": PUBLIC_URL},
    api=("B12GUIDE_TWILIO_API", "https://api.twilio.com"),
    forms={
        **_TWILIO_FORMS,
        "sender": (r"\+\d{7,15}|\d{3,8}|MG[0-9a-fA-F]{32}", "a number as +441632960000, a short code, or MG..."),
    },
)
TWILIO_WHATSAPP = ProviderNeeds(
    "WhatsApp (Twilio)",
    own={"sender": "B12GUIDE_TWILIO_WHATSAPP_FROM"},
    shared={**_TWILIO, "public": PUBLIC_URL},
    api=("B12GUIDE_TWILIO_API", "https://api.twilio.com"),
    optional={"template": "B12GUIDE_TWILIO_WHATSAPP_TEMPLATE"},
    forms={
        **_TWILIO_FORMS,
        "sender": (r"\+\d{7,15}", "a number as +441632960000"),
        "template": (r"HX[0-9a-fA-F]{32}", "the template's Content SID: HX and 32 of 0-9 and a-f"),
    },
)
ALL = (WHATSAPP, TWILIO_SMS, TWILIO_WHATSAPP, TELEGRAM, SLACK, MESSENGER)


def check(environment: Mapping[str, str] | None = None) -> str | None:
    """What is wrong with the settings of the channels, in one line; None where nothing is."""
    try:
        on = [needs.read(environment) is not None for needs in ALL]
        base_address(PUBLIC_URL, environment)
        twilio = [variable for variable in _TWILIO.values() if setting(variable, environment)]
    except SettingError as error:
        return str(error)
    if twilio and not (on[ALL.index(TWILIO_SMS)] or on[ALL.index(TWILIO_WHATSAPP)]):
        wanted = f"{TWILIO_SMS.own['sender']} or {TWILIO_WHATSAPP.own['sender']}"
        return f"Twilio is half set up: {', '.join(twilio)} is there, {wanted} is missing: docs/channels.md."
    return None


def warning(environment: Mapping[str, str] | None = None) -> str | None:
    """What works less well by these settings, in one line; None where nothing does."""
    on = [needs.title for needs in ALL if needs.read(environment) is not None]
    if not on or base_address(PUBLIC_URL, environment) is not None:
        return None
    return f"{PUBLIC_URL} is not set: on {', '.join(on)} nobody gets a link to a page, a picture or a calendar file."


def base_address(variable: str, environment: Mapping[str, str] | None = None) -> str | None:
    """The address in `variable`, without a slash at its end; None where it is not set.

    Raises: SettingError: it is no address that secrets may be sent to.
    """
    given = setting(variable, environment)
    if given is None:
        return None
    try:
        parts = urlsplit(given)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    secure = host and (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK))
    if not secure or parts.query or parts.fragment or parts.username or not re.fullmatch(r"[!-~]+", given):
        raise SettingError(f"{variable} has to be an address as https://chat.example.org, no more behind it.")
    return given.rstrip("/")
