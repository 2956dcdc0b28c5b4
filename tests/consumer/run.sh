#!/bin/sh
# run.sh BUILD: installs a build into a scratch folder, and builds and runs a program against that copy in four ways:
# through find_package and through pkg-config, with the shared and with the static library.
#
# It knows nothing of the source tree but its own folder.
set -eu
build=${1:?usage: run.sh BUILD-FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
compiler=${CC:-$(sed -n 's/^CMAKE_C_COMPILER:[A-Z]*=//p' "$build/CMakeCache.txt")}
work=$(mktemp -d "${TMPDIR:-/tmp}/cquel-consumer.XXXXXX")
trap 'rm -rf "$work"' EXIT

fail() {
	printf 'consumer: %s\n' "$*"
	exit 1
}

quietly() {
	"$@" >"$work/out" 2>&1 || { cat "$work/out"; fail "failed: $*"; }
}

# The copy is moved after it was installed: nothing in it may remember where it was made.
quietly cmake --install "$build" --prefix "$work/first"
mv "$work/first" "$work/moved"
library=$(dirname "$(find "$work/moved" -name libcquel.a)")
[ -e "$library/libcquel.so" ] || fail 'libcquel.so is not installed'
[ -n "$(find "$work/moved/include/cquel/priv" -name '*.h')" ] || fail 'the headers of cquel/priv are not installed'

# What is shown has the public prefix: no cq__ name, and none of anybody else.
nm -D --defined-only "$library/libcquel.so" | awk '$3 !~ /^cq_[a-z]/ {print $3}' >"$work/foreign"
[ ! -s "$work/foreign" ] || fail "the shared library shows: $(tr '\n' ' ' <"$work/foreign")"

quietly cmake -S "$here" -B "$work/build" -G Ninja -DCMAKE_C_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$work/moved"
quietly cmake --build "$work/build"
"$work/build/with_shared" || fail 'find_package, shared: does not run'
"$work/build/with_static" || fail 'find_package, static: does not run'
ldd "$work/build/with_shared" | grep -q libcquel || fail 'find_package, shared: is not linked with the shared library'
! ldd "$work/build/with_static" | grep -q libcquel || fail 'find_package, static: is linked with the shared library'

# pkg-config names the folder it was installed into; --define-prefix reads it from where the file lies.
flags() {
	PKG_CONFIG_PATH="$library/pkgconfig" pkg-config --define-prefix "$@" cquel
}
flags --modversion >/dev/null || fail 'pkg-config does not find cquel'
# shellcheck disable=SC2046 # lists of options
quietly "$compiler" -std=c11 -o "$work/pkg_shared" "$here/main.c" $(flags --cflags --libs)
LD_LIBRARY_PATH="$library" "$work/pkg_shared" || fail 'pkg-config, shared: does not run'
rm "$library"/libcquel.so*
# shellcheck disable=SC2046
quietly "$compiler" -std=c11 -o "$work/pkg_static" "$here/main.c" $(flags --static --cflags --libs)
"$work/pkg_static" || fail 'pkg-config, static: does not run'

printf 'consumer: find_package and pkg-config, shared and static: all run\n'
