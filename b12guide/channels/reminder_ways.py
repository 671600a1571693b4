"""On which channels a reminder can be sent, as this server is set up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from b12guide.channels.provider_settings import TWILIO_WHATSAPP, WHATSAPP

ALWAYS = frozenset({"sms", "telegram", "slack"})
_BY_TEMPLATE = {"whatsapp": WHATSAPP, "twilio_whatsapp": TWILIO_WHATSAPP}


def ways(environment: Mapping[str, str] | None = None) -> frozenset[str]:
    """The channels on which a reminder can be sent: those whose rules allow it, with an approved template where they
    ask for one.

    Raises:
        SettingError: the settings of a channel cannot be used.
    """
    with_template = {name for name, needs in _BY_TEMPLATE.items() if "template" in (needs.read(environment) or {})}
    return ALWAYS | with_template


@lru_cache(maxsize=1)
def of_this_server() -> frozenset[str]:
    """The channels of this process on which a reminder can be sent."""
    return ways()
