"""Bytes opened safely: encodings, zip archives and XML, each within bounds.

What stands here serves sources and documents alike. Nothing in a packed or marked-up
file can make it take more memory or time than its bounds allow.
"""
