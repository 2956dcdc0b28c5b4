# servers.sh: a private PostgreSQL and a private MariaDB for the tests: own folder, own socket, no network, nothing kept.
#
# It knows nothing of what is tested. Sourced by tests/run.sh, which calls servers_start and servers_stop; by hand:
#   sh tests/support/servers.sh start FOLDER [postgres]    makes FOLDER and prints the addresses, to be exported
#   sh tests/support/servers.sh restart FOLDER             kills PostgreSQL, where it runs, and starts it on the same data
#   sh tests/support/servers.sh standby FOLDER COPY        makes COPY, a PostgreSQL that follows the one in FOLDER
#   sh tests/support/servers.sh pooler FOLDER COPY         makes COPY, a PgBouncer before the one in FOLDER, which pools by transaction
#   sh tests/support/servers.sh stop FOLDER                stops what runs there and removes FOLDER
# FOLDER must not exist or be empty at the start. Two folders are two pairs of servers and do not know of each other. POSIX sh.

servers_fail() {
	printf '== servers: %s\n' "$*" >&2
	return 1
}

# The folder with initdb and postgres of the newest PostgreSQL.
servers_postgres_programs() {
	for programs in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t / -k 5 -n -r) $(dirname "$(command -v initdb || echo /-/-)"); do
		if [ -x "$programs/initdb" ] && [ -x "$programs/postgres" ]; then
			printf '%s\n' "$programs"
			return 0
		fi
	done
	servers_fail "there is no initdb: install the package postgresql"
}

servers_mariadb_program() {
	for program in $(command -v mariadbd || true) /usr/sbin/mariadbd /usr/libexec/mariadbd; do
		if [ -x "$program" ]; then
			printf '%s\n' "$program"
			return 0
		fi
	done
	servers_fail "there is no mariadbd: install the package mariadb-server-core"
}

# Neither server runs as root; root has it run by the first of these users that there is.
servers_user() {
	if [ "$(id -u)" -ne 0 ]; then
		id -un
		return 0
	fi
	for user in "$1" nobody; do
		if id "$user" >/dev/null 2>&1; then
			printf '%s\n' "$user"
			return 0
		fi
	done
	servers_fail "there is no user that a server could run as"
}

# servers_as USER COMMAND...: as that user where that is another one; the process becomes the command. In no place that the
# user might not be allowed to see, and away from the terminal, whose interrupts end the run and not the server.
servers_as() {
	user=$1
	shift
	cd / || return 1
	if [ "$(id -u)" -ne 0 ]; then
		exec setsid "$@"
	fi
	exec setsid setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups env HOME=/nonexistent USER="$user" "$@"
}

# When a process started; nothing for one that has ended, whether or not its parent has noticed. A number is given to
# another process in time, so that both are written down.
servers_birth() {
	# The name may hold blanks and parentheses; the state is the first word behind it, the start the 20th.
	sed -n 's/.*) //; /^[ZX]/!p' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20
}

servers_note() {
	printf '%s %s\n' "$2" "$(servers_birth "$2")" >"$1"
}

servers_lives() {
	[ -s "$1" ] || return 1
	read -r noted birth <"$1" || return 1
	[ -n "$birth" ] && [ "$(servers_birth "$noted")" = "$birth" ]
}

