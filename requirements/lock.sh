#!/usr/bin/env bash
# Pins what Sayso runs on and is tested with: exact versions, hashes, no registry address.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() { # lock OUT IN...
  local out=$1; shift
  .venv/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-annotate \
    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --resolver=backtracking \
    --output-file "$out" "$@"
  sed -i -E '/^--/d' "$out"
}
lock requirements/build.txt requirements/build.in
lock requirements/web.txt requirements/web.in
lock requirements/places.txt requirements/places.in
sed -i -E '/^(rapidfuzz|typing-extensions|unidecode)==/,/[0-9a-f]$/d' requirements/places.txt  # only data is read
lock requirements/run.txt pyproject.toml
lock requirements/dev.txt --extra tables --extra audio --extra mcp --constraint requirements/run.txt pyproject.toml requirements/dev.in
