# shellcheck shell=bash
# Builds the program into .build/ninben when the sources have changed. Sourced after house.sh.

program=$root/.build/ninben
built=$root/.build/built

# Every file that the program is made of; what builds leave behind is passed over.
sources() {
  cd "$root"
  local places=() place
  for place in src web samples Directory.Build.props Directory.Packages.props global.json; do
    [ -e "$place" ] && places+=("$place")
  done
  find "${places[@]}" \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name '*.md' -o -name '*.test.*' \) -prune -o "$@"
}

sources_hash() { (cd "$root"; sources -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1); }

# Two looks: nothing newer than the last build (fast), else the same contents as then (a checkout touches files without changing them).
program_is_current() {
  [ -f "$built" ] && [ -x "$program/ninben" ] || return 1
  [ -n "$( (sources -newer "$built" -print -quit) )" ] || return 0
  [ "$(cat "$built")" = "$(sources_hash)" ] || return 1
  touch "$built"
}

publish() {
  local rid=()
  if [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ]; then rid=(-r linux-x64 --self-contained false); fi
  (cd "$root" && dotnet publish src/Ninben.Cli -c Release -o "$root/.build/next" -nologo -v quiet "${rid[@]}" "$@") >&2 </dev/null
}

build_program() {
  need_dotnet
  local began hash
  began=$(date +%s)
  hash=$(sources_hash)
  rm -rf "$root/.build/next"
  mkdir -p "$root/.build"
  say "building the program (once; again only when sources change)"
  if [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ]; then
    # Compiled ahead for a quicker start; the compiler for that is a download that may be missing.
    publish -p:PublishReadyToRun=true || { say "not compiling ahead of time"; rm -rf "$root/.build/next"; publish; } || fail "the program does not build, see above."
  else
    publish || fail "the program does not build, see above."
  fi
  if web_packages; then
    say "building the pages"
    (cd "$root/web" && npm run --silent build) >&2 </dev/null || fail "the pages do not build, see above."
    rm -rf "$root/.build/next/wwwroot"
    cp -R "$root/web/dist" "$root/.build/next/wwwroot"
  else
    say "going on without pages: the API and the command line work."
  fi
  rm -rf "$program"
  mv "$root/.build/next" "$program"
  echo "$hash" >"$built"
  say "built in $(($(date +%s) - began)) s"
}

# Two starts at once build once: the second waits and finds the work done.
ensure_program() {
  program_is_current && return 0
  mkdir -p "$root/.build"
  if has flock; then
    exec 9>"$root/.build/lock"
    flock 9
    program_is_current || build_program
    exec 9>&-
  else
    build_program
  fi
}
