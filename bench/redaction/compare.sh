#!/usr/bin/env bash
# Installs the packages to compare with into a temporary folder and runs everything on the same text in one run.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
peers="$(mktemp -d)"
trap 'rm -rf "$peers"' EXIT
cp "$here/package.json" "$here/peers.cjs" "$peers/"
(cd "$peers" && npm install --no-audit --no-fund --silent)
dotnet run -c Release --project "$here" -- speed --peers "$peers"
