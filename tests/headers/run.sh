#!/bin/sh
# run.sh: compiles each public header alone, as C11 without extensions by each compiler found, and as C++17.
#
# It knows nothing of what the headers hold. Those of cquel/priv are not API: they are C only.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
warnings='-Wall -Wextra -Wshadow -Wconversion -Werror'
work=$(mktemp -d "${TMPDIR:-/tmp}/cquel-headers.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
compiled=0
failures=0

# try COMPILER LANGUAGE STANDARD HEADER: twice included, it must still be fine. ISO C++ lacks the anonymous structs of C11.
try() {
	printf '#include <%s>\n#include <%s>\nextern int alone;\n' "$4" "$4" >"$work/alone.$2"
	pedantic=
	[ "$2" = c++ ] || pedantic=-pedantic-errors
	# Event loops are POSIX: their headers, and those of their libraries, need more than ISO C shows.
	case $4 in
	cquel/loop/*) pedantic="$pedantic -D_GNU_SOURCE" ;;
	esac
	compiled=$((compiled + 1))
	# shellcheck disable=SC2086 # a list of options
	if ! "$1" "-std=$3" $pedantic $warnings -fsyntax-only -I "$root/include" -x "$2" "$work/alone.$2" >"$work/out" 2>&1; then
		printf '%s alone, %s -std=%s:\n' "$4" "$1" "$3"
		head -20 "$work/out"
		failures=$((failures + 1))
	fi
}

found=
for compiler in gcc clang clang-19; do
	command -v "$compiler" >/dev/null 2>&1 && found="$found $compiler"
done
[ -n "$found" ] || { echo 'headers: there is no compiler'; exit 1; }

headers=$(cd "$root/include" && find . -name '*.h' | sed 's|^\./||' | sort)
[ -n "$headers" ] || { echo 'headers: there is no header'; exit 1; }
for header in $headers; do
	# An adapter includes the library that it is for.
	case $header in
	cquel/loop/libuv.h) pkg-config --exists libuv || continue ;;
	cquel/loop/libevent.h) pkg-config --exists libevent || continue ;;
	esac
	for compiler in $found; do
		try "$compiler" c c11 "$header"
	done
	case $header in
	cquel/priv/*) continue ;;
	esac
	for compiler in g++ clang++; do
		if command -v "$compiler" >/dev/null 2>&1; then
			try "$compiler" c++ c++17 "$header"
		fi
	done
done

# A CQ_TARGETS that comes too late would check nothing: words.h refuses it, and takes one that came in time.
# targets STATUS FIRST SECOND: FIRST stands before cquel.h, SECOND behind it
targets() {
	printf '%s\n#include <cquel.h>\n%s\n#include <cquel/words.h>\nextern int alone;\n' "$2" "$3" >"$work/targets.c"
	compiled=$((compiled + 1))
	"$compiler" -std=c11 $warnings -fsyntax-only -I "$root/include" "$work/targets.c" >"$work/out" 2>&1
	if [ $? -ne "$1" ] || { [ "$1" -ne 0 ] && ! grep -q 'CQ_TARGETS must be defined before cquel is first included' "$work/out"; }; then
		printf 'CQ_TARGETS, %s:\n' "$compiler"
		head -20 "$work/out"
		failures=$((failures + 1))
	fi
}
for compiler in $found; do
	targets 0 '' ''
	targets 0 '#define CQ_TARGETS CQ_SQLITE' ''
	targets 1 '' '#define CQ_TARGETS CQ_SQLITE'
done

printf 'headers: %d headers, %d compilations (%s), %d failed\n' "$(echo "$headers" | wc -l)" $compiled "${found# }" $failures
[ $failures -eq 0 ]
