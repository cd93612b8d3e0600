"""ctip-law."""
