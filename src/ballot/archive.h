/* The .bel archive: an append-only log of events, written and read. */
#ifndef BALLOT_ARCHIVE_H
#define BALLOT_ARCHIVE_H

#include "hash.h"
#include "json.h"

/*
 * Specification 4.4.  An old tar file without end blocks: 512-byte header,
 * bytes, NULs to the next 512.  First entry BELENIOS, then <hex>.data.json and
 * <hex>.event.json named by the SHA-256 of their bytes.  All entries carry the
 * same time, that of the first entry, so that no time of voting leaks.
 *
 * Events, and the data that stand immediately before each:
 *	Setup			election, trustees, public_credentials,
 *				setup_data {"election","trustees","credentials"}
 *	Ballot			ballot				(any number)
 *	EndBallots		nothing
 *	EncryptedTally		encrypted_tally,
 *				{"num_tallied","total_weight","encrypted_tally"}
 *	PartialDecryption	partial_decryption, {"owner","payload"}	  (1..)
 *	Result			{"result"}
 * The payload of an event is the hash of the last of its data.  The hash of
 * the last event, the head, commits to everything before it.
 */
enum bel_event_type {
	BEL_SETUP,
	BEL_BALLOT,
	BEL_END_BALLOTS,
	BEL_ENCRYPTED_TALLY,
	BEL_PARTIAL_DECRYPTION,
	BEL_RESULT_EVENT,
};
/* Name of the type in the archive. */
const char	*bel_event_name(enum bel_event_type);

/* -- writing -- */

/* Growing bytes; free with bel_buf_free. */
struct bel_buf {
	char	*p;
	size_t	 len, size;
};
void		 bel_buf_free(struct bel_buf *);

/*
 * State of a log: all that is needed to append to it, so that it can be kept
 * in a database row.  Every function below appends the new entries, ready for
 * the file, to a buffer and moves the state on; when one fails neither has
 * changed.  They write what they are given: verifying comes before.
 */
struct bel_log {
	long long	timestamp;		/* seconds since 1970 */
	long		height;			/* of the next event */
	char		head[BEL_HEX_SIZE];	/* last event, "" before Setup */
};

/* The BELENIOS entry and the Setup event. */
enum bel_err	 bel_log_setup(struct bel_log *, long long timestamp,
		    struct bel_span election, struct bel_span trustees,
		    struct bel_span credentials, struct bel_buf *)
		    BEL_MUST_CHECK;
enum bel_err	 bel_log_ballot(struct bel_log *, struct bel_span ballot,
		    struct bel_buf *) BEL_MUST_CHECK;
enum bel_err	 bel_log_end(struct bel_log *, struct bel_buf *)
		    BEL_MUST_CHECK;
enum bel_err	 bel_log_tally(struct bel_log *, long ballots,
		    struct bel_span tally, struct bel_buf *) BEL_MUST_CHECK;
enum bel_err	 bel_log_partial(struct bel_log *, long owner,
		    struct bel_span partial, struct bel_buf *) BEL_MUST_CHECK;
enum bel_err	 bel_log_result(struct bel_log *, struct bel_span result,
		    struct bel_buf *) BEL_MUST_CHECK;

/* -- reading -- */

struct bel_event {
	enum bel_event_type	type;
	char			hash[BEL_HEX_SIZE];
	struct bel_span		data[4];	/* into the archive's bytes */
	size_t			n_data;
};

struct bel_archive {
	long long		 timestamp;
	struct bel_event	*events;
	size_t			 n_events;
};

/*
 * Read the structure of an archive: every header byte for byte as the writer
 * writes it, every name the hash of its bytes, every event canonical and
 * chained by parent and height, every data used by the event that follows it
 * and in the order above, events ordered S B* E T P* R, each of S, E, T, R at
 * most once and nothing after R.  Contents of the data are not judged, except
 * the hashes by which they refer to one another.
 *
 * BEL_FORMAT, BEL_JSON, BEL_SHAPE, BEL_ORDER or BEL_UNSUPPORTED, and why names
 * the entry.  The spans point into bytes, which must outlive *out.
 */
enum bel_err	 bel_archive_read(struct bel_span bytes,
		    struct bel_archive *out, struct bel_why *) BEL_MUST_CHECK;
void		 bel_archive_free(struct bel_archive *);

#endif
