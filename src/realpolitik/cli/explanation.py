"""What was seen in a sentence, laid open on the screen."""

from rich.console import Console
from rich.text import Text

from realpolitik.cli.listing import claim_line
from realpolitik.cli.screen import print_block
from realpolitik.cli.shapes import Listed
from realpolitik.cli.words import (
    code_words,
    interval_words,
    one_line,
    printable,
    quantity_words,
)
from realpolitik.core.actor import Actor
from realpolitik.core.claim import Claim
from realpolitik.core.document import Document
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Meaning, Mention
from realpolitik.core.place import Place
from realpolitik.pipeline import Pipeline
from realpolitik.reading.explain import SeenPart, SeenSentence, SeenTrigger
from realpolitik.reading.words import WORD

_TYPES = 4
_LEAST_SHOWN = 0.05


def print_explanation(
    console: Console, pipeline: Pipeline, document: Document, skipped: int
) -> None:
    """Print what was seen in the sentences of a document after the first ones."""
    seen = pipeline.reader.explain(document)
    result = pipeline.read_document(document)
    for sentence in seen:
        if sentence.sentence < skipped:
            continue
        _print_words(console, sentence)
        meanings = [m for m in result.mentions if m.sentence == sentence.sentence]
        _print_mentions(console, meanings)
        claims = [c for c in result.claims if c.sentence == sentence.sentence]
        offset = document.sentences[sentence.sentence].start
        starts = {claim.trigger.start - offset: claim for claim in claims}
        _print_triggers(console, pipeline, sentence, starts)
    if len(seen) <= skipped:
        print_block(console, Text("nothing to read: there is no sentence"))
        return
    limits, asked = pipeline.reader.sight.thresholds, pipeline.reader.min_certainty
    kinds = ", ".join(f"{kind} {least:.2f}" for kind, least in limits.trigger.items())
    parties = (
        f"party {limits.role:.2f}, alone {limits.role_alone:.2f}; recipient where none "
        f"was likely enough {limits.recipient_alone:.2f}, of several actors "
        f"{limits.split:.2f}"
    )
    others = f"speaker {limits.speaker:.2f}, time, place and amount {limits.link:.2f}"
    certainty = limits.certainty if asked is None else {"of every kind": asked}
    sure = ", ".join(f"{kind} {least:.2f}" for kind, least in certainty.items())
    words = f"least score of a trigger: {kinds}; {parties}; {others}; certainty: {sure}"
    _print_part(console, "thresholds", [Text(words, style="faint")])


def _print_words(console: Console, sentence: SeenSentence) -> None:
    print_block(console, Text(printable(sentence.text), style="heading"))
    words = " | ".join(WORD.findall(sentence.text))
    _print_part(console, "words", [Text(words, style="faint")])


def _print_part(console: Console, title: str, lines: list[Text]) -> None:
    console.print()
    console.print(Text(title, style="heading"))
    for line in lines or [Text("none", style="faint")]:
        print_block(console, line, indent=2)


def _print_mentions(console: Console, mentions: list[Mention]) -> None:
    lines = []
    for mention in mentions:
        form = f" {mention.form}" if mention.form else ""
        line = Text.assemble(
            (f"{one_line(mention.text)}", "actor"),
            (f"  {mention.kind}{form}, {mention.certainty:.2f}", "faint"),
        )
        meanings = "; ".join(_meaning_words(m) for m in mention.meanings)
        lines.append(line.append(f"  = {meanings or 'not resolved'}"))
    _print_part(console, "mentions", lines)


def _meaning_words(meaning: Meaning) -> str:
    if isinstance(meaning, Actor):
        known = [part for part in (meaning.name, meaning.role) if part]
        return " ".join([code_words(meaning), *([", ".join(known)] if known else [])])
    if isinstance(meaning, Interval):
        return interval_words(meaning) or "no day"
    if isinstance(meaning, Place):
        return f"{meaning.name}, {meaning.country or '?'}"
    return quantity_words(meaning)


def _print_triggers(
    console: Console,
    pipeline: Pipeline,
    sentence: SeenSentence,
    claims: dict[int, Claim],
) -> None:
    lines: list[Text] = []
    dropped: list[Text] = []
    for trigger in sentence.triggers:
        if trigger.dropped is not None:
            dropped.append(_dropped_line(trigger))
            continue
        claim = claims.get(trigger.trigger.start)
        if claim is not None:
            lines.append(claim_line(Listed(claim)))
        lines.append(_trigger_line(trigger))
        lines.append(_rivals_line(trigger))
        lines.append(_parts_line(trigger))
        lines.extend(_types_line(pipeline, sentence, trigger))
    _print_part(console, "claims", lines)
    _print_part(console, "dropped", dropped)


def _trigger_line(trigger: SeenTrigger) -> Text:
    scores = ", ".join(f"{name} {value:.2f}" for name, value in trigger.scores.items())
    return Text.assemble(
        "    ",
        (one_line(trigger.trigger.text), "trigger"),
        (f"  score {trigger.score:.2f}: {scores}", "faint"),
    )


def _rivals_line(trigger: SeenTrigger) -> Text:
    shown = ", ".join(f"{name} {chance:.2f}" for name, chance in trigger.types)
    return Text(f"    types: {shown}", style="faint")


def _parts_line(trigger: SeenTrigger) -> Text:
    shown = "; ".join(_part_words(part) for part in trigger.parts)
    return Text(f"    parts: {shown or 'none'}", style="faint")


def _part_words(part: SeenPart) -> str:
    words = "the passage's speaker" if part.text is None else one_line(part.text)
    chances = {
        "actor": part.actor,
        "recipient": part.recipient,
        "speaker": part.speaker,
    }
    told = [f"{name} {c:.2f}" for name, c in chances.items() if c >= _LEAST_SHOWN]
    return f"{words} {', '.join(told)}"


def _types_line(
    pipeline: Pipeline, sentence: SeenSentence, trigger: SeenTrigger
) -> list[Text]:
    """Weigh the types of what the first actor does to the first recipient."""
    parties = [*trigger.actor[:1], *trigger.recipient[:1], *trigger.actor[1:2]][:2]
    spans = {m.text: (m.start, m.end) for m in sentence.mentions}
    if trigger.kind != "event" or len(parties) < 2:
        return []
    first, second = (spans[words] for words in parties)
    types = pipeline.reader.types(sentence.text, actor=first, recipient=second)
    shown = ", ".join(f"{t} {w:.2f}" for t, w in list(types.items())[:_TYPES])
    names = " and ".join(one_line(words) for words in parties)
    return [Text(f"    types between {names}: {shown}", style="faint")]


def _dropped_line(trigger: SeenTrigger) -> Text:
    parties = ", ".join(one_line(w) for w in (*trigger.actor, *trigger.recipient))
    return Text.assemble(
        (one_line(trigger.trigger.text), "trigger"),
        f"  {trigger.kind} {trigger.type}",
        (f" ({parties})" if parties else "", "faint"),
        f": {trigger.dropped}",
    )
