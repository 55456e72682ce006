"""`make desk`: the web desk on a record of the sample pages, kept in a folder that is thrown away afterwards."""

import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).parent
SAYSO = Path(sys.executable).with_name("sayso")


def main() -> int:
    pages = sorted(map(str, (HERE / "pages").iterdir()))
    norda = [name for name in pages if Path(name).name.startswith("norda-")]
    rest = [name for name in pages if name not in norda]
    with tempfile.TemporaryDirectory(prefix="sayso-desk-") as folder:
        store = f"sqlite:///{folder}/record.sqlite"
        print(f"reading {len(pages)} sample pages", flush=True)
        for words in (["--outlet", "Norda", *norda], rest):
            subprocess.run([SAYSO, "--store", store, "add", *words], stdout=subprocess.DEVNULL, check=True)
        print(f"add pages to it, and they appear: {SAYSO} --store {store} add PATH", flush=True)
        with suppress(KeyboardInterrupt):
            return subprocess.run([SAYSO, "--store", store, "desk", "--port", "0"], check=False).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
