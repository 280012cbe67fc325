"""Where: a named place with its state and coordinates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer; `country` is ISO 3166 alpha-3, degrees are WGS 84.

    `feature` is the kind of place: state, capital, region, city, sea, strait ...
    """

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    feature: str | None = None
