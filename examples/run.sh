#!/bin/sh
# run.sh: installs what an example needs, builds the library and runs the example.
#
# sh examples/run.sh [EXAMPLE [ARGUMENT...]]; the example is a folder beside this script, quickstart when none is named:
#   sh examples/run.sh quickstart postgresql://user@host/database
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tests/support/packages.sh"

example=${1:-quickstart}
[ $# -eq 0 ] || shift
[ -d "$root/examples/$example" ] || die "there is no example $example"
build=$root/build/example

say "1. packages"
need_packages gcc libc6-dev cmake ninja-build libsqlite3-dev libpq-dev pkg-config
case $example in
service) need_packages libevent-dev libjansson-dev ;;
esac
mkdir -p "$build"

say "2. builds $example in build/example"
if ! cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCQUEL_TESTS=OFF -DCQUEL_BENCH=OFF >"$build/configure.log" 2>&1; then
	cat "$build/configure.log" >&2
	die "cmake failed"
fi
cmake --build "$build" --target "$example" -j "$(cores)" >&2 || die "the build failed"

say "3. runs $example"
exec "$build/examples/$example" "$@"
