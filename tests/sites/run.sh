#!/bin/sh
# run.sh BUILD: a program, a shared library of it and one without statements, compiled by each compiler at each level and linked by
# each linker, with and without its unused sections: each finds all of its places, and no more.
#
# It knows nothing of how they are found. What is expected stands in comments of the sources: how often each place runs.
set -eu
build=${1:?usage: run.sh BUILD-FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/cquel-sites.XXXXXX")
trap 'rm -rf "$work"' EXIT
tried=0

fail() {
	printf 'sites: %s\n' "$*"
	exit 1
}

quietly() {
	"$@" >"$work/out" 2>&1 || { cat "$work/out"; fail "failed: $*"; }
}

# expected WORD FILE...: what a listing says of the places in these files
expected() {
	word=$1
	shift
	(cd "$here" && grep -Hn 'calls: ' "$@") | sed "s|^\([^:]*:[0-9]*\):.*calls: \([0-9]*\).*|$word \1 \2|"
}
{
	# Of places elsewhere those are known that ran.
	expected program main.c second.c places.h library.c | grep -v 'library.c:[0-9]* 0'
	expected library main.c second.c places.h library.c | grep -v '\(main\|second\).c:[0-9]* 0'
} | sort >"$work/expected"

# links NAME OPTION...: the objects in $work become a library and a program, which tell their places
links() {
	name=$1
	shift
	tried=$((tried + 1))
	# shellcheck disable=SC2086 # lists of options
	{
		quietly $compile "$@" -shared -o "$work/libplaces.so" "$work/library.o" $with
		quietly $compile "$@" -o "$work/program" "$work/main.o" "$work/second.o" -L"$work" -lplaces $with
		quietly $compile "$@" -o "$work/none" "$work/none.o" $with
	}
	LD_LIBRARY_PATH="$work:$build/src" "$work/program" >"$work/listing" || { cat "$work/listing"; fail "$name: does not run"; }
	sort "$work/listing" >"$work/sorted"
	cmp -s "$work/expected" "$work/sorted" || { diff "$work/expected" "$work/sorted"; fail "$name: other places"; }
	LD_LIBRARY_PATH="$work:$build/src" "$work/none" >/dev/null || fail "$name: the program without statements fails"
}

shared="-L$build/src -lcquel"
# What the static library needs is what the shared one names.
static="$build/src/libcquel.a $(readelf -d "$build/src/libcquel.so" | sed -n 's/.*NEEDED.*\[lib\([a-z0-9]*\)\.so.*/-l\1/p' | tr '\n' ' ')"
compilers=
for compiler in gcc clang clang-19; do
	command -v "$compiler" >/dev/null 2>&1 || continue
	compilers="$compilers $compiler"
	for level in -O0 -O1 -O2; do
		compile="$compiler -std=c11 $level -fPIC -ffunction-sections -fdata-sections"
		for source in main second library none; do
			# shellcheck disable=SC2086
			quietly $compile -Wall -Wextra -Wshadow -Wconversion -Werror -I "$root/include" -c -o "$work/$source.o" "$here/$source.c"
		done
		with=$shared
		for linker in bfd gold lld; do
			command -v ld.$linker >/dev/null 2>&1 || continue
			links "$compiler $level $linker" -fuse-ld=$linker
			links "$compiler $level $linker --gc-sections" -fuse-ld=$linker -Wl,--gc-sections
		done
	done
	links "$compiler -O2 -no-pie" -no-pie
	# All in one: the program has its library's places too.
	with=$static
	tried=$((tried + 1))
	# shellcheck disable=SC2086
	quietly $compile -static-libgcc -Wl,--gc-sections -o "$work/program" "$work/main.o" "$work/second.o" "$work/library.o" $with
	"$work/program" | sort -u >"$work/sorted"
	[ "$(grep -c '^program' "$work/sorted")" -eq "$(grep -c 'calls: ' "$here"/*.[ch] | awk -F: '{n += $2} END {print n}')" ] ||
		{ cat "$work/sorted"; fail "$compiler, the static library: other places"; }
done
[ -n "$compilers" ] || fail 'there is no compiler'
printf 'sites: %d links (%s): each finds all of its places\n' "$tried" "${compilers# }"
