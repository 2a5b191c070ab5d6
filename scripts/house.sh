# shellcheck shell=bash
# What both doors share: where the root is, how to speak, what the machine must have. Sourced, never run.
set -euo pipefail

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Nothing that we start outlives us: without node reuse the compiler server is not used either.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

say() { printf 'ninben: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

need_dotnet() {
  has dotnet || fail "the .NET 10 SDK is missing. See https://dotnet.microsoft.com/download/dotnet/10.0, then run this again."
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "an SDK is here, but not .NET 10 (see global.json). Install it, then run this again."
}

# need_programs PURPOSE PROGRAM=PACKAGES...: installs what is missing when it may, else says how and goes on.
need_programs() {
  local purpose=$1 missing=() pair
  shift
  for pair in "$@"; do
    has "${pair%%=*}" || missing+=(${pair#*=})
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local command="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" = 0 ] && has apt-get; then
    say "installing ${missing[*]} ($purpose)"
    if (export DEBIAN_FRONTEND=noninteractive; apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}") >&2 </dev/null; then return 0; fi
    say "that did not work; going on without (${purpose})."
  else
    say "missing for $purpose: ${missing[*]}. To install: sudo sh -c '$command'. Going on without."
  fi
}

need_readers() { need_programs "reading documents" "tesseract=tesseract-ocr tesseract-ocr-eng" "pdftoppm=poppler-utils"; }

need_browser() { has chromium-browser || has google-chrome || need_programs "tests in a browser" "chromium=chromium fonts-liberation fonts-dejavu-core"; }

# web_packages: npm ci, when the lock file is newer than what is installed. Fails when there is no Node.
web_packages() {
  [ -f "$root/web/package.json" ] || return 1
  has npm || { say "Node 20 is missing, so the pages cannot be built. See https://nodejs.org/, then run this again."; return 1; }
  local installed=$root/web/node_modules/.package-lock.json
  if [ ! -f "$installed" ] || [ "$root/web/package-lock.json" -nt "$installed" ]; then
    say "installing the packages of the pages (npm ci)"
    (cd "$root/web" && npm ci --no-audit --no-fund --loglevel=error) >&2 </dev/null || return 1
    touch "$installed"
  fi
}
