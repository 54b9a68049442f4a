# Starting and stopping a private Kore; source after common.sh or cluster.sh.
#   kore_start DIR PORT     DIR/kore.conf from kore.conf, logs to DIR/kore.log; waits until it answers
#   kore_stop DIR           by the recorded pid, and waits
# Reads VD_APP_DB, VD_PUBLIC_DB, VD_SECRET_FILE and VD_IDENTITY_KEY_FILE (made in DIR when unset), VD_ORIGIN, VD_MODULE (build/vinhdanh.so),
# VD_WORKERS.  seccomp is enforcing; VD_SECCOMP_TRACING=1 only names violations, for finding new ones.
# shellcheck shell=bash

kore_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

kore_user() { if [ "$(id -u)" = 0 ]; then echo nobody; else id -un; fi; }

kore_config() {
	local dir=$1 port=$2 module=${VD_MODULE:-$kore_root/build/vinhdanh.so}
	sed -e "s|^\(	bind 127\.0\.0\.1\) .*|\1 $port|" \
	    -e "s|^root	.*|root		$dir|" \
	    -e "s|^runas	.*|runas		$(kore_user)|" \
	    -e "s|^pidfile	.*|pidfile		$dir/kore.pid|" \
	    -e "s|^http_body_disk_path	.*|http_body_disk_path		$dir/upload|" \
	    -e "s|^workers	.*|workers			${VD_WORKERS:-2}|" \
	    -e "s|^load	.*|load	$module|" "$kore_root/kore.conf"
	[ "${VD_SECCOMP_TRACING:-}" != 1 ] || echo 'seccomp_tracing yes'
}

kore_answers() {
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

kore_start() {
	local dir port=$2 n=0 flags=-fnr
	mkdir -p "$1/upload"
	dir=$(cd "$1" && pwd -P)
	if [ -f "$dir/kore.pid" ] && kill -0 "$(cat "$dir/kore.pid")" 2>/dev/null; then
		echo "kore runs already in $dir" >&2
		return 1
	fi
	if kore_answers "$port"; then
		echo "port $port is taken" >&2
		return 1
	fi
	rm -f "$dir/kore.pid"
	kore_config "$dir" "$port" >"$dir/kore.conf"
	if [ "$(id -u)" = 0 ]; then
		flags=-fn
		chown nobody "$dir/upload"
	fi
	if [ -z "${VD_SECRET_FILE:-}" ]; then
		VD_SECRET_FILE=$dir/secret
		[ -s "$VD_SECRET_FILE" ] || (umask 077 && head -c 48 /dev/urandom | base64 >"$VD_SECRET_FILE")
	fi
	# scripts/run brings the one of its data; a test may have one for the moment.
	if [ -z "${VD_IDENTITY_KEY_FILE+set}" ]; then
		VD_IDENTITY_KEY_FILE=$dir/identity.key
		[ -s "$VD_IDENTITY_KEY_FILE" ] ||
			(umask 077 && echo "1 $(od -An -v -tx1 -N32 /dev/urandom | tr -d ' \n')" >"$VD_IDENTITY_KEY_FILE")
	fi
	VD_IDENTITY_KEY_FILE=$VD_IDENTITY_KEY_FILE VD_SECRET_FILE=$VD_SECRET_FILE VD_ORIGIN=${VD_ORIGIN:-http://127.0.0.1:$port} \
	    VD_APP_DB=$VD_APP_DB VD_PUBLIC_DB=$VD_PUBLIC_DB \
	    kore $flags -c "$dir/kore.conf" >>"$dir/kore.log" 2>&1 </dev/null 9>&- &
	echo $! >"$dir/kore.parent"
	while ! kore_answers "$port"; do
		n=$((n + 1))
		if [ "$n" -gt 100 ] || ! kill -0 "$(cat "$dir/kore.parent")" 2>/dev/null; then
			echo "kore did not start; the end of $dir/kore.log:" >&2
			tail -n 20 "$dir/kore.log" >&2
			kore_stop "$dir"
			return 1
		fi
		sleep 0.1
	done
}

kore_stop() {
	local dir=$1 pid n=0
	[ -f "$dir/kore.parent" ] || return 0
	pid=$(cat "$dir/kore.parent")
	rm -f "$dir/kore.parent"
	kill -TERM "$pid" 2>/dev/null || return 0
	while kill -0 "$pid" 2>/dev/null; do
		n=$((n + 1))
		if [ "$n" -gt 100 ]; then
			kill -KILL "$pid" 2>/dev/null || true
			break
		fi
		sleep 0.1
	done
	wait "$pid" 2>/dev/null || true
}
