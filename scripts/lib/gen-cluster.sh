# The cached throw-away cluster of build/pg-gen, migrated to this checkout; source after cluster.sh.
#   gen_cluster_up ROOT     lock, create or refresh, start; sets GEN_CLUSTER; stopped at exit
#   gen_cluster_down        stop and unlock
# shellcheck shell=bash

gen_cluster_key() {
	(cd "$1" && cat sql/roles.sql scripts/migrate scripts/lib/cluster.sh &&
	    find sql/migrations -name '*.sql' | LC_ALL=C sort | xargs -r sha256sum) | sha256sum | cut -d' ' -f1
}

gen_cluster_down() {
	trap - EXIT
	cluster_stop "$GEN_CLUSTER"
	exec 9>&-
}

gen_cluster_up() {
	local root=$1 key done_key
	GEN_CLUSTER=$root/build/pg-gen
	mkdir -p "$GEN_CLUSTER"
	exec 9>"$GEN_CLUSTER/lock"
	flock 9
	trap 'cluster_stop "$GEN_CLUSTER"' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	key=$(gen_cluster_key "$root")
	if ! { cluster_create --throwaway "$GEN_CLUSTER" && cluster_start "$GEN_CLUSTER" 2>/dev/null; }; then
		# Copied, interrupted or of another PostgreSQL: it holds nothing worth keeping.
		cluster_destroy "$GEN_CLUSTER"
		cluster_create --throwaway "$GEN_CLUSTER"
		cluster_start "$GEN_CLUSTER"
	fi
	done_key=$(cluster_base "$GEN_CLUSTER")/key
	[ "$(cat "$done_key" 2>/dev/null)" = "$key" ] && return 0
	rm -f "$done_key"
	psql -X -q -v ON_ERROR_STOP=1 -c 'set client_min_messages = error' \
	    -c 'drop database if exists vinhdanh with (force)' \
	    "host=$(cat "$GEN_CLUSTER/socket") port=5432 user=postgres dbname=postgres"
	env -u DATABASE_URL -u VD_DATABASE VD_QUIET=1 "$root/scripts/migrate" "$GEN_CLUSTER"
	echo "$key" >"$done_key"
}
