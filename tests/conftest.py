"""What every test shares: how hypothesis looks for counterexamples."""

import os

from hypothesis import HealthCheck, settings

# The machines are noisy, so no example is failed for being slow; CI looks at the same examples every time, so that a
# red run can be repeated.
settings.register_profile("anywhere", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("anywhere"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")
