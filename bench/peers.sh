#!/bin/sh
# peers.sh: what cquel takes, beside what a user would pick instead, for the same work on the same data, each in turn.
#
# sh bench/peers.sh [--rounds N]; writes bench/peers.md and bench/peers.svg. It installs the libraries that Debian has.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tests/support/packages.sh"
. "$root/tests/support/servers.sh"

rounds=5
while [ $# -gt 0 ]; do
	case $1 in
	--rounds)
		[ $# -ge 2 ] || die "--rounds wants a number"
		rounds=$2
		shift
		;;
	*) die "usage: sh bench/peers.sh [--rounds N]" ;;
	esac
	shift
done

need_packages gcc g++ libc6-dev clang cmake ninja-build libsqlite3-dev libpq-dev postgresql pkg-config valgrind python3 \
	python3-asyncpg python3-sqlalchemy python3-aiosqlite libzdb-dev libecpg-dev libsoci-dev libboost-dev libpqxx-dev
build=$root/build/bench
mkdir -p "$build/peers"
say "builds in build/bench"
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG" -DCQUEL_TESTS=OFF \
	-DCQUEL_EXAMPLES=OFF >"$build/configure.log" 2>&1 || { cat "$build/configure.log" >&2; die "cmake failed"; }
cmake --build "$build" --target cquel_bench -j "$(cores)" >&2 || die "the build failed"
peers=$root/bench/peers out=$build/peers
# shellcheck disable=SC2046 # options are words
{
	gcc -O2 "$peers/zdb.c" -o "$out/zdb" $(pkg-config --cflags --libs zdb)
	g++ -O2 "$peers/soci.cc" -o "$out/soci" -lsoci_core -lsoci_sqlite3 -lsoci_postgresql
	g++ -O2 -std=c++17 "$peers/pqxx.cc" -o "$out/pqxx" -lpqxx -lpq
	ecpg -o "$out/ecpg.c" "$peers/ecpg.pgc"
	gcc -O2 -I"$peers" -I"$(pg_config --includedir)" "$out/ecpg.c" -o "$out/ecpg" -lecpg
} || die "a peer does not build"

servers_folder= scratch=
finish() {
	trap '' HUP INT TERM
	[ -z "$servers_folder" ] || servers_stop "$servers_folder"
	[ -z "$scratch" ] || rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
servers_only=postgres
servers_start || die "there is no server to measure"
# On the memory disk where there is one: what is measured is the libraries.
scratch=$(mktemp -d /dev/shm/cquel-peers-XXXXXX 2>/dev/null || mktemp -d)
python=/usr/bin/python3
figures=$build/peers/figures.tsv
: >"$figures"

ours() {
	"$build/bench/cquel_bench" --child "$1" "$2" "$3" "$scratch"
}

# note ROUND CASE PEER COMMAND...: what cannot do a case says so and is left out.
note() {
	round=$1 case=$2 peer=$3
	shift 3
	if nanoseconds=$("$@" 2>"$build/peers/errors"); then
		printf '%s\t%s\t%s\t%s\n' "$round" "$case" "$peer" "$nanoseconds" >>"$figures"
	else
		say "$peer failed at $case: $(head -c 300 "$build/peers/errors")"
	fi
}

# measure CASE KIND OPERATIONS SLOW_OPERATIONS
measure() {
	case=$1 kind=$2 operations=$3 slow=$4
	say "$case"
	path=$(ours make "$case" hand)
	database=${path##*dbname=}
	host=$servers_folder/p
	for round in $(seq 1 "$rounds"); do
		note "$round" "$case" hand ours time "$case" hand
		note "$round" "$case" cquel ours time "$case" cquel
		case $case in
		sqlite-inflight*)
			note "$round" "$case" aiosqlite "$python" "$peers/aiosqlite_peer.py" "$kind" "$path" "$slow"
			note "$round" "$case" SQLAlchemy "$python" "$peers/sqlalchemy_peer.py" "$kind" "sqlite+aiosqlite:///$path" "$slow"
			;;
		sqlite-*)
			note "$round" "$case" libzdb "$out/zdb" "$kind" "sqlite://$path?synchronous=normal" "$operations"
			note "$round" "$case" SOCI "$out/soci" "$kind" "sqlite3://$path" "$operations"
			note "$round" "$case" aiosqlite "$python" "$peers/aiosqlite_peer.py" "$kind" "$path" "$slow"
			note "$round" "$case" SQLAlchemy "$python" "$peers/sqlalchemy_peer.py" "$kind" "sqlite+aiosqlite:///$path" "$slow"
			;;
		pg-inflight*)
			note "$round" "$case" asyncpg "$python" "$peers/asyncpg_peer.py" "$kind" "$host $database" "$slow"
			note "$round" "$case" SQLAlchemy "$python" "$peers/sqlalchemy_peer.py" "$kind" "postgresql+asyncpg://cquel@/$database?host=$host" "$slow"
			;;
		pg-*)
			note "$round" "$case" libzdb "$out/zdb" "$kind" "postgresql://localhost/$database?unix-socket=$host&user=cquel&password=none" "$operations"
			note "$round" "$case" SOCI "$out/soci" "$kind" "postgresql://host=$host user=cquel dbname=$database" "$operations"
			note "$round" "$case" libpqxx "$out/pqxx" "$kind" "host=$host user=cquel dbname=$database" "$operations"
			note "$round" "$case" ECPG env PGHOST="$host" "$out/ecpg" "$kind" "$database" "$operations"
			note "$round" "$case" asyncpg "$python" "$peers/asyncpg_peer.py" "$kind" "$host $database" "$slow"
			note "$round" "$case" SQLAlchemy "$python" "$peers/sqlalchemy_peer.py" "$kind" "postgresql+asyncpg://cquel@/$database?host=$host" "$slow"
			;;
		esac
	done
	ours drop "$case" hand
}

measure sqlite-point point 5000 500
measure sqlite-inflight-64 inflight 4096 640
measure sqlite-scan scan 100000 100000
measure sqlite-bulk-insert bulk 100000 100000
measure pg-point point 2000 500
measure pg-inflight-64 inflight 4096 640
measure pg-scan scan 100000 100000
measure pg-bulk-insert bulk 100000 100000
"$python" "$peers/report.py" "$figures" "$root/bench/peers.md" "$root/bench/peers.svg"
say "wrote bench/peers.md and bench/peers.svg"
