#!/bin/sh
# run.sh: installs what the benchmarks need, builds them optimised and runs them, with a PostgreSQL of its own.
#
# sh bench/run.sh [--tsv] [--instructions] [CASE...]; progress goes to standard error, results to standard output.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tests/support/packages.sh"
. "$root/tests/support/servers.sh"

build=$root/build/bench

need_packages gcc libc6-dev clang cmake ninja-build libsqlite3-dev libpq-dev postgresql pkg-config valgrind
mkdir -p "$build"

say "builds in build/bench"
if ! cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG" \
	-DCQUEL_TESTS=OFF -DCQUEL_EXAMPLES=OFF >"$build/configure.log" 2>&1; then
	cat "$build/configure.log" >&2
	die "cmake failed"
fi
cmake --build "$build" --target cquel_bench -j "$(cores)" >&2 || die "the build failed"

# The server ends with the run, however it ends. A shell hears a signal only while it waits.
servers_folder= measuring=
finish() {
	trap '' HUP INT TERM
	[ -z "$measuring" ] || kill -TERM "$measuring" 2>/dev/null || true
	[ -z "$servers_folder" ] || servers_stop "$servers_folder"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
servers_only=postgres
servers_start || die "there is no server to measure"
"$build/bench/cquel_bench" "$@" &
measuring=$!
result=0
wait "$measuring" || result=$?
measuring=
exit $result
