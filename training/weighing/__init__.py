"""How the small models of the weighing are made: likeness from our scenarios, stance from labelled headlines."""
