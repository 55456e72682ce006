"""Who says what: the learned attribution and its door to the encoder; `reader` makes the claims."""
