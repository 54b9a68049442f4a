# What every script here needs: the root of the tree, messages, steps with progress, asking for root's rights.
# Sourced, never run.  Terminal messages are in English, like the code; people at a browser get Vietnamese.
# shellcheck shell=bash

set -euo pipefail

VD_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export VD_ROOT
VD_PG_MAJOR=15

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }

# One clear line and a non-zero exit: nobody should have to read a trace to know what to do.
die() {
	printf '%s: %s\n' "$(basename "$0")" "$*" >&2
	exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# step_plan N; then step "what is happening" before each of the N steps.
step_total=0 step_now=0
step_plan() { step_total=$1 step_now=0; }
step() {
	step_now=$((step_now + 1))
	printf '[%d/%d] %s\n' "$step_now" "$step_total" "$*"
}

# quietly LOG COMMAND...: output goes to LOG; on a terminal the seconds tick, elsewhere a line is
# printed every 30 s.  On failure the end of the log is shown; the status is the command's.
quietly() {
	local log=$1 rc=0 since=$SECONDS pid ticks=0
	shift
	# A process group of its own: Ctrl-C reaches us first, and we end all of it (quietly_end).
	set -m
	"$@" >"$log" 2>&1 </dev/null &
	pid=$!
	set +m
	VD_QUIETLY_PID=$pid
	while kill -0 "$pid" 2>/dev/null; do
		sleep 0.2
		ticks=$((ticks + 1))
		if [ -t 1 ]; then
			[ $((ticks % 5)) -ne 0 ] || printf '\r      %d s ' $((SECONDS - since))
		elif [ $((ticks % 150)) -eq 0 ]; then
			printf '      still at it after %d s\n' $((SECONDS - since))
		fi
	done
	wait "$pid" || rc=$?
	VD_QUIETLY_PID=
	[ ! -t 1 ] || printf '\r%*s\r' 20 ''
	if [ "$rc" -ne 0 ] && grep -q 'No space left on device' "$log" 2>/dev/null; then
		warn "The disk is full."
	elif [ "$rc" -ne 0 ]; then
		warn "---- the last lines of $log:"
		tail -n 25 "$log" >&2 || true
		warn "----"
	fi
	return "$rc"
}
VD_QUIETLY_PID=

# For exit traps: end what quietly is still running.
quietly_end() {
	[ -n "$VD_QUIETLY_PID" ] || return 0
	kill -TERM -- "-$VD_QUIETLY_PID" 2>/dev/null || true
	wait "$VD_QUIETLY_PID" 2>/dev/null || true
	VD_QUIETLY_PID=
}

# How to become root for apt: empty when we are root, sudo where it may be used, non-zero when neither.
root_prefix() {
	if [ "$(id -u)" -eq 0 ]; then
		return 0
	fi
	have sudo || return 1
	if sudo -n true 2>/dev/null; then
		printf 'sudo -n'
	elif [ -t 0 ] && [ -t 2 ]; then
		printf 'sudo'
	else
		return 1
	fi
}

# stop_pid PID SECONDS: TERM, wait, then KILL.  Only ever given a pid that this program started.
stop_pid() {
	local pid=$1 limit=${2:-10} n=0
	kill -TERM "$pid" 2>/dev/null || return 0
	while kill -0 "$pid" 2>/dev/null; do
		sleep 0.1
		n=$((n + 1))
		if [ "$n" -ge $((limit * 10)) ]; then
			warn "process $pid did not stop within $limit s: killed"
			kill -KILL "$pid" 2>/dev/null || true
			break
		fi
	done
	wait "$pid" 2>/dev/null || true
}

# stamp_fresh STAMP FILE...: true when STAMP is newer than every FILE.
stamp_fresh() {
	local stamp=$1 f
	shift
	[ -e "$stamp" ] || return 1
	for f in "$@"; do
		[ -e "$f" ] || continue
		[ ! "$f" -nt "$stamp" ] || return 1
	done
}

# free_kib DIR: free space of the file system holding DIR (or its nearest existing parent).
free_kib() {
	local d=$1
	while [ ! -d "$d" ]; do d=$(dirname "$d"); done
	df -Pk "$d" | awk 'NR == 2 { print $4 }'
}
