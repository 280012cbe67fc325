"""Drawings as SVG, shared by brief and notebook: series in, text out."""
