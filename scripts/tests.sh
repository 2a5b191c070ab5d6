# shellcheck shell=bash
# Runs tests and checks and keeps one count over all of them. Sourced after house.sh and program.sh.

passed=0 failed=0 skipped=0
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

count() { passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3)); }

# Alone on its line, the last one.
closing_line() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ]
}

# check NAME COMMAND...: one passed or one failed; the command's words are shown only when it fails.
check() {
  local name=$1 began
  shift
  began=$(date +%s)
  if "$@" >"$logs/check" 2>&1 </dev/null; then
    count 1 0 0
    echo "check passed: $name ($(($(date +%s) - began)) s)"
  else
    count 0 1 0
    cat "$logs/check"
    echo "check FAILED: $name"
  fi
}

# dotnet_tests ARGUMENT...: the runner prints a summary, from which the numbers are taken.
dotnet_tests() {
  local rc p f s e
  set +e
  (cd "$root" && timeout 3600 dotnet test "$@" --no-build -c Release --no-progress --no-ansi) 2>&1 </dev/null | tee "$logs/dotnet"
  rc=${PIPESTATUS[0]}
  set -e
  read -r p f s e < <(awk '/^  (total|failed|succeeded|skipped|error): +[0-9]+\r?$/ { v[$1] = $2 }
    END { print v["succeeded:"] + 0, v["failed:"] + 0, v["skipped:"] + 0, v["error:"] + 0 }' "$logs/dotnet")
  # A module that crashed counts as a failure even if it reported no failed test.
  if [ "$rc" -ne 0 ] && [ "$f" -eq 0 ]; then f=$((e > 0 ? e : 1)); fi
  count "$p" "$f" "$s"
}

vitest() {
  local rc p f s
  set +e
  (cd "$root/web" && CI=true timeout 900 npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$logs/vitest.json") 2>&1 </dev/null
  rc=$?
  set -e
  read -r p f s < <(node -e '
    const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    console.log(r.numPassedTests, r.numFailedTests, (r.numPendingTests ?? 0) + (r.numTodoTests ?? 0));' "$logs/vitest.json" 2>/dev/null || echo "0 0 0")
  if [ "$rc" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
  count "$p" "$f" "$s"
}

# Everything the tests need that is not in the repository.
prepare_tests() {
  need_dotnet
  need_readers
  need_browser
}

build_solution() {
  say "building everything (Release)"
  if (cd "$root" && dotnet build Ninben.slnx -c Release -nologo -v quiet) </dev/null; then return 0; fi
  count 0 1 0
  echo "The build failed; no test was run."
  closing_line
}

# run_tests [WORD...] [--OPTION VALUE...]: words choose projects by name (`web` the pages); options go to the test runner.
run_tests() {
  local words=() options=() web=yes projects=() project
  while [ $# -gt 0 ] && [[ $1 != -* ]]; do words+=("$1"); shift; done
  options=("$@")
  prepare_tests
  if [ ${#words[@]} -gt 0 ]; then
    web=no
    for word in "${words[@]}"; do
      if [ "$word" = web ]; then web=yes; continue; fi
      for project in "$root"/tests/*"$word"*/*.csproj; do
        [ -f "$project" ] || fail "no test project has '$word' in its name."
        projects+=("$project")
      done
    done
  fi

  if [ ${#words[@]} -eq 0 ]; then
    build_solution || return 1
    ensure_program
    dotnet_tests --solution Ninben.slnx --max-parallel-test-modules 2 "${options[@]}"
  else
    for project in "${projects[@]}"; do
      (cd "$root" && dotnet build "$project" -c Release -nologo -v quiet) </dev/null || { count 0 1 0; continue; }
      case $project in *EndToEnd*) ensure_program ;; esac
      dotnet_tests --project "$project" "${options[@]}"
    done
  fi
  if [ "$web" = yes ] && [ ${#options[@]} -eq 0 ] && [ -f "$root/web/package.json" ]; then
    if web_packages; then vitest; else count 0 1 0; fi
  fi
}

web_script() { (cd "$root/web" && npm run --silent "$1"); }

web_types() { (cd "$root/web" && npx --no-install tsc --noEmit); }

web_size() { { [ -d "$root/web/dist" ] || web_script build; } && web_script size; }

run_lint() {
  check "format: white space" dotnet format whitespace "$root/Ninben.slnx" --verify-no-changes --no-restore
  check "format: style" dotnet format style "$root/Ninben.slnx" --verify-no-changes --no-restore --severity warn
  if [ -f "$root/web/package.json" ]; then
    if web_packages; then
      check "web: lint" web_script lint
      check "web: types" web_types
    else
      count 0 1 0
    fi
  fi
}

run_ci() {
  export CI=true
  prepare_tests
  # With CI=true a restore is locked: it fails when a lock file does not fit its project.
  check "lock files: NuGet" dotnet restore "$root/Ninben.slnx" --locked-mode
  check "lock files: npm" npm_locked
  run_tests || return 0
  run_lint
  check "web: size" web_size
  check "OpenAPI document" developer openapi --check
}

npm_locked() {
  cd "$root/web" && npm ci --no-audit --no-fund --loglevel=error
}

developer() { (cd "$root" && dotnet run -c Release --project tools/Ninben.Dev -- "$@"); }
