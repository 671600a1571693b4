"""Whether a request was made on this machine, for this machine: what opens the REST path where there is no token.

A loopback address alone does not tell: a proxy on the same machine has one too, and so has a browser that a foreign
page talked into calling a name of its own that leads here. Whatever could be either is refused.
"""

from __future__ import annotations

import ipaddress
import re

from sanic import Request

from b12guide.channels.deliveries import one_header

# What proxies add, whatever stands in it: an empty one was passed on as well.
_PASSED_ON = frozenset({"forwarded", "via", "x-real-ip", "x-client-ip", "x-original-host", "x-cluster-client-ip"})
_PASSED_ON_PREFIXES = ("x-forwarded", "cf-", "true-client-")
_HOST = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)


def from_this_machine(request: Request) -> bool:
    """Whether a program on this machine asked, by a name of this machine, and nobody passed the request on.

    HTTP/1.0 counts as passed on: programs speak 1.1 for decades, and proxies that add no header speak 1.0.
    """
    host = one_header(request, "host")
    return (
        _loopback(request.ip)
        and request.version == "1.1"
        and not any(_tells_of_a_proxy(name.lower()) for name in request.headers)
        and host is not None
        and _HOST.fullmatch(host) is not None
    )


def is_json(request: Request) -> bool:
    """Whether the body is said to be JSON, which a page cannot send to another host without asking first."""
    kind = one_header(request, "content-type")
    return kind is not None and kind.split(";")[0].strip().lower() == "application/json"


def _tells_of_a_proxy(name: str) -> bool:
    return name in _PASSED_ON or name.startswith(_PASSED_ON_PREFIXES)


def _loopback(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:  # none, as on a socket of the file system
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback
