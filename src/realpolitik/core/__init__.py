"""The nouns of the field, frozen, without any reading or writing."""
