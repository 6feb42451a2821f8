"""The audit of one site for a terminal: readable without colour and at 80 columns."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from serikat.engines.judgement.finding import Outcome
from serikat.engines.judgement.words import Language, Words
from serikat.engines.site_audit.evidence.record import Reached
from serikat.engines.site_audit.evidence.remedies import explain, how_to_fix
from serikat.engines.site_audit.findings import Audit
from serikat.engines.site_audit.report import phrases
from serikat.engines.site_audit.report.phrases import Speaker
from serikat.engines.site_audit.report.sheet import Item, Sheet, Sighting, sheet_of

STYLES = {
    Outcome.MET: "green",
    Outcome.NOT_MET: "dark_orange3",
    Outcome.UNCLEAR: "yellow",
    Outcome.NOT_APPLICABLE: "bright_black",
    Outcome.FAILED_TO_RUN: "cyan",
}
_SIGNS = {
    Outcome.MET: "✓",
    Outcome.NOT_MET: "✗",
    Outcome.UNCLEAR: "?",
    Outcome.NOT_APPLICABLE: "–",
    Outcome.FAILED_TO_RUN: "╌",
}
# For terminals that cannot show the signs above.
_PLAIN_SIGNS = {
    Outcome.MET: "+",
    Outcome.NOT_MET: "x",
    Outcome.UNCLEAR: "?",
    Outcome.NOT_APPLICABLE: "-",
    Outcome.FAILED_TO_RUN: "~",
}
_WIDEST = 100
_QUOTES_SHOWN = 2
_WORDINGS_SHOWN = 3
_LONGEST_QUOTE = 180


def print_audit(audit: Audit, console: Console, language: Language = "id") -> None:
    """Prints the report: the answer, what is missing in the order of the plan, what is unclear, then what is met."""
    width = min(console.width, _WIDEST)
    for part in _Reporter(sheet_of(audit), language, console.encoding).parts():
        console.print(part, width=width, highlight=False)


def sign(outcome: Outcome, encoding: str = "utf-8") -> str:
    """The sign of an outcome, one column wide, in what the terminal can show."""
    return (_SIGNS if encoding.lower().startswith("utf") else _PLAIN_SIGNS)[outcome]


class _Reporter:
    """One report in one language for one terminal."""

    def __init__(self, sheet: Sheet, language: Language, encoding: str) -> None:
        self.sheet = sheet
        self.language = language
        self.encoding = encoding
        self.say: Speaker = phrases.speaker(language)

    def parts(self) -> list[RenderableType]:
        """The report from top to bottom."""
        sheet = self.sheet
        parts: list[RenderableType] = [self._head()]
        if not sheet.is_read:
            return [*parts, *self._urgent(), self._unread(), self._after()]
        parts += [self._answer(), *self._urgent()]
        for horizon, items in sheet.missing:
            parts.append(self._heading(self._spoken(phrases.HORIZONS[horizon])))
            parts += [self._item(item, self.say("what_to_do")) for item in items]
        if sheet.unclear:
            parts.append(self._heading(self.say("unclear_heading")))
            parts += [self._item(item, self.say("clear_up")) for item in sheet.unclear]
        if sheet.met:
            parts += [self._heading(self.say("met_heading")), self._met()]
        if sheet.by_hand:
            parts += [self._heading(self.say("by_hand_heading")), self._by_hand()]
        return [*parts, Text(f"\n{self.say('disclaimer')}", style="dim")]

    def _head(self) -> Text:
        site = self.sheet.audit.site
        head = Text(f"{self.say('document')} · {self.say('for_reviewer').lower()}\n", style="dim")
        head.append(f"{_safe(self.sheet.outlet)}\n", style="bold not dim")
        head.append(f"{_safe(site.url)}\n", style="not dim")
        if not self.sheet.is_read:
            return head.append(f"{self.say('tried_on')} {self._moment(site.gathering.gathered_at)}\n")
        counted = self.say("pages_articles", pages=len(site.pages), articles=len(site.articles))
        head.append(f"{self.say('read_on')} {self._moment(site.gathering.gathered_at)} · {counted}\n")
        return head.append(f"{self.say('against')}: {self._against()}\n")

    def _against(self) -> str:
        return ", ".join(self._spoken(standard.title) for standard in self.sheet.audit.standards)

    def _after(self) -> Text:
        """What is checked once the site can be read, and what the report is."""
        return Text(f"\n{self.say('after_fix')}: {self._against()}\n\n{self.say('disclaimer')}", style="dim")

    def _urgent(self) -> list[Text]:
        urgent = self.sheet.urgent
        if urgent is None:
            return []
        said = self._spoken(urgent.reasons[0])
        after = "" if self.sheet.is_read else "\n"
        return [Text(f"\n{self.say('urgent')}: ", style="bold").append(f"{said}{after}", style="not bold")]

    def _answer(self) -> Text:
        sheet = self.sheet
        if not sheet.judged_count:
            return Text(self.say("answer_nothing"), style="bold")
        answer = Text(self.say("answer", met=len(sheet.met), judged=sheet.judged_count) + ".", style="bold")
        counts = {"missing": sheet.missing_count, "voluntary": sheet.voluntary_count, "unclear": len(sheet.unclear)}
        answer.append(" " + phrases.rest(self.say, **counts))
        if sheet.audit.site.reached is Reached.PARTIAL:
            answer.append(f"\n{self._spoken(explain(Reached.PARTIAL))}", style="not bold")
        return answer

    def _unread(self) -> Group:
        site = self.sheet.audit.site
        heading = Text(f"{self.say('answer_unread')}. ", style="bold").append(
            self.say("answer_unread_urgent" if self.sheet.urgent else "answer_unread_rest"), style="not bold"
        )
        why = Text(f"\n{self.say('why_unread')}: ", style="bold")
        detail = site.gathering.reached_detail
        why.append(self._spoken(explain(site.reached, detail)), style="not bold")
        fix = Text(f"\n{self.say('fix_unread')}: ", style="bold")
        fix.append(self._spoken(how_to_fix(site.reached, detail)), style="not bold")
        if detail:
            fix.append(f"\n\n{self.say('detail')}: {_safe(detail)}", style="dim not bold")
        return Group(heading, why, fix)

    def _item(self, item: Item, todo: str) -> Group:
        head = self._mark(item.outcome).append(f"  {item.number}. ", style="default")
        head.append(self._spoken(item.title), style="bold default")
        body: list[RenderableType] = [Text(self._spoken(reason)) for reason in item.reasons]
        body += [self._sighting(seen) for seen in item.sightings[:_QUOTES_SHOWN]]
        if len(item.sightings) > _QUOTES_SHOWN:
            body.append(Text(self.say("more_seen", n=len(item.sightings) - _QUOTES_SHOWN), style="dim"))
        body.append(Text(self._articles(item), style="dim"))
        body.append(Text(f"{todo}: ", style="bold").append(self._spoken(item.remedy), style="not bold"))
        return Group(Text(), head, Padding(Group(*body), (0, 0, 0, 2), expand=False))

    def _sighting(self, seen: Sighting) -> Padding:
        words = Text("".join(f"“{_cut(text)}”\n" for text in seen.texts[:_WORDINGS_SHOWN]), style="italic")
        if len(seen.texts) > _WORDINGS_SHOWN:
            words.append(f"{self.say('more_seen', n=len(seen.texts) - _WORDINGS_SHOWN)}\n", style="dim not italic")
        where = seen.places[0].url.removeprefix(self.sheet.audit.site.url.rstrip("/")) or seen.places[0].url
        if len(seen.places) > 1:
            where += f" {self.say('more_pages', n=len(seen.places) - 1)}"
        if seen.places[0].seen_at:
            where += f" · {self.say('seen_at', moment=self._moment(seen.places[0].seen_at))}"
        return Padding(words.append(_safe(where), style="dim not italic"), (0, 0, 0, 2), expand=False)

    def _met(self) -> Group:
        lines = []
        for item in self.sheet.met:
            line = self._mark(item.outcome).append(f"  {self._spoken(item.title)}", style="default")
            lines.append(line.append(f"  {self._spoken(item.reasons[0])}", style="dim default"))
        return Group(*lines)

    def _by_hand(self) -> Group:
        lines = [Text(self.say("by_hand_intro"), style="dim")]
        for kind, tasks in self.sheet.by_hand:
            lines.append(Text(f"{self._spoken(phrases.WAYS[kind])} ({len(tasks)}): ", style="bold"))
            lines[-1].append(", ".join(self._spoken(task.clause.title) for task in tasks), style="not bold")
        return Group(*lines)

    def _articles(self, item: Item) -> str:
        return "; ".join(phrases.citation(standard, clause, self.language) for standard, clause in item.articles)

    def _spoken(self, words: Words) -> str:
        return _safe(words.in_language(self.language))

    def _mark(self, outcome: Outcome) -> Text:
        word = self._spoken(phrases.OUTCOMES[outcome])
        return Text(f"{sign(outcome, self.encoding)} {word}", style=STYLES[outcome])

    def _heading(self, words: str) -> Text:
        return Text(f"\n{words.upper()}", style="bold")

    def _moment(self, stamp: str) -> str:
        return phrases.moment(stamp, self.language)


def _cut(text: str) -> str:
    words = _safe(" ".join(text.split()))
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rstrip()}…"


def _safe(text: str) -> str:
    """The text without what a terminal would obey: a site's words may hold escape sequences or turn the line around."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "\N{REPLACEMENT CHARACTER}" for letter in text)
