"""Whether words may name an actor: quick, and rather too often than not."""

from collections.abc import Callable
from functools import partial

from realpolitik.knowledge import forms
from realpolitik.knowledge.directory import PARTICLES
from realpolitik.knowledge.own_actors import OwnActor


def may_name(actor: OwnActor) -> Callable[[str], bool]:
    """Give a test of words: persons are found by their first or last name alone."""
    names = (actor.name, *actor.aliases)
    if actor.kind == "person":
        sounds = frozenset(sound for name in names for sound in _telling(name))
        return partial(_has_sound, sounds)
    return partial(_has_name, tuple(f" {forms.key(name)} " for name in names))


def _telling(name: str) -> list[str]:
    found = [forms.sound(w.form) for w in forms.words(name) if w.form not in PARTICLES]
    return [*found[:1], *found[-1:]]


def _has_sound(sounds: frozenset[str], words: str) -> bool:
    return any(forms.sound(word.form) in sounds for word in forms.words(words))


def _has_name(names: tuple[str, ...], words: str) -> bool:
    key = f" {forms.key(words)} "
    return any(name in key for name in names)
