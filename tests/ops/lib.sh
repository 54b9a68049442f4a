# What the tests of this suite share: TAP, a folder of their own, waiting for something to become true.
# shellcheck shell=bash
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/lib/common.sh"
cd "$VD_ROOT"
set +e
unset DATABASE_URL PORT VD_VAR

tests_run=0 tests_bad=0
tmp=$(mktemp -d "${VD_SUITE_TMP:-${TMPDIR:-/tmp}}/ops.XXXXXX")
chmod 755 "$tmp"
pids=()
at_exit=()
clean_up() {
	local rc=$? f
	trap - EXIT
	for f in "${at_exit[@]}"; do "$f"; done
	for f in "${pids[@]}"; do kill -TERM "$f" 2>/dev/null && wait "$f" 2>/dev/null; done
	rm -rf "$tmp"
	exit "$rc"
}
trap clean_up EXIT
trap 'exit 143' INT TERM HUP

# check "sentence" COMMAND...: passes when the command does.
check() {
	local what=$1
	shift
	tests_run=$((tests_run + 1))
	if "$@"; then
		echo "ok $tests_run - $what"
	else
		echo "not ok $tests_run - $what"
		echo "# failed: $*"
		[ ! -s "$tmp/out" ] || tail -n 20 "$tmp/out" | sed 's/^/# out: /'
		[ ! -s "$tmp/err" ] || tail -n 20 "$tmp/err" | sed 's/^/# err: /'
		tests_bad=$((tests_bad + 1))
	fi
}
is() { [ "$1" = "$2" ] || { echo "# got '$1', expected '$2'"; return 1; }; }
done_testing() {
	echo "1..$tests_run"
	exit $((tests_bad > 0))
}

# run_it COMMAND...: status in $status, output in $tmp/out, errors in $tmp/err.
run_it() {
	"$@" >"$tmp/out" 2>"$tmp/err" </dev/null
	status=$?
}
# Refused as promised: non-zero, and one line of errors that contains the text.
refused_saying() {
	[ "$status" -ne 0 ] || { echo "# it was not refused"; return 1; }
	is "$(wc -l <"$tmp/err" | tr -d ' ')" 1 && grep -qF -- "$1" "$tmp/err"
}

# within SECONDS COMMAND...: true as soon as the command is.
within() {
	local until=$((SECONDS + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ "$SECONDS" -lt "$until" ] || return 1
		sleep 0.1
	done
}

# A port nobody listens on, out of a range of our own.
free_port() {
	local p
	for p in $(shuf -i 20000-28000 -n 50); do
		(exec 3<>"/dev/tcp/127.0.0.1/$p") 2>/dev/null || { echo "$p"; return; }
	done
	return 1
}
