# Shared by scripts/test and scripts/demo. Sourced, not run; the caller has `set -euo pipefail`.
# Steps are told on standard error, so that standard output is what the programs print.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
venv="$root/build/venv"

# What the library itself is built from. Boost: only the 1.81 package by name (it brings
# Boost.JSON, and conflicts with the unversioned ones).
library_packages=(g++ cmake ninja-build libabsl-dev libboost1.81-dev libhwy-dev libutf8proc-dev tzdata)

say() { printf '== %s\n' "$*" >&2; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# need_packages NAME...: Debian packages, installed only when one is missing; what apt-get says is
# shown only on failure.
need_packages() {
  local missing=() name
  if ! command -v dpkg >/dev/null; then
    say "no dpkg on this system: relying on what is installed for: $*"
    return
  fi
  for name in "$@"; do
    dpkg -s "$name" 2>/dev/null | grep -q '^Status: .* installed$' || missing+=("$name")
  done
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    fail "packages are missing; run as root: apt-get install ${missing[*]}"
  fi
  say "installing Debian packages: ${missing[*]}"
  local log="$root/build/apt.log"
  mkdir -p "$root/build"
  if ! { as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    cat "$log" >&2
    fail "these packages cannot be installed (Debian 12 has them): ${missing[*]}"
  fi
}

# need_python REQUIREMENTS: the virtual environment build/venv with exactly these pinned packages.
# Made from Debian's Python; pip runs only when the list has changed since the last time.
need_python() {
  local requirements="$1" done_with="$venv/installed-requirements.txt"
  if cmp -s "$requirements" "$done_with"; then return; fi
  say "installing Python packages into build/venv"
  if [ ! -x "$venv/bin/python" ]; then
    /usr/bin/python3 -m venv "$venv"
  fi
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" >&2
  cp "$requirements" "$done_with"
}

# configure PRESET [CMAKE OPTION...]: into build/PRESET; what CMake says is shown only on failure.
configure() {
  local preset="$1" log="$root/build/$1/configure.log"
  shift
  say "configuring build/$preset"
  mkdir -p "$root/build/$preset"
  if ! (cd "$root" && cmake --preset "$preset" "$@") >"$log" 2>&1; then
    cat "$log" >&2
    fail "cmake failed"
  fi
}

# build PRESET [TARGET...]: everything, or these targets.
build() {
  local folder="$root/build/$1"
  shift
  say "building ${*:-all} in ${folder#"$root/"}"
  cmake --build "$folder" ${1:+--target "$@"} >&2
}
