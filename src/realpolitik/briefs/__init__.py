"""Briefs: what a project holds on two actors, each statement with its sentences."""
