"""What one address may cost the others, and whose address it is. Nothing here is asked about a warning sign."""

from __future__ import annotations

import contextlib
import ipaddress
import time
from collections import Counter
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace

from sanic import Request, Sanic

from b12guide.channels.pace import Buckets
from b12guide.lengths import SHORT
from b12guide.settings import SettingError, setting

PROXIES_VARIABLE = "B12GUIDE_PROXIES"
LOOPBACK = "127.0.0.0/8 ::1/128"
FORWARDED = "x-forwarded-for"
# One customer of a network has so many bits of an IPv6 address to himself.
IPV6_BITS = 64
# A unit is what it costs to read one character of a long text. A ward of fifty may send a page each at once; what one
# address may cost over a long time is a small part of one processor.
AT_ONCE, A_SECOND = 40_000, 1_000.0
# What is no text, in the same units: a transcript, everything that is kept, a look for a plan, making a file of it.
HISTORY, EXPORT, PLAN_LOOK, PLAN_FILE = 200, 2_000, 20, 500
# Requests of an address that are worked on at once; a warning sign beyond twice as many is answered by the rules alone.
AT_WORK = 75


def reading_cost(text: str) -> int:
    """What it costs to read a message; a short one is part of serving people."""
    return max(0, len(text) - SHORT)


@dataclass(frozen=True)
class Caller:
    """Who is behind a request.

    Attributes:
        lane: whose turn it is where people wait.
        address: who pays for what it costs; None where nobody is asked to.
        counted: whether what is at work for the address is counted. Not where many people come through one other
            server.
    """

    lane: str
    address: str | None = None
    counted: bool = False

    def of_many(self, lane: str) -> Caller:
        """The same address, as that of a server that many people use; this is one of them."""
        return replace(self, lane=lane, counted=False)


class AddressLimits:
    """How much each address costs. The one place that decides whether it is too much."""

    def __init__(
        self, at_once: float = AT_ONCE, a_second: float = A_SECOND, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`at_once`: units that an address may cost at once; `a_second`: units that come back each second."""
        self._costs = Buckets(at_once, a_second, clock)
        self._at_work: Counter[str] = Counter()

    def pays(self, caller: Caller, cost: float) -> bool:
        """Whether this may be done for the caller's address; if so, it is charged."""
        return caller.address is None or cost == 0 or self._costs.take(caller.address, cost)

    @contextlib.contextmanager
    def at_work(self, caller: Caller) -> Generator[int, None, None]:
        """For as long as a request is worked on: how many of its address are, itself included."""
        address = caller.address if caller.counted else None
        if address is None:
            yield 1
            return
        self._at_work[address] += 1
        try:
            yield self._at_work[address]
        finally:
            self._at_work[address] -= 1
            if not self._at_work[address]:
                del self._at_work[address]


def limits_of(app: Sanic) -> AddressLimits:
    """The limits of a server."""
    limits: AddressLimits | None = getattr(app.ctx, "address_limits", None)
    if limits is None:
        limits = app.ctx.address_limits = AddressLimits()
    return limits


class Addresses:
    """Finds out from where a request comes, also behind a proxy."""

    def __init__(self, proxies: str = LOOPBACK) -> None:
        """`proxies`: networks, with blanks between them, from which proxies call.

        Raises: ValueError: one of them is no network.
        """
        self._proxies = [ipaddress.ip_network(network) for network in proxies.split()]

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> Addresses:
        """As `B12GUIDE_PROXIES` says; the machine itself by default.

        Raises: SettingError
        """
        given = setting(PROXIES_VARIABLE, environment) or LOOPBACK
        try:
            return cls(given)
        except ValueError as error:
            raise SettingError(f"{PROXIES_VARIABLE}: {error}: give networks, such as 172.16.0.0/12.") from error

    def caller(self, request: Request) -> Caller:
        """Who calls. A proxy puts the address that it sees behind those that it was told of: the last one is true."""
        address = _known(request.ip)
        told = ",".join(request.headers.getall(FORWARDED, [])).rpartition(",")[2]
        if told and address is not None and any(address in network for network in self._proxies):
            address = _known(told) or address
        name = _network(address)
        return Caller(lane=name, address=name, counted=True)


def _known(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(text.strip().strip("[]"))
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def _network(address: ipaddress.IPv4Address | ipaddress.IPv6Address | None) -> str:
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, IPV6_BITS), strict=False))
    return str(address)
