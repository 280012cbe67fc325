"""The sections of a brief, one file each: records in, parts of the outline out."""
