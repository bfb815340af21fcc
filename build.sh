#!/usr/bin/env bash
# Everything one does with a working copy. On a fresh Debian 12 with the .NET 10 SDK and Node 20, as root or with sudo, each
# command installs what it lacks and says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No build leaves a process behind: neither MSBuild's nodes and server nor the compiler's.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

readonly solution=ChatbotSante.sln
readonly tests=Bot.Tests/Bot.Tests.csproj
readonly results=artifacts/test-results
readonly served=artifacts/served

help() {
  cat <<'HELP'
./build.sh run [-- ARGUMENT…]   serves on http://127.0.0.1:5080, or as the arguments say (--urls …)
./build.sh test                 installs what is missing, checks the format, builds, runs every test
./build.sh prove NAME           runs the long form of the tests of category Prove-NAME; results in Bot.Tests/Proofs/NAME.md
./build.sh prove redaction [--corpora FOLDER]
                                the same for redaction, on the corpora of others in that folder too
./build.sh screenshots          takes the pictures of deployment/screenshots again
./build.sh format               formats the C#
./build.sh bench [ARGUMENT…]    measures turns against the peer; results in Bot.Tests/Benchmarks/results
./build.sh bench sockets        measures 5,000 open Direct Line sockets; results in the same folder
./build.sh bench redaction      measures the redaction engine, and packages of npm beside it; results in the same folder
./build.sh bench understanding  measures what understanding a sentence costs; results in the same folder
./build.sh help                 prints this
HELP
}

say() { printf '==> %s\n' "$*" >&2; }

die() {
  printf 'build.sh: %s\n' "$*" >&2
  exit 1
}

# --- What the machine must have -------------------------------------------------------------------------------------

