"""How the model in `sayso.read` is made from labelled text. Needs torch; nothing in `sayso` imports this."""
