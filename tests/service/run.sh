#!/bin/sh
# run.sh BUILD: starts the example service on SQLite and on a PostgreSQL of its own, and has service_client ask it: every resource
# once, bad input, load, clients that leave or are slow, more load than it takes, a deadline that is too short, a restart of the
# database, and its own end under load and while requests wait.
#
# CQUEL_TEST_LONG=1: 10,000 requests where it is else 1,000, and wrk. Gives 77, skipped, where the build has no service.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:?the build folder}
. "$root/tests/support/servers.sh"

service=$build/examples/service
client=$build/tests/service_client
if [ ! -x "$service" ] || [ ! -x "$client" ]; then
	echo "skipped: the build has no service: install libevent-dev and libjansson-dev"
	exit 77
fi

long=${CQUEL_TEST_LONG:-0}
requests=1000
[ "$long" = 0 ] || requests=10000

# Texts that programs stumble over, where there is a list of them.
texts=
[ ! -r "$root/../shared/data/naughty_strings.txt" ] || texts="--texts $root/../shared/data/naughty_strings.txt"

work=$(mktemp -d /tmp/cquel-service.XXXXXX)
database=$work/servers
process=
finish() {
	[ -z "$process" ] || kill -KILL "$process" 2>/dev/null || true
	[ ! -d "$database" ] || servers_stop "$database"
	rm -rf "$work"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# start [OPTION...]: the service on any free port; sets process and port.
start() {
	: >"$work/out"
	"$service" --port 0 "$@" >>"$work/out" 2>"$work/log" &
	process=$!
	waited=0
	until grep -q '^http://' "$work/out"; do
		if ! kill -0 "$process" 2>/dev/null || [ $waited -ge 200 ]; then
			cat "$work/log" >&2
			echo "the service does not start" >&2
			exit 1
		fi
		waited=$((waited + 1))
		sleep 0.05
	done
	port=$(sed -n 's|^http://.*:||p' "$work/out")
}

# The service ends by itself, with 0, and has nothing to complain of.
ended() {
	result=0
	wait "$process" || result=$?
	process=
	if [ "$result" -ne 0 ] || grep -v 'answers what is under way' "$work/log" >&2; then
		cat "$work/log" >&2
		echo "the service ended with $result" >&2
		exit 1
	fi
}

stop() {
	kill -TERM "$process"
	ended
}

# The service was ended by its second SIGTERM.
was_ended() {
	result=0
	wait "$process" || result=$?
	process=
	[ "$result" -eq 143 ] || { cat "$work/log" >&2; echo "the service ended with $result" >&2; exit 1; }
}

scene() {
	name=$1
	shift
	"$client" "$name" "$port" "$@" || { cat "$work/log" >&2; exit 1; }
}

# What holds for both databases.
scenes() {
	start --database "$1"
	scene check
	scene naughty --requests "$requests" $texts
	scene gone --database "$1"
	scene throng --requests "$requests" --in-flight 32
	scene load --requests "$requests" --in-flight 64
	if [ "$long" != 0 ] && command -v wrk >/dev/null 2>&1; then
		wrk -c 64 -t 1 -d 5 --latency "http://127.0.0.1:$port/posts/1" | tee "$work/wrk"
		! grep -q 'Non-2xx\|Socket errors' "$work/wrk" || { echo "wrk met errors" >&2; exit 1; }
	fi
	scene drain --process "$process" --in-flight 64 --for 300
	ended
	start --database "$1" --most 8
	scene overload --requests "$requests" --in-flight 64
	stop
	start --database "$1" --deadline 5
	scene deadline --requests "$requests" --in-flight 64
	stop
	start --database "$1" --patience 1000
	scene slow
	stop
	start --database "$1"
	scene finish --process "$process" --database "$1"
	ended
	start --database "$1"
	scene hurry --process "$process" --database "$1"
	was_ended
}

echo "== SQLite"
scenes "sqlite:///$work/service.db"

if ! servers_postgres_programs >/dev/null 2>&1 || ! "$service" --help 2>&1 | grep -q postgresql; then
	echo "== PostgreSQL is not installed: left out"
	exit 0
fi
echo "== PostgreSQL"
mkdir "$database"
chmod 755 "$work"
(servers_only=postgres servers_launch "$database") || exit 1
# What is acknowledged must outlive the server's end: the server of the tests waits for no write by itself.
url="postgresql://cquel@/postgres?host=$database/p&options=-c%20synchronous_commit%3Don"
scenes "$url"
start --database "$url"
scene commit --database "$url"
scene restart --in-flight 32 --for 500 --command "sh '$root/tests/support/servers.sh' restart '$database'"
stop