needs_sdks() {
  command -v dotnet >/dev/null || die 'the .NET 10 SDK is missing: https://learn.microsoft.com/dotnet/core/install/linux-debian'
  [[ $(dotnet --version) == 10.* ]] || die "the .NET SDK must be 10.0, not $(dotnet --version)"
  command -v node >/dev/null || die 'Node.js 20 is missing: https://nodejs.org/en/download'
  local node
  node=$(node --version)
  node=${node#v}
  ((${node%%.*} >= 20)) || die "Node.js must be 20 or later, not ${node}"
}

has_package() { [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

has_icu() { ldconfig -p 2>/dev/null | grep --quiet libicuuc || compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null; }

has_postgresql() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

# Usage: needs_packages PACKAGE…, each with the check that tells whether what it brings is there, from wherever it came.
needs_packages() {
  local package missing=()
  for package; do
    case $package in
      chromium) [[ -x /usr/bin/chromium ]] ;;
      postgresql) has_postgresql ;;
      redis-server) command -v redis-server >/dev/null ;;
      libicu72) has_icu ;;
      tzdata) [[ -e /usr/share/zoneinfo/Europe/Paris ]] ;;
      *) has_package "$package" ;;
    esac || missing+=("$package")
  done
  ((${#missing[@]})) || return 0

  command -v apt-get >/dev/null || die "missing, and there is no apt-get to install it: ${missing[*]}"
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || die "missing: ${missing[*]}. Run as root, or install sudo."
    as_root=(sudo)
  fi

  say "installing with apt-get: ${missing[*]}"
  "${as_root[@]}" apt-get update --quiet=2 >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}" >&2
}

# Usage: needs_modules FOLDER. The stamp says what the folder's modules were installed from.
needs_modules() {
  local folder=$1
  [[ -f $folder/package-lock.json ]] || return 0
  local stamp=$folder/node_modules/.installed-from
  local wanted
  wanted="$(sha256sum <"$folder/package-lock.json") node $(node --version)"
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return 0

  say "npm ci in $folder"
  npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  printf '%s\n' "$wanted" >"$stamp"
}

# --- Steps ----------------------------------------------------------------------------------------------------------

# What every command that serves needs; the tests and the measurements serve too.
needs_for_serving() {
  needs_sdks
  needs_packages libicu72 tzdata
  needs_modules Bot/ClientApp
}

needs_for_testing() {
  needs_for_serving
  needs_packages chromium postgresql redis-server fonts-dejavu-core iproute2 tcpdump
  needs_modules Bot.Tests/Clients
  needs_modules Bot.Tests/Benchmarks/peer
  dotnet tool restore >&2
}

# The page comes before the program: dotnet build copies Bot/wwwroot.
build_page() {
  say 'building the page (Bot/ClientApp)'
  npm run build --prefix Bot/ClientApp --silent >&2
}

# Usage: build_release PROJECT
build_release() {
  say "restoring and building $1 (Release)"
  dotnet restore "$1" --locked-mode >&2
  dotnet build "$1" --configuration Release --no-restore >&2
}

# What is served is compiled ahead of time (ReadyToRun): it answers in two thirds of the time after a start.
publish_bot() {
  say 'publishing Bot'
  dotnet publish Bot/Bot.csproj --configuration Release --use-current-runtime --self-contained false \
    --property:PublishReadyToRun=true --property:RestoreLockedMode=true --output "$served" >&2
}

# Usage: run_tests NAME [ARGUMENT…]. Sets passed, failed and skipped from what the run has recorded.
run_tests() {
  local name=$1
  shift
  local record=$results/$name.trx
  rm -f "$record"

  local status=0
  dotnet test "$tests" --configuration Release --no-build \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@" >&2 || status=$?

  if [[ -f $record ]]; then
    local counters
    counters=$(grep --only-matching --max-count=1 '<Counters [^>]*>' "$record" || true)
    passed=$(counter passed)
    failed=$(($(counter failed) + $(counter error) + $(counter timeout) + $(counter aborted)))
    skipped=$(($(counter total) - passed - failed))
  fi
  # A run that was cut short has a failed test that the record does not know of.
  ((status == 0 || failed > 0 || passed == 0)) || failed=1

  ((passed + failed > 0)) || die 'no test ran'
  ((status == 0)) || die "the test run ended with $status"
  ((failed == 0)) || die 'a test failed'
}

counter() {
  [[ $counters =~ \ $1=\"([0-9]+)\" ]] || die "the test record has no count of $1"
  printf '%s' "${BASH_REMATCH[1]}"
}

# --- Commands -------------------------------------------------------------------------------------------------------

run() {
  [[ ${1-} != -- ]] || shift
  needs_for_serving
  build_page
  publish_bot

  local arguments=("$@") argument url=
  for argument; do
    [[ $url != next ]] || url=${argument%%;*}
    case $argument in
      --urls) url=next ;;
      --urls=*) url=${argument#--urls=} url=${url%%;*} ;;
    esac
  done
  if [[ -z $url ]]; then
    url=http://127.0.0.1:5080
    arguments+=(--urls "$url")
  fi

  say "browse to $url (Ctrl+C stops it; what it writes is in data/)"
  export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
  exec "$served/ChatbotSante" "${arguments[@]}"
}

test() {
  passed=0 failed=0 skipped=0
  # The closing line comes whatever happens, once, and last.
  trap 'closing_line' EXIT
  needs_for_testing
  build_page
  # What `run` serves is published otherwise than what is tested: a lock file may suit one and not the other.
  publish_bot
  say 'restoring'
  dotnet restore "$solution" --locked-mode >&2
  say 'checking the format'
  dotnet csharpier check . >&2
  say "building $solution (Release)"
  dotnet build "$solution" --configuration Release --no-restore >&2
  say 'testing'
  # A test that hangs is named and killed.
  run_tests tests --blame-hang-timeout 10m --blame-hang-dump-type none
}

closing_line() {
  local status=$?
  printf '%d passed, %d failed' "$passed" "$failed"
  ((skipped == 0)) || printf ', %d skipped' "$skipped"
  printf '\n'
  exit "$status"
}

prove() {
  [[ ${1-} =~ ^[A-Za-z0-9-]+$ ]] || die 'which proof? ./build.sh prove NAME'
  if [[ $1 == mutation ]]; then
    prove_mutation
    return
  fi
  [[ $1 != fuzz ]] || needs_packages afl++
  if [[ ${2-} == --corpora ]]; then
    [[ -d ${3-} ]] || die '--corpora wants a folder'
    CHATBOTSANTE_CORPORA=$(realpath "$3")
    export CHATBOTSANTE_CORPORA
  fi
  passed=0 failed=0 skipped=0
  needs_for_testing
  build_page
  build_release "$solution"
  say "proving $1"
  # A test that is too long even in short form is [Explicit]: relaxed mode runs it when its category is asked for.
  CHATBOTSANTE_PROVE=1 run_tests "prove-$1" --filter "TestCategory=Prove-$1" -- NUnit.ExplicitMode=Relaxed
  say "proved: see Bot.Tests/Proofs/$1.md"
}

prove_mutation() {
  needs_sdks
  dotnet tool restore >&2
  say 'changing one thing at a time in the validators and the merge (minutes)'
  (cd Bot.Tests/Mutation && dotnet stryker --output ../../artifacts/stryker) >&2
  node Bot.Tests/Mutation/report.mjs artifacts/stryker/reports/mutation-report.json
  say 'proved: see Bot.Tests/Proofs/mutation.md'
}

screenshots() {
  passed=0 failed=0 skipped=0
  needs_for_testing
  build_page
  build_release "$solution"
  say 'taking the pictures'
  run_tests screenshots --filter TestCategory=Screenshots -- NUnit.ExplicitMode=Relaxed
  say 'taken: look at them in deployment/screenshots'
}

format() {
  needs_sdks
  dotnet tool restore >&2
  dotnet csharpier format .
}

bench() {
  [[ ${1-} != -- ]] || shift
  if [[ ${1-} == redaction ]]; then
    shift
    needs_sdks
    needs_modules Bot.Tests/Benchmarks/redaction-peers
    needs_for_serving
    build_page
    publish_bot
    build_release Bot.Tests/Benchmarks/Benchmarks.csproj
    exec artifacts/bin/Benchmarks/release/Benchmarks redaction --bot "$served/ChatbotSante" "$@"
  fi
  if [[ ${1-} == understanding ]]; then
    shift
    needs_sdks
    needs_packages libicu72 tzdata
    build_release Bot.Tests/Benchmarks/Benchmarks.csproj
    exec artifacts/bin/Benchmarks/release/Benchmarks understanding "$@"
  fi
  local what=compare
  if [[ ${1-} == sockets ]]; then
    what=sockets
    shift
  fi
  needs_for_serving
  needs_modules Bot.Tests/Benchmarks/peer
  build_page
  publish_bot
  build_release Bot.Tests/Benchmarks/Benchmarks.csproj
  # Production wants a master key of its own; a measurement has none.
  ASPNETCORE_ENVIRONMENT=Development exec artifacts/bin/Benchmarks/release/Benchmarks "$what" --bot "$served/ChatbotSante" "$@"
}

command=${1-help}
(($# == 0)) || shift
case $command in
  run | test | prove | screenshots | format | bench) "$command" "$@" ;;
  help | -h | --help) help ;;
  *)
    help >&2
    exit 2
    ;;
esac
