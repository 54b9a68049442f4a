# Private PostgreSQL clusters for running, testing and building; source this file from bash.
#
# A cluster belongs to a state directory DIR:
#   DIR/secrets   passwords of vd_owner, vd_app, vd_public (0600, random, made once)
#   DIR/env       VD_ADMIN_DB VD_OWNER_DB VD_APP_DB VD_PUBLIC_DB, shell-sourceable (0600)
#   DIR/location  where the data is: "pg" for DIR/pg, or elsewhere when the server's user cannot reach DIR
# The server listens on a Unix socket only.  The administrator comes in by peer authentication,
# everybody else by password.  As root the server runs as user postgres.
#
#   cluster_create [--throwaway] DIR    nothing when it exists; --throwaway: fast, not crash-safe
#   cluster_start DIR                   nothing when it runs; writes DIR/env
#   cluster_stop DIR                    nothing when it is stopped
#   cluster_destroy DIR                 stop and remove data, secrets and env
#   cluster_running DIR                 status only
#   database_env DIR [DATABASE]         print the lines of DIR/env for a database
# shellcheck shell=bash

# PostgreSQL's programs are not in PATH on Debian; the newest version installed is taken.
pg_bin() {
	local d best=
	if [ -n "${VD_PG_BIN:-}" ]; then echo "$VD_PG_BIN"; return 0; fi
	for d in /usr/lib/postgresql/*/bin; do
		[ -x "$d/postgres" ] && best=$(printf '%s\n%s\n' "$best" "$d" | sort -V | tail -n 1)
	done
	[ -n "$best" ] || best=$(dirname "$(command -v postgres 2>/dev/null || echo /nowhere/postgres)")
	[ -x "$best/postgres" ] || { echo "PostgreSQL server not found: install postgresql" >&2; return 1; }
	echo "$best"
}

pg_user() { if [ "$(id -u)" = 0 ]; then echo postgres; else id -un; fi; }

# Run as the server's user, from a directory it can enter, without our locks.
as_pg() {
	if [ "$(id -u)" = 0 ]; then
		(cd / && exec runuser -u postgres -- "$@" 9>&-)
	else
		(cd / && exec "$@" 9>&-)
	fi
}

# Where the data of DIR is; empty when there is no cluster.
cluster_base() {
	local base
	base=$(cat "$1/location" 2>/dev/null || true)
	case $base in pg) echo "$1/pg" ;; *) echo "$base" ;; esac
}

absolute_dir() { mkdir -p "$1" && (cd "$1" && pwd -P); }

# Throw-away data in /tmp whose state directory is gone: nobody will come back for it.
sweep_orphans() {
	local d
	for d in /tmp/vd-pg-*; do
		[ -d "$d" ] && [ ! -L "$d" ] && [ "$(stat -c %U "$d")" = "$(pg_user)" ] &&
		    [ -f "$d/ready" ] && [ ! -d "$(cat "$d/ready")" ] && [ ! -f "$d/data/postmaster.pid" ] || continue
		rm -rf "$d"
	done
}

# The directory the data goes to, empty and owned by the server's user.
cluster_place() {
	local dir=$1 throwaway=$2 base=$1/pg
	if [ "$throwaway" = 0 ] && [ -e "$base/ready" ]; then
		echo "$base holds a database, but $dir/location is gone: write pg into it, or move $base away" >&2
		return 1
	fi
	rm -rf "$base"
	mkdir -m 0711 "$base"
	if [ "$(id -u)" = 0 ]; then
		chown postgres "$base"
		if ! as_pg test -w "$base" 2>/dev/null; then
			rmdir "$base"
			if [ "$throwaway" = 1 ]; then
				base=$(mktemp -d /tmp/vd-pg-XXXXXX)
			else
				install -d -m 0755 /var/lib/vinhdanh
				base=$(mktemp -d /var/lib/vinhdanh/pg-XXXXXX)
			fi
			chmod 0711 "$base"
			chown postgres "$base"
		fi
	fi
	echo "$base"
}

cluster_create() {
	local throwaway=0 dir base bin sync=
	if [ "$1" = --throwaway ]; then throwaway=1; shift; fi
	dir=$(absolute_dir "$1") || return 1
	bin=$(pg_bin) || return 1
	base=$(cluster_base "$dir")
	if [ -n "$base" ]; then
		# Data beside the state moves and is copied with it; elsewhere it serves one directory.
		[ -f "$base/ready" ] && { [ "$base" = "$dir/pg" ] || [ "$(cat "$base/ready")" = "$dir" ]; } && return 0
		if [ "$throwaway" = 0 ]; then
			echo "the database of $dir is not in $base any more: remove $dir/location for a new, empty one" >&2
			return 1
		fi
	fi
	if [ "$throwaway" = 1 ]; then sweep_orphans; fi
	cluster_secrets "$dir"
	base=$(cluster_place "$dir" "$throwaway") || return 1
	if [ "$throwaway" = 1 ]; then sync=--no-sync; fi
	if ! as_pg "$bin/initdb" -D "$base/data" -U postgres --encoding=UTF8 --locale=C.UTF-8 \
	    --data-checksums --auth-local=peer --auth-host=reject $sync >"$dir/initdb.log" 2>&1; then
		cat "$dir/initdb.log" >&2
		return 1
	fi
	rm -f "$dir/initdb.log"
	as_pg tee -a "$base/data/postgresql.conf" >/dev/null <<-END
		listen_addresses = ''
		port = 5432
		max_connections = 50
		shared_buffers = 128MB
		password_encryption = 'scram-sha-256'
		timezone = 'UTC'
		log_timezone = 'UTC'
		logging_collector = off
		log_line_prefix = '%m [%p] %u@%d '
		log_min_duration_statement = 1s
		log_parameter_max_length = 0
		log_parameter_max_length_on_error = 0
	END
	if [ "$throwaway" = 1 ]; then
		as_pg tee -a "$base/data/postgresql.conf" >/dev/null <<-END
			fsync = off
			synchronous_commit = off
			full_page_writes = off
			autovacuum = off
			max_wal_size = 1GB
			log_min_duration_statement = -1
		END
	fi
	as_pg tee "$base/data/pg_hba.conf" >/dev/null <<-END
		local all postgres peer map=admin
		local all all scram-sha-256
	END
	as_pg tee "$base/data/pg_ident.conf" >/dev/null <<-END
		admin $(pg_user) postgres
		admin root postgres
	END
	echo "$dir" | as_pg tee "$base/ready" >/dev/null
	if [ "$base" = "$dir/pg" ]; then echo pg; else echo "$base"; fi >"$dir/location"
}

cluster_secrets() {
	local dir=$1 role
	[ -s "$dir/secrets" ] && return 0
	(
		umask 077
		for role in OWNER APP PUBLIC; do
			echo "VD_${role}_PASSWORD=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
		done >"$dir/secrets.new"
		mv "$dir/secrets.new" "$dir/secrets"
	)
}

cluster_running() {
	local base
	base=$(cluster_base "$1")
	[ -n "$base" ] && [ -d "$base/data" ] &&
	    as_pg "$(pg_bin)/pg_ctl" -D "$base/data" status >/dev/null 2>&1
}

# The socket's whole path must fit in 107 bytes; a long checkout path gets a directory in /tmp.
cluster_socket() {
	local base=$1 sock=$1/s
	if [ ${#sock} -gt 80 ]; then
		sock=$(mktemp -d /tmp/vd-s-XXXXXX)
		chmod 0755 "$sock"
		if [ "$(id -u)" = 0 ]; then chown postgres "$sock"; fi
	else
		as_pg mkdir -p "$sock"
		as_pg chmod 0755 "$sock"
	fi
	echo "$sock"
}

cluster_start() {
	local dir base bin sock
	dir=$(absolute_dir "$1") || return 1
	base=$(cluster_base "$dir")
	[ -n "$base" ] && [ -d "$base/data" ] || { echo "no cluster in $dir" >&2; return 1; }
	bin=$(pg_bin) || return 1
	# A server that was just killed may look alive for a moment, one that starts not yet.
	for _ in {1..50}; do
		cluster_running "$dir" || break
		if [ -f "$dir/socket" ] && "$bin/pg_isready" -q -h "$(cat "$dir/socket")" -p 5432; then
			cluster_env "$dir"
			return 0
		fi
		sleep 0.1
	done
	sock=$(cluster_socket "$base") || return 1
	echo "$sock" >"$dir/socket"
	# Twice, since the orphans of a killed server may still be on their way out.
	for _ in 1 2; do
		if as_pg "$bin/pg_ctl" -D "$base/data" -l "$base/log" -o "-k '$sock'" -w -t 60 start \
		    >/dev/null 2>&1 </dev/null; then
			cluster_env "$dir"
			return 0
		fi
		sleep 1
	done
	echo "PostgreSQL does not start; the end of $base/log:" >&2
	as_pg tail -n 15 "$base/log" >&2
	return 1
}

cluster_stop() {
	local dir base bin sock
	[ -d "$1" ] || return 0
	dir=$(absolute_dir "$1")
	base=$(cluster_base "$dir")
	bin=$(pg_bin) || return 1
	if [ -n "$base" ] && cluster_running "$dir"; then
		as_pg "$bin/pg_ctl" -D "$base/data" -m fast -w -t 60 stop >/dev/null 2>&1 ||
		    as_pg "$bin/pg_ctl" -D "$base/data" -m immediate -w -t 30 stop >/dev/null 2>&1 ||
		    ! cluster_running "$dir" || { echo "PostgreSQL of $dir does not stop" >&2; return 1; }
	fi
	sock=$(cat "$dir/socket" 2>/dev/null || true)
	case $sock in /tmp/vd-s-*) rmdir "$sock" 2>/dev/null ;; esac
	rm -f "$dir/socket"
	return 0
}

cluster_destroy() {
	local dir base
	[ -d "$1" ] || return 0
	dir=$(absolute_dir "$1")
	base=$(cluster_base "$dir")
	cluster_stop "$dir" || return 1
	# Only what cluster_place made, and only when it is ours.
	case $base in
	"$dir/pg" | /tmp/vd-pg-* | /var/lib/vinhdanh/pg-*)
		if [ ! -f "$base/ready" ] || [ "$(cat "$base/ready")" = "$dir" ]; then rm -rf "$base"; fi ;;
	esac
	rm -rf "$dir/pg"
	rm -f "$dir/location" "$dir/secrets" "$dir/env"
}

database_env() {
	local dir=$1 database=${2:-vinhdanh} sock role
	sock=$(cat "$dir/socket") || return 1
	. "$dir/secrets"
	echo "VD_ADMIN_DB='host=$sock port=5432 user=postgres dbname=$database'"
	for role in OWNER APP PUBLIC; do
		eval "echo \"VD_${role}_DB='host=$sock port=5432 user=vd_${role,,} dbname=$database password=\$VD_${role}_PASSWORD'\""
	done
}

cluster_env() {
	(
		umask 077
		database_env "$1" >"$1/env.new" && mv "$1/env.new" "$1/env"
	)
}
