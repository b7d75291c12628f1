"""Which addresses may be asked: http(s) only, and nothing on private networks unless a source names the host.

Here belongs the check of an address before it is connected to. A host is looked up once, checked, and then
connected to by that very address, so that a second look-up cannot lead elsewhere.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection
from dataclasses import dataclass

import httpx


class AddressRefused(ValueError):  # noqa: N818 - it says what happened
    """An address is not http(s), or leads to a private, loopback or link-local network."""


class HostUnknown(OSError):  # noqa: N818 - it says what happened
    """A host's name could not be looked up: it does not exist or the network is down."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be asked: ``url`` as given, ``pinned`` with the host as its checked number."""

    url: httpx.URL
    pinned: httpx.URL

    @property
    def host(self) -> str:
        """The host's name, in the form a certificate has."""
        return self.url.raw_host.decode("ascii")

    @property
    def authority(self) -> str:
        """Host and port, as the Host header says them."""
        return self.url.netloc.decode("ascii")


def target(address: str, private_hosts: Collection[str] = ()) -> Target:
    """Check an address and look its host up.

    Args:
        address: what is to be asked.
        private_hosts: names of hosts that may be on a private network.

    Raises:
        AddressRefused: it must not be asked.
        HostUnknown: its host has no address.
    """
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise AddressRefused(f"不是有效的网址 not an address: {address!r} ({error})") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise AddressRefused(f"只允许 http(s) 网址 only http(s) addresses are followed: {address!r}")
    numbers = _look_up(url)
    private = [number for number in numbers if not _is_public(number)]
    if private and url.host not in private_hosts:
        raise AddressRefused(
            f"{url.host} 指向内部网络 leads to a private network ({private[0]}); "
            "确需访问请列入 private_hosts list it there if it is meant"
        )
    return Target(url, url.copy_with(host=numbers[0]))


def _look_up(url: httpx.URL) -> list[str]:
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(url.raw_host.decode("ascii"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise HostUnknown(
            f"{url.host}: 无法解析主机名 the host's name cannot be looked up ({error})"
        ) from error
    # IPv4 first: it is there on every network that reaches these sites.
    found.sort(key=lambda entry: entry[0] != socket.AF_INET)
    return [str(entry[4][0]).partition("%")[0] for entry in found]


def _is_public(number: str) -> bool:
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address.is_global and not address.is_multicast
