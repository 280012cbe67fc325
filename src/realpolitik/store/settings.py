"""project.toml: the name of a project, the version of its layout, its settings."""

import json
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from realpolitik.core.errors import ProjectError

LAYOUT = 3
"""The version of the layout that this program writes."""

SETTINGS_FILE = "project.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What project.toml says; `wait` is how many seconds a locked store is tried."""

    name: str
    layout: int = LAYOUT
    wait: float = 60.0


def read_settings(folder: Path) -> Settings:
    """Read project.toml; ProjectError if this is no project that can be opened."""
    path = folder / SETTINGS_FILE
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ProjectError(
            folder,
            "is not a project",
            f"make one with: realpolitik init {quote(str(folder))}",
        ) from error
    except OSError as error:
        raise ProjectError(
            folder,
            f"{SETTINGS_FILE} cannot be read ({error.strerror})",
            "check its permissions",
        ) from error
    except ValueError as error:
        raise ProjectError(
            folder,
            f"{SETTINGS_FILE} is not TOML ({error})",
            "mend it or copy it from a backup",
        ) from error
    return _checked(folder, told)


def write_settings(folder: Path, settings: Settings) -> None:
    """Write project.toml whole or not at all."""
    text = (
        "# A project of realpolitik; made for people to read and edit.\n"
        f"name = {json.dumps(settings.name, ensure_ascii=False)}\n"
        f"layout = {settings.layout}  # of the folder; leave as it is\n"
        "\n[settings]\n"
        f"wait = {settings.wait:g}  # seconds to wait for another process\n"
    )
    _replace(folder, text)


def note_layout(folder: Path) -> None:
    """Write into project.toml that its folder has the layout of this program now."""
    told = (folder / SETTINGS_FILE).read_text(encoding="utf-8")
    _replace(folder, re.sub(r"(?m)^layout\s*=\s*\d+", f"layout = {LAYOUT}", told))


def _replace(folder: Path, text: str) -> None:
    partial = folder / f"{SETTINGS_FILE}.{os.getpid()}"
    partial.write_text(text, encoding="utf-8")
    partial.replace(folder / SETTINGS_FILE)


def _checked(folder: Path, told: dict[str, object]) -> Settings:
    layout, chosen = told.get("layout"), told.get("settings", {})
    wait = chosen.get("wait", 60) if isinstance(chosen, dict) else None
    if type(layout) is not int or not isinstance(wait, int | float):
        raise ProjectError(
            folder,
            f"{SETTINGS_FILE} has no valid layout or wait",
            "copy it from a backup",
        )
    if layout > LAYOUT:
        raise ProjectError(
            folder,
            f"was made by a newer realpolitik (layout {layout}, known is {LAYOUT})",
            "update: pip install --upgrade realpolitik",
        )
    return Settings(str(told.get("name", folder.name)), layout, float(wait))