servers_show_logs() {
	for log in "$1"/*.log; do
		[ -s "$log" ] || continue
		printf '== the end of %s\n' "$log" >&2
		tail -n 40 "$log" >&2
	done
}

# servers_own FOLDER NAME USER: the part of a folder that belongs to one server.
servers_own() {
	mkdir "$1/$2" && chmod 700 "$1/$2" && : >"$1/$2.log" || return 1
	if [ "$(id -u)" -eq 0 ]; then
		chown "$3" "$1/$2"
	fi
}

# Both make their files and start without waiting for the disk, then run in the background.
servers_postgres() {
	folder=$1
	programs=$(servers_postgres_programs) && user=$(servers_user postgres) && servers_own "$folder" p "$user" || return 1
	(servers_as "$user" "$programs/initdb" --no-sync --auth=trust --encoding=UTF8 --locale=C --username=cquel --pgdata="$folder/p/data") \
		>"$folder/p.log" 2>&1 || return 1
	servers_postgres_run "$folder" "$programs" "$user"
}

servers_postgres_run() {
	folder=$1 programs=$2 user=$3
	(servers_as "$user" "$programs/postgres" -D "$folder/p/data" -k "$folder/p" -c listen_addresses= -c fsync=off -c synchronous_commit=off \
		-c full_page_writes=off -c autovacuum=off -c shared_buffers=32MB -c max_connections=100 -c jit=off -c timezone=UTC \
		-c log_timezone=UTC -c lc_messages=C -c client_encoding=UTF8 -c dynamic_shared_memory_type=mmap) >>"$folder/p.log" 2>&1 </dev/null &
	servers_note "$folder/p.pid" $!
}

servers_mariadb() {
	folder=$1
	program=$(servers_mariadb_program) && user=$(servers_user mysql) && servers_own "$folder" m "$user" || return 1
	messages=/usr/share/mysql
	options="--no-defaults --datadir=$folder/m/data --tmpdir=$folder/m --innodb-flush-method=nosync --innodb-flush-log-at-trx-commit=0 \
		--innodb-doublewrite=0 --innodb-log-file-size=16M --innodb-buffer-pool-size=32M --aria-pagecache-buffer-size=8M --key-buffer-size=1M \
		--innodb-use-native-aio=0 --skip-networking --skip-log-bin --skip-name-resolve --performance-schema=OFF \
		--character-set-server=utf8mb4 --collation-server=utf8mb4_bin"
	(servers_as "$user" mkdir "$folder/m/data") >"$folder/m.log" 2>&1 || return 1
	# shellcheck disable=SC2086 # options are words, and folders here have no blanks
	{
		printf '%s;\n' 'CREATE DATABASE mysql' 'USE mysql'
		cat "$messages/mysql_system_tables.sql" "$messages/mysql_system_tables_data.sql"
		echo "CREATE DATABASE cquel;"
	} | (servers_as "$user" "$program" $options --bootstrap --silent-startup) >>"$folder/m.log" 2>&1 || return 1
	# shellcheck disable=SC2086
	(servers_as "$user" "$program" $options --skip-grant-tables --socket="$folder/m/s" --pid-file="$folder/m/pid" --default-time-zone=+00:00 \
		--max-connections=50 --thread-stack=1M) >>"$folder/m.log" 2>&1 </dev/null &
	servers_note "$folder/m.pid" $!
}

# Ends what runs in a folder and removes the folder; both may be gone already.
servers_stop() {
	for server in p m b; do
		servers_lives "$1/$server.pid" || continue
		# What they hold is thrown away, so neither is asked to put it in order: PostgreSQL's is the immediate shutdown.
		case $server in
		p) kill -QUIT "$noted" 2>/dev/null ;;
		m | b) kill -KILL "$noted" 2>/dev/null ;;
		esac
	done
	for server in p m b; do
		waited=0
		while servers_lives "$1/$server.pid"; do
			[ $waited -lt 50 ] || kill -KILL "$noted" 2>/dev/null
			[ $waited -lt 100 ] || break
			waited=$((waited + 1))
			sleep 0.1
		done
	done
	rm -rf "$1"
}

# Ends the servers of runs that were killed before they could.
servers_sweep() {
	for folder in /tmp/cquel-servers.*; do
		[ -O "$folder" ] && [ -f "$folder/owner" ] || continue
		servers_lives "$folder/owner" || servers_stop "$folder"
	done
}

# Whether the one that is called so was asked for: servers_only=postgres starts no MariaDB.
servers_want() {
	[ "${servers_only:-$1}" = "$1" ]
}

servers_mariadb_answers() {
	[ -S "$1/m/s" ] && grep -q 'ready for connections' "$1/m.log"
}

# The servers answer when their sockets do; neither needs a client for that to be seen.
servers_wait() {
	waited=0
	while ! { grep -q 'ready to accept .*connections' "$1/p.log" && { ! servers_want mariadb || servers_mariadb_answers "$1"; }; }; do
		servers_lives "$1/p.pid" || servers_fail "PostgreSQL ended" || return 1
		! servers_want mariadb || servers_lives "$1/m.pid" || servers_fail "MariaDB ended" || return 1
		[ $waited -lt 600 ] || servers_fail "not ready after a minute" || return 1
		waited=$((waited + 1))
		sleep 0.1
	done
}

# The immediate shutdown, as if the machine had lost its power; then up again.
servers_restart_postgres() {
	[ -d "$1/p/data" ] || servers_fail "no PostgreSQL was started in $1" || return 1
	! servers_lives "$1/p.pid" || kill -QUIT "$noted" || return 1
	waited=0
	while servers_lives "$1/p.pid"; do
		[ $waited -lt 100 ] || kill -KILL "$noted" 2>/dev/null
		waited=$((waited + 1))
		sleep 0.05
	done
	programs=$(servers_postgres_programs) && user=$(servers_user postgres) || return 1
	: >"$1/p.log"
	servers_postgres_run "$1" "$programs" "$user" || return 1
	servers_only=postgres
	servers_wait "$1"
}

# A streaming standby, read-only until it is promoted (SELECT pg_promote()).
servers_standby() {
	programs=$(servers_postgres_programs) && user=$(servers_user postgres) || return 1
	mkdir -p "$2" && chmod 755 "$2" && servers_own "$2" p "$user" || return 1
	(servers_as "$user" "$programs/pg_basebackup" --host="$1/p" --username=cquel --pgdata="$2/p/data" --write-recovery-conf \
		--wal-method=stream --checkpoint=fast --no-sync) >"$2/p.log" 2>&1 || { cat "$2/p.log" >&2; return 1; }
	servers_postgres_run "$2" "$programs" "$user" || return 1
	waited=0
	until grep -q 'ready to accept read-only connections' "$2/p.log"; do
		servers_lives "$2/p.pid" || servers_fail "the standby ended" || return 1
		[ $waited -lt 600 ] || servers_fail "the standby is not ready after a minute" || return 1
		waited=$((waited + 1))
		sleep 0.1
	done
}

servers_pooler_program() {
	program=$(command -v pgbouncer || echo /usr/sbin/pgbouncer)
	[ -x "$program" ] && printf '%s\n' "$program"
}

servers_pooler() {
	program=$(servers_pooler_program) || servers_fail "there is no pgbouncer: install the package pgbouncer" || return 1
	user=$(servers_user postgres) && mkdir -p "$2" && chmod 755 "$2" && servers_own "$2" b "$user" || return 1
	cat >"$2/b.ini" <<END || return 1
[databases]
* = host=$1/p
[pgbouncer]
listen_addr =
unix_socket_dir = $2/b
listen_port = 5432
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_client_conn = 200
logfile = $2/b/log
END
	# Any user is let in as the one it says it is.
	sed -i "s|^\* = host=.*|& user=cquel|" "$2/b.ini"
	(servers_as "$user" "$program" "$2/b.ini") >"$2/b.log" 2>&1 </dev/null &
	servers_note "$2/b.pid" $!
	waited=0
	until [ -S "$2/b/.s.PGSQL.5432" ]; do
		servers_lives "$2/b.pid" || { cat "$2/b.log" >&2; servers_fail "PgBouncer ended"; } || return 1
		[ $waited -lt 100 ] || servers_fail "PgBouncer does not answer" || return 1
		waited=$((waited + 1))
		sleep 0.1
	done
}

# servers_launch FOLDER: sets and exports CQUEL_TEST_POSTGRES, a libpq conninfo; CQUEL_TEST_MARIADB, the socket and the
# database with a blank between; CQUEL_TEST_POOLER, the folder of PgBouncer's socket, or nothing where it is not installed.
# On failure says why, and nothing is left.
servers_launch() {
	case $1 in *[!A-Za-z0-9/._-]* | [!/]*) servers_fail "a folder's name must be absolute, of letters, digits and / . _ - only: $1" || return 1 ;; esac
	# The name of a socket has 107 bytes; the longest here is p/.s.PGSQL.5432.
	[ ${#1} -le 80 ] || servers_fail "a socket's name would be too long in $1" || return 1
	chmod 755 "$1" || return 1
	# One makes its files while the other does.
	(servers_postgres "$1") &
	postgres=$!
	(! servers_want mariadb || servers_mariadb "$1") &
	mariadb=$!
	failed=
	wait "$postgres" || failed=PostgreSQL
	wait "$mariadb" || failed="$failed MariaDB"
	if [ -n "$failed" ] || ! servers_wait "$1"; then
		servers_show_logs "$1"
		servers_stop "$1"
		servers_fail "no start:${failed:+ $failed}"
		return 1
	fi
	CQUEL_TEST_POSTGRES="host=$1/p user=cquel dbname=postgres"
	CQUEL_TEST_MARIADB=
	! servers_want mariadb || CQUEL_TEST_MARIADB="$1/m/s cquel"
	CQUEL_TEST_POOLER=
	if servers_want pooler && servers_pooler_program >/dev/null; then
		servers_pooler "$1" "$1" || { servers_stop "$1"; return 1; }
		CQUEL_TEST_POOLER=$1/b
	fi
	export CQUEL_TEST_POSTGRES CQUEL_TEST_MARIADB CQUEL_TEST_POOLER
}

# servers_start: in a folder of its own, named in servers_folder. The caller stops them, in a trap.
servers_start() {
	servers_sweep
	servers_folder=$(mktemp -d /tmp/cquel-servers.XXXXXX) || return 1
	servers_note "$servers_folder/owner" $$
	servers_launch "$servers_folder"
}

servers_by_hand() {
	servers_only=${3:-}
	case ${1:-}:${2:-} in
	start:?*)
		mkdir -p "$2" || return 1
		[ -z "$(ls -A "$2")" ] || servers_fail "$2 is not empty" || return 1
		servers_launch "$2" || return 1
		printf "export CQUEL_TEST_POSTGRES='%s'\nexport CQUEL_TEST_MARIADB='%s'\nexport CQUEL_TEST_POOLER='%s'\n" \
			"$CQUEL_TEST_POSTGRES" "$CQUEL_TEST_MARIADB" "$CQUEL_TEST_POOLER"
		;;
	restart:?*) servers_restart_postgres "$2" ;;
	standby:?*) servers_standby "$2" "${3:?}" ;;
	pooler:?*) servers_pooler "$2" "${3:?}" ;;
	stop:?*)
		[ -f "$2/p.pid" ] || [ -f "$2/m.pid" ] || [ -f "$2/b.pid" ] || servers_fail "no servers were started in $2" || return 1
		servers_stop "$2"
		;;
	*)
		echo "usage: sh tests/support/servers.sh start FOLDER [postgres] | restart FOLDER | standby FOLDER COPY | pooler FOLDER COPY | stop FOLDER" >&2
		return 2
		;;
	esac
}

case ${0##*/} in
servers.sh) servers_by_hand "$@" ;;
esac
