"""Who printed a text, by what the text prints of it; never a guess."""

import pytest
from document_maker import Maker

PROSE = (
    "Russia and Israel have signed a pact, and the two sides agreed to hold regular "
    "consultations on Syria in the coming years."
)
NAMED = [
    (f"MOSCOW (Reuters) - {PROSE}", "Reuters", "MOSCOW (Reuters) -"),
    (f"BEIJING, Aug. 3 (Xinhua) -- {PROSE}", "Xinhua", "BEIJING, Aug. 3 (Xinhua) -"),
    (f"MOSCOW, January 30. /TASS/. {PROSE}", "TASS", "MOSCOW, January 30. /TASS/."),
    (
        f"WASHINGTON, D.C. (AP) — {PROSE}",
        "Associated Press",
        "WASHINGTON, D.C. (AP) —",
    ),
    (
        f"Kyiv, March 3 (Ukrinform) - {PROSE}",
        "Ukrinform",
        "Kyiv, March 3 (Ukrinform) -",
    ),
    (f"GENEVA (ICRC) – {PROSE}", "ICRC", "GENEVA (ICRC) –"),
    (
        f"SOFIA (Sofia News Agency) - {PROSE}",
        "Sofia News Agency",
        "SOFIA (Sofia News Agency) -",
    ),
    (f"Talks\n\nBy Jane Doe, Reuters\n\n{PROSE}", "Reuters", "By Jane Doe, Reuters"),
    (f"TASS, 5 March 2020\n\n{PROSE}", "TASS", "TASS, 5 March 2020"),
    (
        f"Source: Xinhua | Editor: Li\n\n{PROSE}",
        "Xinhua",
        "Source: Xinhua | Editor: Li",
    ),
    (
        f"Talks in Moscow begin - BBC News\n\n{PROSE}",
        "BBC",
        "Talks in Moscow begin - BBC News",
    ),
    (f"{PROSE}\n\n(Xinhua)", "Xinhua", "(Xinhua)"),
    (
        f"{PROSE}\n\n(c) 2014 Gulf Daily News",
        "Gulf Daily News",
        "(c) 2014 Gulf Daily News",
    ),
    (
        f"MOSCOW (Reuters) - {PROSE}\n\nCopyright © 2020, Daily Star",
        "Daily Star",
        "Copyright © 2020, Daily Star",
    ),
]
UNNAMED = [
    f"MOSCOW (Russia) - {PROSE}",
    f"PORTLAND, Ore. (USA) - {PROSE}",
    f"MOSCOW (Updated) - {PROSE}",
    f"THE PRESIDENT (Laughter) - {PROSE}",
    f"Moscow (ICRC) - {PROSE}",
    f"Talks in Moscow\n\nBy Jane Doe, Moscow\n\n{PROSE}",
    f"Talks in Sochi - Day Two\n\n{PROSE}",
    f"By Jane Doe\n\n{PROSE}\n\n© 2020 Jane Doe",
    f"Copyright Protection in the Digital World\n\n{PROSE}",
    f"Source: World Bank\n\n{PROSE}",
    f"MOSCOW (Reuters) - {PROSE}\n\nPARIS (AFP) - {PROSE}",
    f"{PROSE} (Reuters)",
    PROSE,
]


@pytest.mark.parametrize(("text", "publisher", "words"), NAMED)
def test_a_text_names_its_publisher(
    make: Maker, text: str, publisher: str, words: str
) -> None:
    document = make(text)
    assert (document.publisher, document.publisher_words) == (publisher, words)


@pytest.mark.parametrize("text", UNNAMED)
def test_nobody_is_guessed(make: Maker, text: str) -> None:
    document = make(text)
    assert (document.publisher, document.publisher_words) == (None, None)


def test_what_the_carrier_says_wins(make: Maker) -> None:
    document = make(NAMED[0][0], publisher="The Daily")
    assert (document.publisher, document.publisher_words) == ("The Daily", None)
