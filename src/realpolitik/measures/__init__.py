"""Numbers over records and claims; every number names what stands behind it."""
