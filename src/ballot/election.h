/* The frozen election: its bytes, fingerprint, key, questions and policy. */
#ifndef BALLOT_ELECTION_H
#define BALLOT_ELECTION_H

#include "hash.h"
#include "json.h"

/*
 * The machine line that ends the description of our elections:
 *	policy {"members":40,"percent":80,"min_ballots":27,"roster_sha256":"…"}
 * canonical JSON, these fields, this order.  It puts the number of members,
 * the rule and the roster inside the fingerprint.
 */
struct bel_policy {
	bool	present;
	long	members;	/* all members of the council */
	long	percent;	/* 1..100 */
	long	min_ballots;	/* fewer are never decrypted */
	char	roster_sha256[BEL_HEX_SIZE];
};

struct bel_question {
	char	*text;
	size_t	 answers;
	long	 min, max;
};

struct bel_election {
	char			*name;
	char			*uuid;
	char			 fingerprint[BEL_B64_SIZE];	/* phi */
	char			*key_text;
	struct bel_elem		*key;				/* y */
	struct bel_base		*key_base;
	struct bel_question	*questions;
	size_t			 n_questions;
	struct bel_policy	 policy;
};

/*
 * Read an election from its stored bytes, which are hashed as they are and
 * never re-serialised (specification 4.10, 4.15).
 *
 * Accepted: version 1; group of the calculator; public key a member other than
 * 1; uuid of 14 or more Base58 characters; homomorphic questions of 1..64
 * answers with 0 <= min <= max <= answers; no other fields than the
 * specification's.  BEL_UNSUPPORTED for blank votes and for questions that are
 * not homomorphic; BEL_POLICY for a policy line that is not exactly the above.
 * On success the caller frees *out with bel_election_free.
 */
enum bel_err	 bel_election_parse(struct bel_calc *, struct bel_span raw,
		    struct bel_election **out, struct bel_why *)
		    BEL_MUST_CHECK;
/* Accepts NULL. */
void		 bel_election_free(struct bel_election *);

/*
 * Whether every question is "for or against one candidate": two answers,
 * min 0, max 1.  The pass rule has a meaning only then.
 */
bool		 bel_election_is_council(const struct bel_election *);

#endif
