"""Which sentences are central, which say the same, which are selected: arrays in, arrays out."""
