"""The files of a kit on the disk, in every language that was asked for. Needs the extra `print`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from thinkcoop.config.kit_record import KitRecord, write_record
from thinkcoop.core.module.model import Module
from thinkcoop.core.paper.card_sheet import CardSheet, card_sheet
from thinkcoop.core.paper.kit import Printed
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.screen import phrase
from thinkcoop.press.cards import pdf_of_cards
from thinkcoop.press.kit import Foot, KitPress, Look, font_licences
from thinkcoop.press.kit_laid_out import digest_of, kit_data
from thinkcoop.web.languages import OWN_NAMES
from thinkcoop.web.translator import Translator
from thinkcoop.web.wording import OnPaper

CARDS = "cards.pdf"
LICENCES = "fonts-licence.txt"
README = "README.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """From what and how a kit is written: the words of each language by its code."""

    module: Module
    record: KitRecord
    words: Mapping[str, Translator]


def write_kit(out: Path, files: Sequence[Printed], writing: Writing) -> Iterator[str]:
    """Write all files into `out`; yields a line for each folder that is done."""
    press = KitPress()
    look = Look(paper=writing.record.paper, grey=writing.record.grey)
    digests: dict[str, str] = {}
    for language, words in writing.words.items():
        folder = out / language
        folder.mkdir(parents=True, exist_ok=True)
        foot = _foot(writing.module, words)
        for printed in files:
            made = press.pdf(printed, OnPaper(words), foot, look)
            (folder / f"{printed.name}.pdf").write_bytes(made.pdf)
            digests[f"{language}/{printed.name}.pdf"] = made.digest
        sheet = _cards(writing.record)
        drawing = OnPaper(words).drawing
        (folder / CARDS).write_bytes(pdf_of_cards(sheet, drawing, language=language))
        digests[f"{language}/{CARDS}"] = _digest_of_cards(sheet, drawing)
        yield f"{folder}: {len(files) + 1} files"
    (out / LICENCES).write_text(font_licences(), "utf-8")
    lines = [line for words in writing.words.values() for line in _readme(files, writing, words)]
    (out / README).write_text("\n".join(lines), "utf-8")
    write_record(out, replace(writing.record, files=digests))


def digests_now(files: Sequence[Printed], writing: Writing) -> dict[str, str]:
    """The digest that each file would have if it were printed now."""
    found: dict[str, str] = {}
    for language, words in writing.words.items():
        wording = OnPaper(words)
        for printed in files:
            data = kit_data(printed, wording, grey=writing.record.grey)
            found[f"{language}/{printed.name}.pdf"] = digest_of(data)
        sheet = _cards(writing.record)
        found[f"{language}/{CARDS}"] = _digest_of_cards(sheet, wording.drawing)
    return found


def _cards(record: KitRecord) -> CardSheet:
    """The answer cards of these people: A4, whatever the rest is printed on."""
    return card_sheet(record.people, grey=record.grey)


def _digest_of_cards(sheet: CardSheet, drawing: Callable[[str], str]) -> str:
    """Cards say nothing; their markers, signs and pictures make the digest."""
    pictures = {card.picture: drawing(card.picture) for card in sheet.cards}
    return digest_of({"cards": asdict(sheet), "drawings": pictures})


def _foot(module: Module, words: Translator) -> Foot:
    said = phrase(
        K.FOOT,
        module=module.id,
        version=module.version,
        language=_name(words),
        digest="{digest}",
    )
    draft = words.text(phrase(K.DRAFT)) if words.draft else ""
    return Foot(text=words.text(said), draft=draft)


def _name(words: Translator) -> str:
    """What those who speak it call the language."""
    return OWN_NAMES.get(words.language, words.language)


def _readme(files: Sequence[Printed], writing: Writing, words: Translator) -> Iterator[str]:
    people = writing.record.people
    tables = next(each.copies for each in files if each.name == "booklet")
    module = words.text(writing.module.title)
    yield words.text(
        phrase(K.README_FOR, module=module, language=_name(words), people=people, tables=tables)
    )
    yield ""
    for printed in files:
        file = f"{words.language}/{printed.name}.pdf"
        title = words.text(printed.title)
        yield words.text(phrase(K.README_FILE, file=file, title=title, copies=printed.copies))
    yield words.text(phrase(K.README_CARDS, file=f"{words.language}/{CARDS}"))
    yield ""
    yield words.text(phrase(K.README_SIDES))
    yield ""
