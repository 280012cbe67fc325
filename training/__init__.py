"""The recipe of the trained reader: data, model, training, export."""
