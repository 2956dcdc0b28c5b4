#!/bin/sh
# run.sh: installs what the tests need, builds the library and runs every test, with a PostgreSQL and a MariaDB of its own
# to ask. Exits non-zero when anything fails. docs/testing.md tells what stands where.
#
# sh tests/run.sh [--compiler CC] [--sanitizers] [--long]
#   --compiler CC   the compiler of the main build (gcc)
#   --sanitizers    also builds and runs the suite under ASan+UBSan, and under TSan
#   --long          also runs the long forms of the tests of faults, the suite optimised and in four time zones, and clang-tidy
#                   where it is installed
set -eu

exec 2>&1
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tests/support/packages.sh"
. "$root/tests/support/servers.sh"

compiler=gcc
sanitizers=false
long=false
while [ $# -gt 0 ]; do
	case $1 in
	--compiler)
		[ $# -ge 2 ] || die "--compiler wants a name"
		compiler=$2
		shift
		;;
	--compiler=*) compiler=${1#*=} ;;
	--sanitizers) sanitizers=true ;;
	--long) long=true ;;
	*) die "usage: sh tests/run.sh [--compiler CC] [--sanitizers] [--long]" ;;
	esac
	shift
done

started=$(date +%s)
jobs=$(cores)
builds=$root/build/tests
cd "$root"

# The servers end with the run, however it ends. What takes long runs in the background, for a shell hears a signal only
# while it waits, and in a session of its own, so that all of it can be ended.
child=
servers_folder=
finish() {
	trap '' HUP INT TERM
	[ -z "$child" ] || kill -TERM "-$child" 2>/dev/null || true
	[ -z "$servers_folder" ] || servers_stop "$servers_folder"
}

endable() {
	setsid "$@" &
	child=$!
	result=0
	wait "$child" || result=$?
	child=
	return $result
}

# configure FOLDER CC PRESET [OPTION...]: a build folder outlives a run, but not a change of its compiler.
configure() {
	folder=$builds/$1 cc=$2 preset=$3
	shift 3
	if [ -f "$folder/compiler" ] && [ "$(cat "$folder/compiler")" != "$cc" ]; then
		rm -rf "$folder"
	fi
	cmake --preset "$preset" -B "$folder" -DCMAKE_C_COMPILER="$cc" -DCQUEL_TEST_SERVERS=ON "$@" >"$builds/configure.log" ||
		{ cat "$builds/configure.log"; die "cmake failed"; }
	echo "$cc" >"$folder/compiler"
}

# build FOLDER [TARGET]
build() {
	endable cmake --build "$builds/$1" -j "$jobs" ${2:+--target "$2"} || die "the build $1 failed"
}

# suite FOLDER [WRAPPER...]: what only reads the tree has run once it has run for the main build.
suite() {
	folder=$1
	shift
	scripts=none
	[ "$folder" = main ] || scripts='lint|headers|consumer|reject|sites'
	endable "$@" ctest --test-dir "$builds/$folder" --output-on-failure -j "$jobs" --no-tests=error -E "^($scripts)\$" \
		--output-junit "$builds/$folder/results.xml" || die "tests failed in the build $folder"
	# Both servers are there and everything is installed, so nothing has a reason to be skipped.
	grep -q '^[[:space:]]*skipped="0"' "$builds/$folder/results.xml" || die "a test was skipped in the build $folder"
}

# long_form NAME SECONDS [VARIABLE=VALUE...]: a test program of the main build, longer than CTest runs it. What it counts is shown.
long_form() {
	program=$1 limit=$2
	shift 2
	say "$program, the long form"
	endable timeout --kill-after=10 "$limit" env CQUEL_TEST_LONG=1 "$@" "$builds/main/tests/${program}_test" ||
		die "$program failed, or took more than $limit s"
}

say "1. packages"
need_packages --wish clang-19 gcc g++ libc6-dev clang cmake ninja-build pkg-config libsqlite3-dev libcmocka-dev sqlite3 valgrind \
	libpq-dev libmariadb-dev libuv1-dev libevent-dev libjansson-dev wrk postgresql mariadb-server-core pgbouncer
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
have_package "$compiler" || command -v "$compiler" >/dev/null 2>&1 || die "there is no compiler $compiler"
mkdir -p "$builds"

say "2. $compiler: builds everything, warnings are errors"
configure main "$compiler" dev
build main

other=clang
case $compiler in *clang*) other=gcc ;; esac
say "3. $other: builds everything, warnings are errors"
configure other "$other" dev
build other

# Some warnings are only given where the compiler optimises.
say "4. $compiler -O2: builds the library, warnings are errors"
configure release "$compiler" release -DCQUEL_WERROR=ON
build release cquel_static

say "5. tests"
servers_start || die "the tests have no servers to ask"
suite main

if $sanitizers; then
	say "6. AddressSanitizer and UndefinedBehaviorSanitizer"
	configure asan "$compiler" asan
	build asan
	# Damaged programs from where no run began before; the test prints its seeds.
	! $long || export CQUEL_TEST_FUZZ=120 CQUEL_TEST_FUZZ_SEED="$started"
	ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1 suite asan
	unset CQUEL_TEST_FUZZ
	say "7. ThreadSanitizer"
	configure tsan "$compiler" tsan
	build tsan
	# ThreadSanitizer cannot place its memory where a kernel scatters addresses widely.
	fixed=
	if setarch "$(uname -m)" -R true 2>/dev/null; then
		fixed="setarch $(uname -m) -R"
	fi
	# shellcheck disable=SC2086 # a command and its words, or nothing
	TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1 suite tsan $fixed
fi

if $long; then
	say "8. faults"
	say "service, the long form"
	endable timeout --kill-after=10 600 env CQUEL_TEST_LONG=1 sh "$root/tests/service/run.sh" "$builds/main" || die "the service failed"
	long_form pool_model 300 CQUEL_TEST_POOL_STEPS=10000000
	long_form kill 300
	long_form restart 600
	long_form cancel_storm 900
	long_form cancel_phase 900
	long_form wire_cut 3600
	long_form session_random 1800
	long_form session_random 3600 CQUEL_TEST_DATABASE=postgresql
	say "9. optimised, in four time zones"
	build release
	# Spelled out, so that no time zone database is needed: no zone, behind, ahead by a quarter, with a summer time.
	for zone in UTC0 SST11 NPT-5:45 CET-1CEST,M3.5.0,M10.5.0/3; do
		say "TZ=$zone"
		suite release env TZ="$zone"
	done
	if command -v clang-tidy >/dev/null 2>&1; then
		say "10. clang-tidy"
		find src -name '*.c' -print0 | xargs -0 -n 4 -P "$jobs" clang-tidy --quiet -p "$builds/other" ||
			die "clang-tidy has findings"
	fi
fi

say "all passed in $(($(date +%s) - started)) s"
