#!/bin/sh
# run.sh: installs what the benchmarks need, builds them optimised and runs them.
#
# sh bench/run.sh [--tsv] [--instructions] [CASE...]; progress goes to standard error, results to standard output.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tests/support/packages.sh"

build=$root/build/bench

need_packages gcc libc6-dev clang cmake ninja-build libsqlite3-dev pkg-config valgrind
mkdir -p "$build"

say "builds in build/bench"
if ! cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG" \
	-DCQUEL_TESTS=OFF -DCQUEL_EXAMPLES=OFF >"$build/configure.log" 2>&1; then
	cat "$build/configure.log" >&2
	die "cmake failed"
fi
cmake --build "$build" --target cquel_bench -j "$(cores)" >&2 || die "the build failed"

exec "$build/bench/cquel_bench" "$@"
