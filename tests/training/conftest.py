"""Training is no part of the package: make the repository's root importable."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
