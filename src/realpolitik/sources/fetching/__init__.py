"""Fetching from the web: politely, safely, and only what was asked for."""
