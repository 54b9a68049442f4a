/* The complete check of an archive: what belcheck does and the gates repeat. */
#ifndef BALLOT_CHECK_H
#define BALLOT_CHECK_H

#include "archive.h"
#include "tally.h"

struct bel_check_options {
	long		members;	/* 0: only as the policy says */
	long		percent;	/* 0: only as the policy says */
	struct bel_span	turnout;	/* p NULL: not compared */
	long		threads;	/* 0: two for each processor, at most 16 */
};

struct bel_verdict {
	const char	*name;		/* question, from report->election */
	long		 yes, no;	/* first and second answer */
	bool		 passes;	/* only when report->judged */
};

struct bel_report {
	struct bel_election	*election;
	struct bel_trustees	*trustees;
	char			 head[BEL_HEX_SIZE];
	size_t			 events;
	enum bel_event_type	 last;	/* stage the archive has reached */
	long			 credentials;
	long			 ballots;
	char			(*trackers)[BEL_B64_SIZE]; /* of the ballots */
	size_t			 partials;
	long			*counts;	/* after Result, else NULL */
	size_t			 n_counts;
	bool			 judged;	/* members and percent known */
	long			 members, percent;
};

/*
 * Verify everything in an archive: structure and order of events (archive.h);
 * election and policy line; trustees and that their combined key is the
 * election's; public credentials, all different, members other than 1, without
 * weights; every ballot, from a listed credential, one each; the encrypted
 * tally recomputed, and its counts; every partial decryption, one per owner;
 * the result recomputed from them.
 *
 * Policy: at least as many members as credentials; nothing decrypted below
 * min_ballots; options may not contradict it.  Turnout: one line per ballot,
 * beginning with its tracker (43 characters) or its public credential
 * (decimal), the rest of the line ignored, as are empty lines and lines
 * beginning with #; exactly the ballots of the archive, each once.
 *
 * BEL_OK for a complete, honest archive; BEL_UNFINISHED for an honest one
 * without Result; otherwise why holds the first defect.  *report is filled in
 * both of the first cases and freed with bel_report_free.
 */
enum bel_err	 bel_check(struct bel_span bytes,
		    const struct bel_check_options *, struct bel_report *,
		    struct bel_why *) BEL_MUST_CHECK;
void		 bel_report_free(struct bel_report *);

/* One line that names the stage, for people. */
const char	*bel_stage_text(enum bel_event_type last);

#endif
