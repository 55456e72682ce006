"""How the weights that choose a page's body are made from labelled pages: see train.py."""
