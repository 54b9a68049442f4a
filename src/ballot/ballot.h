/* One sealed ballot: everything that is checked when it arrives. */
#ifndef BALLOT_BALLOT_H
#define BALLOT_BALLOT_H

#include "election.h"

struct bel_ciphertext {
	struct bel_elem	*alpha, *beta;
};

struct bel_ballot {
	char			*credential;	/* g^s as text */
	char			 tracker[BEL_B64_SIZE];
	struct bel_ciphertext	*choices;	/* all questions, in order */
	size_t			 n_choices;
};

/*
 * Check a ballot as received (specification 4.11 to 4.15), in this order:
 *	BEL_JSON	not canonical JSON
 *	BEL_SHAPE	fields, their order, or numbers of things
 *	BEL_ELECTION	uuid or fingerprint of another election
 *	BEL_NUMBER	a number not canonical or out of range
 *	BEL_MEMBER	credential, alpha or beta not in the group; or
 *			credential 1, which everybody can sign for
 *	BEL_SIGNATURE	hash is not b64(ballot without signature), or the
 *			signature is not the credential's
 *	BEL_PROOF	an individual or overall proof does not hold
 * Whether the credential is on the roll and has not voted is the caller's
 * check.  On success the caller frees *out with bel_ballot_free.
 */
enum bel_err	 bel_ballot_verify(struct bel_calc *,
		    const struct bel_election *, struct bel_span raw,
		    struct bel_ballot **out, struct bel_why *) BEL_MUST_CHECK;
/* Accepts NULL. */
void		 bel_ballot_free(struct bel_ballot *);

/*
 * Check that a signed note was made by the holder of a credential: at roll
 * call "register|uuid|member", after closing "seen|uuid|head".  The challenge
 * is H("sigmsg|note|", A), as for messages between trustees.  credential is
 * decimal text; proof is the JSON text {"challenge":...,"response":...}.
 * BEL_NUMBER, BEL_MEMBER, BEL_JSON, BEL_SHAPE or BEL_PROOF.
 */
enum bel_err	 bel_note_verify(struct bel_calc *, const char *credential,
		    const char *note, struct bel_span proof) BEL_MUST_CHECK;

/*
 * public(c) of a credential as the member wrote it down, XXX-XXX-XXX-XXX-XXX
 * (specification 4.8): g^s, s = PBKDF2-HMAC-SHA256(c, uuid, 1000, 32) mod q.
 * BEL_SHAPE when the form or the check digit is wrong.  *out is freed with
 * free().  The application never needs this; tests and auditors do.
 */
enum bel_err	 bel_credential_public(struct bel_calc *, const char *code,
		    const char *uuid, char **out) BEL_MUST_CHECK;

#endif
