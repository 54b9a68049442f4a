/* The second opinion: belenios-tool run as a separate, confined program. */
#ifndef BALLOT_GATE_H
#define BALLOT_GATE_H

#include "check.h"

/* Where a session stands; a gate must find the archive exactly there. */
enum bel_gate {
	BEL_GATE_CLOSED,	/* gate 1: tally sealed, nothing decrypted */
	BEL_GATE_RESULT,	/* gate 2: Result present */
};

struct bel_gate_options {
	const char	*tool;		/* NULL: belenios-tool in /usr/bin */
	const char	*scratch;	/* NULL: /tmp; private folder goes here */
	long		 cpu_seconds;	/* 0: 600 */
	long		 memory_mib;	/* 0: 1024, of address space */
	long		 wall_seconds;	/* 0: 900 */
	struct bel_check_options check;
};

struct bel_gate_report {
	struct bel_report	check;		/* by our own checker */
	char			tool_version[64];
	char			tool_says[1024];/* end of its messages */
	double			seconds;	/* wall time of the tool */
};

/*
 * Judge an archive twice: by bel_check, then by `belenios-tool election
 * verify`.  Both must accept, and the archive must stand at the gate's stage:
 * the tool's exit code 0 does not imply a Result.
 *
 * The tool runs by posix_spawn in a new folder (mode 0700) holding only the
 * archive, with an environment of its own, no input, closed descriptors,
 * RLIMIT_CPU, RLIMIT_AS and a wall-clock limit; the folder is removed
 * afterwards.  Limits are set by prlimit(1), because posix_spawn cannot.
 *
 * BEL_NO_TOOL and BEL_TOOL_VERSION come with a sentence for the administrator.
 * BEL_TOOL_REFUSED: it said no, crashed or hit a limit.  BEL_UNFINISHED: the
 * archive is at another stage.  Otherwise the error of bel_check.  *report is
 * to be freed with bel_gate_report_free whatever is returned.  Takes minutes
 * for large sessions: never call it from a request handler.
 */
enum bel_err	 bel_gate_run(enum bel_gate, struct bel_span archive,
		    const struct bel_gate_options *, struct bel_gate_report *,
		    struct bel_why *) BEL_MUST_CHECK;
void		 bel_gate_report_free(struct bel_gate_report *);

#endif
