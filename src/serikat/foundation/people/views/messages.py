"""Messages: what was prepared, sent and opened; the text can be edited until it leaves."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages as notices
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from serikat.engines.judgement.words import Words
from serikat.foundation.journal.subjects import named
from serikat.foundation.people.access import can_send
from serikat.foundation.people.actions import note_fault, note_sent, ready_to_send
from serikat.foundation.people.channels import NotTakenError, Outgoing, carrier_of, channels_to
from serikat.foundation.people.models import Channel, Message, MessageKind, MessageState
from serikat.foundation.people.models.messages import CHANNEL_WORDS, KIND_WORDS, STATE_WORDS
from serikat.foundation.people.queries import in_state, messages_seen_by
from serikat.foundation.people.signed_in import held_chapters, person_of, signed_in
from serikat.web.language import said, said_later
from serikat.web.permission import require

_A_PAGE = 50
_LONGEST = 4000


@require_safe
@signed_in
def messages_list(request: HttpRequest) -> HttpResponse:
    """The messages of my chapters, the latest first, by kind and state."""
    held_chapters(request)
    listed = messages_seen_by(person_of(request))
    kind, state = request.GET.get("jenis", ""), request.GET.get("keadaan", "")
    if kind in MessageKind.values:
        listed = listed.filter(kind=kind)
    if state in MessageState.values:
        listed = in_state(listed, MessageState(state))
    page = Paginator(listed, _A_PAGE).get_page(request.GET.get("halaman"))
    facts = {
        "page_of_messages": page,
        "kinds": [(value, KIND_WORDS[value], value == kind) for value in MessageKind],
        "states": [(value, STATE_WORDS[value], value == state) for value in MessageState],
        "waiting": in_state(messages_seen_by(person_of(request)), MessageState.PREPARED).count(),
        "is_filtered": bool(kind or state),
    }
    return render(request, "people/messages.html", facts)


@require_safe
@signed_in
def message(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One message: its text, by what it can go, and how far it has come."""
    return _page(request, _seen(request, public_id))


@sensitive_variables("text", "address")
@require_POST
@signed_in
def send(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Send by the channel whose button was pressed, or show the text to copy, this once."""
    shown, by = _seen(request, public_id), person_of(request)
    require(can_send(by, shown))
    typed = request.POST.get("text", "").replace("\0", "").strip()[:_LONGEST]
    if not typed:
        return _page(request, shown, fault=Words("Tulis pesannya dulu.", "Write the message first."), status=422)
    by_what = request.POST.get("lewat", "")
    if by_what == "salin":
        text = ready_to_send(message=shown, text=typed, by=by)
        note_sent(message=shown, by=by, channel=Channel.WHATSAPP)
        return _page(request, shown, ready=text)
    channel = next((each for each in channels_to(shown.to) if each == by_what), Channel.WHATSAPP)
    return _carry(request, shown, channel, ready_to_send(message=shown, text=typed, by=by))


def _carry(request: HttpRequest, shown: Message, channel: Channel, text: str) -> HttpResponse:
    by, to = person_of(request), shown.to
    subject = said(shown.kind_words)
    try:
        address = carrier_of(channel).carry(Outgoing(to.phone if to else "", to.email if to else "", subject, text))
    except NotTakenError as error:
        note_fault(message=shown, by=by, channel=channel, fault=str(error))
        return redirect("people:message", public_id=shown.public_id)
    note_sent(message=shown, by=by, channel=channel)
    if address:
        return HttpResponseRedirect(address)
    notices.success(request, said_later("Pesan dikirim.", "The message is sent."))
    return redirect("people:message", public_id=shown.public_id)


def _page(
    request: HttpRequest, shown: Message, *, ready: str = "", fault: Words | None = None, status: int = 200
) -> HttpResponse:
    facts = {
        "message": shown,
        "kind": shown.kind_words,
        "state": shown.state_words,
        "about": named(shown.about),
        "channels": [(each, CHANNEL_WORDS[each]) for each in channels_to(shown.to)],
        "sent_by": CHANNEL_WORDS[Channel(shown.channel)],
        "may_send": bool(can_send(person_of(request), shown)),
        "ready": ready,
        "fault": fault,
    }
    return render(request, "people/message.html", facts, status=status)


def _seen(request: HttpRequest, public_id: UUID) -> Message:
    held_chapters(request)
    return get_object_or_404(messages_seen_by(person_of(request)).select_related("link"), public_id=public_id)
