# packages.sh: finds out which Debian packages are missing, and installs them where that is allowed.
#
# It knows nothing of what is built. Sourced by tests/run.sh, examples/run.sh and bench/run.sh; POSIX sh.

say() {
	printf '== %s\n' "$*" >&2
}

die() {
	printf '== %s\n' "$*" >&2
	exit 1
}

# Asked of what a package brings, so that a machine that has it from elsewhere counts too.
have_package() {
	case $1 in
	gcc | g++ | clang | clang-* | cmake | valgrind | git | make | wrk) command -v "$1" >/dev/null 2>&1 ;;
	ninja-build) command -v ninja >/dev/null 2>&1 ;;
	pkg-config) command -v pkg-config >/dev/null 2>&1 ;;
	sqlite3) command -v sqlite3 >/dev/null 2>&1 ;;
	libsqlite3-dev) pkg-config --exists sqlite3 2>/dev/null ;;
	libcmocka-dev) pkg-config --exists cmocka 2>/dev/null ;;
	libevent-dev) pkg-config --exists libevent 2>/dev/null ;;
	libjansson-dev) pkg-config --exists jansson 2>/dev/null ;;
	libpq-dev) pkg-config --exists libpq 2>/dev/null ;;
	libmariadb-dev) pkg-config --exists libmariadb 2>/dev/null ;;
	mariadb-server-core) command -v mariadbd >/dev/null 2>&1 || [ -x /usr/sbin/mariadbd ] ;;
	pgbouncer) command -v pgbouncer >/dev/null 2>&1 || [ -x /usr/sbin/pgbouncer ] ;;
	libc6-dev) echo '#include <stdlib.h>' | cc -E - >/dev/null 2>&1 ;;
	*) dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed' ;;
	esac
}

missing_packages() {
	missing=
	for package in "$@"; do
		have_package "$package" || missing="$missing $package"
	done
	printf '%s\n' "${missing# }"
}

may_install() {
	[ "$(id -u)" -eq 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null 2>&1
}

apt() {
	DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@" >&2
}

policy=/usr/sbin/policy-rc.d

restore_policy() {
	rm -f "$policy"
	[ ! -e "$policy.before-cquel" ] || mv "$policy.before-cquel" "$policy"
}

# Debian starts the service of a package it installs, unless this file says no.
install_without_starting() {
	[ ! -e "$policy" ] || [ -e "$policy.before-cquel" ] || mv "$policy" "$policy.before-cquel"
	trap 'restore_policy; exit 1' HUP INT TERM
	printf '#!/bin/sh\nexit 101\n' >"$policy"
	chmod 755 "$policy"
	installed=true
	apt install -y --no-install-recommends "$@" || installed=false
	restore_policy
	trap - HUP INT TERM
	$installed
}

# need_packages [--wish NAME]... NAME...: installs what is missing. What is only wished for may be unknown to the mirror.
need_packages() {
	wishes=
	while [ "${1:-}" = --wish ]; do
		wishes="$wishes $2"
		shift 2
	done
	needed=$(missing_packages "$@")
	# shellcheck disable=SC2086 # a list of words
	wished=$(missing_packages $wishes)
	if [ -z "$needed$wished" ]; then
		say "packages: nothing is missing"
		return 0
	fi
	if ! may_install; then
		[ -z "$needed" ] || die "missing, and only root on Debian installs here: $needed"
		say "goes without: $wished"
		return 0
	fi
	say "packages: installs $needed $wished"
	apt update || die "apt-get update failed"
	offered=
	for package in $wished; do
		if apt-cache show "$package" >/dev/null 2>&1; then
			offered="$offered $package"
		else
			say "goes without $package: the mirror does not have it"
		fi
	done
	# shellcheck disable=SC2086
	install_without_starting $needed $offered || die "apt-get install failed"
	# shellcheck disable=SC2086
	needed=$(missing_packages $needed)
	[ -z "$needed" ] || die "still missing after the installation: $needed"
}

# How many jobs to run at once.
cores() {
	nproc 2>/dev/null || echo 2
}
