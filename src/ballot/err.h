/* Errors of the secret ballot, and the sentence that names a defect. */
#ifndef BALLOT_ERR_H
#define BALLOT_ERR_H

#define BEL_MUST_CHECK	__attribute__((warn_unused_result))

/*
 * Everything in src/ballot that can fail returns one of these.  The ballot
 * library stands alone (belcheck links nothing else), so it does not share
 * the error type of the application.
 */
enum bel_err {
	BEL_OK = 0,
	BEL_SYSTEM,	/* memory, random source, file, process */
	BEL_JSON,	/* not JSON, or not the canonical spelling */
	BEL_SHAPE,	/* a field missing, added, out of order, of another type */
	BEL_NUMBER,	/* not a canonical decimal, or outside its range */
	BEL_MEMBER,	/* number in range, but not in the group */
	BEL_PROOF,	/* a zero-knowledge proof does not hold */
	BEL_SIGNATURE,	/* a signature does not hold */
	BEL_ELECTION,	/* belongs to another election */
	BEL_CREDENTIAL,	/* unknown, repeated or weighted credential */
	BEL_FORMAT,	/* archive: header, padding, hash or chain is wrong */
	BEL_ORDER,	/* archive: event or data where it may not stand */
	BEL_COUNT,	/* a number of ballots does not match */
	BEL_TALLY,	/* the product is not that of the ballots */
	BEL_DECRYPTION,	/* decryptions repeated, missing or of nobody */
	BEL_RESULT,	/* the result is not what decryption gives */
	BEL_POLICY,	/* the policy line is malformed or not kept */
	BEL_TURNOUT,	/* turnout list and archive do not match */
	BEL_UNSUPPORTED,/* legal Belenios that we do not use */
	BEL_UNFINISHED,	/* honest so far, but not at the wanted stage */
	BEL_NO_TOOL,	/* belenios-tool is not installed */
	BEL_TOOL_VERSION, /* belenios-tool speaks another version */
	BEL_TOOL_REFUSED, /* belenios-tool refused, crashed or ran out of limits */
};

/* One line saying what is wrong and where; filled by whoever finds it. */
struct bel_why {
	char	text[320];
};

/* Return the English name of an error; never NULL, static storage. */
const char	*bel_err_text(enum bel_err);

/*
 * Write a formatted sentence into why, unless why is NULL or already holds
 * one: the first defect is the one that is reported.  Control characters are
 * replaced, so that hostile bytes cannot write to a terminal.  Returns err.
 */
enum bel_err	 bel_fail(struct bel_why *why, enum bel_err err,
		    const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
