"""By what messages go: WhatsApp through the officer's own telephone, e-mail and a gateway where they are set up."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from django.conf import settings
from django.core.mail import EmailMessage

from serikat.foundation.people.models import Channel, Person

_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way: to which number or address, and what it says."""

    phone: str
    email: str
    subject: str
    text: str


class NotTakenError(Exception):
    """A channel did not take a message; what it said."""


class Carrier(Protocol):
    """The port behind which each channel stands."""

    def reaches(self, person: Person | None, /) -> bool:
        """Whether the channel is set up and knows where this person is."""

    def carry(self, outgoing: Outgoing, /) -> str:
        """Send, or say where the officer's browser goes to send it; empty where it has left. Raises NotTakenError."""


class WhatsApp:
    """Opens WhatsApp with the text in it; the officer presses send there, so it costs nothing and needs no set-up."""

    def reaches(self, _person: Person | None, /) -> bool:
        """Always: without a number WhatsApp asks whom to send it to."""
        return True

    def carry(self, outgoing: Outgoing, /) -> str:
        """The wa.me address."""
        return whatsapp_address(outgoing.phone, outgoing.text)


class Mail:
    """E-mail, where a server for it is set up and the person has an address."""

    def reaches(self, person: Person | None, /) -> bool:
        """Where both are known."""
        return bool(settings.EMAIL_HOST and person and person.email)

    def carry(self, outgoing: Outgoing, /) -> str:
        """Hand it to the mail server."""
        try:
            EmailMessage(outgoing.subject, outgoing.text, to=[outgoing.email]).send()
        except OSError as error:
            raise NotTakenError(str(error)) from error
        return ""


class Gateway:
    """A message gateway that takes `{"to": "+62…", "text": "…"}` by POST; off unless SERIKAT_GATEWAY_URL names one."""

    def reaches(self, person: Person | None, /) -> bool:
        """Where it is set up and the person has a number."""
        return bool(settings.GATEWAY_URL and person and person.phone)

    def carry(self, outgoing: Outgoing, /) -> str:
        """Hand it to the gateway."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {settings.GATEWAY_TOKEN}"}
        body = json.dumps({"to": outgoing.phone, "text": outgoing.text}).encode()
        request = urllib.request.Request(settings.GATEWAY_URL, body, headers)  # noqa: S310 - the operator's own address
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310
                return ""
        except OSError as error:
            raise NotTakenError(str(error)) from error


_CARRIERS: dict[Channel, Carrier] = {Channel.WHATSAPP: WhatsApp(), Channel.EMAIL: Mail(), Channel.GATEWAY: Gateway()}


def carrier_of(channel: Channel) -> Carrier:
    """The carrier of a channel."""
    return _CARRIERS[channel]


def channels_to(person: Person | None) -> list[Channel]:
    """The channels that reach a person, WhatsApp first."""
    return [channel for channel, carrier in _CARRIERS.items() if carrier.reaches(person)]


def whatsapp_address(phone: str, text: str) -> str:
    """`https://wa.me/62812…?text=…`; without a number WhatsApp asks whom to send it to."""
    return f"https://wa.me/{phone.removeprefix('+')}?{urlencode({'text': text})}"
