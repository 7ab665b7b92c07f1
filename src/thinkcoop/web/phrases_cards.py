"""What the page says that reads answer cards with a camera. Plain words, as everywhere."""

from __future__ import annotations

from thinkcoop.core.cards import Unreadable


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


CARDS_PAGE: dict[str, str] = {
    "cards_title": _("Read the cards"),
    "cards_how": _("Ask all to hold up their cards. Stand in front. Take a picture."),
    "cards_take": _("Take a picture"),
    "cards_one_more": _("One more picture"),
    "cards_seen": _("%(seen)s of %(asked)s cards seen"),
    "cards_missing": _("Not seen yet. Hold these cards higher."),
    "cards_disagree": _("Two pictures differ. Hold these cards still, once more."),
    "cards_count": _("Use these answers"),
    "cards_all": _("All cards are in. Thank you!"),
    "cards_some": _("%(count)s cards were counted."),
    "cards_none_now": _("No cards are asked for now."),
    "cards_none_seen": _("No card was seen in this picture. Go nearer, or to the light."),
    "cards_not_kept": _("Pictures are looked at and thrown away. Nobody sees who chose what."),
    "cards_reading": _("Looking at the picture …"),
    "cards_by_hand": _(
        "This device cannot read pictures. Look at the cards and tap what they show."
    ),
    "cards_how_to_add": _("This adds it, on the device that runs the meeting:"),
    "cards_print": _("Cards for a camera, one a page"),
    "cards_print_two": _("Cards for a camera, two a page"),
    "cards_no_print": _("This device makes no files to print. Its parts for that are missing."),
    "cards_live": _("Film the cards"),
    "cards_stop": _("Stop"),
    "send_picture": _("Send the picture"),
}

UNREADABLE: dict[Unreadable, str] = {
    Unreadable.EMPTY: _("There was no picture. Please take it again."),
    Unreadable.NOT_A_PICTURE: _("This file is not a picture. Please take a picture of the cards."),
    Unreadable.OTHER_KIND: _("This kind of picture cannot be read. Please save it as JPEG."),
    Unreadable.HEIC: _(
        "This phone saves pictures as HEIC. Choose “most compatible” in its camera."
    ),
    Unreadable.BROKEN: _("The picture came only in part. Please send it again."),
    Unreadable.TOO_MANY_BYTES: _("This picture is too large. Please choose a smaller size."),
    Unreadable.TOO_MANY_PIXELS: _("This picture has too many points. Choose a smaller size."),
}
