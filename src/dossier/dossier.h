/* Dossiers: pure rules. What is missing before filing, who may be edited when, dates of birth, kinds of file. */
#ifndef DOSSIER_DOSSIER_H
#define DOSSIER_DOSSIER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/err.h"
#include "sql/types.h"

#define DOSSIER_CHUNK		262144		/* bytes of one stored piece */

/* What the rule looks at: counts of the nominations that would be filed now. */
struct dossier_facts {
	enum dossier_state	 state;
	const char		*letter_no;
	struct date		 letter_date;
	int64_t			 nominations;		/* all in the dossier */
	int64_t			 fileable;		/* draft or returned */
	int64_t			 without_achievement;	/* of the fileable */
	int64_t			 awards_expired;	/* of the fileable */
	int64_t			 attachments;		/* usable ones */
	int64_t			 papers_missing;	/* lines of the evidence checklist that bind */
	int64_t			 infected;		/* files found to hold malware, still in the list */
	int64_t			 secret;		/* files refused for a secrecy stamp, likewise */
	struct timestamp	 opens_at, closes_at;
};

enum dossier_lack {
	DOSSIER_LACK_LETTER_NO,
	DOSSIER_LACK_LETTER_DATE,
	DOSSIER_LACK_NOMINATIONS,
	DOSSIER_LACK_ACHIEVEMENTS,
	DOSSIER_LACK_AWARDS,
	DOSSIER_LACK_ATTACHMENT,
	DOSSIER_LACK_COUNT
};

/*
 * One line of the checklist.  The components follow Luật Thi đua, khen thưởng 2022, Điều 84:
 * tờ trình, danh sách, báo cáo thành tích, biên bản; which papers an award needs is data: see evidence_op_missing.
 */
struct dossier_check {
	enum dossier_lack	 lack;
	bool			 done;
	int64_t			 count;		/* how many are missing, where that can be counted */
};

/* The whole checklist in out; returns how many lines are not done. */
size_t		 dossier_missing(const struct dossier_facts *, struct dossier_check out[DOSSIER_LACK_COUNT]);
const char	*dossier_lack_words(enum dossier_lack);		/* "Số tờ trình" */

enum dossier_window { DOSSIER_WINDOW_OPEN, DOSSIER_WINDOW_NOT_YET, DOSSIER_WINDOW_CLOSED };

/*
 * Whether a dossier may be filed at this instant.  The closing time is the first moment that is
 * too late; what was returned for completion may be filed again after it.
 */
enum dossier_window	dossier_window_at(enum dossier_state, struct timestamp opens_at,
			    struct timestamp closes_at, struct timestamp now);

/* Title, letter, files and imports: while a draft or returned. */
bool		 dossier_editable(enum dossier_state);
/* Everything in a draft; only the returned nominations of a returned dossier. */
bool		 nomination_editable(enum dossier_state, enum nomination_state);
bool		 award_fits(enum award_recipient, enum nominee_kind);

/* A date of birth to the day, or a year alone. */
struct birth { struct date on; int32_t year; };
enum birth_fault { BIRTH_OK, BIRTH_NO_SUCH_DAY, BIRTH_FUTURE, BIRTH_TOO_EARLY, BIRTH_UNREADABLE };

/* "28/09/1969", "28-9-1969", "28.9.1969", "1969-09-28", "9/1969", "1969"; "" gives nothing and is fine. */
enum birth_fault birth_parse(const char *, struct date today, struct birth *);
const char	*birth_fault_words(enum birth_fault);		/* message id with %1 = what was typed */
char		*birth_format(struct arena *, struct birth);	/* "28/09/1969", "1969" or "" */

/* Receipt number: AG-2026-000123. */
char		*receipt_no_format(struct arena *, int year, int64_t number);

/* The name a file is handed out under: what it was called, with the ending of what it is. */
const char	*file_download_name(struct arena *, const char *name, const char *content_type);
/* Whether a file may be taken out: what stood in a filing (filed: the last one, {0} none) is evidence and stays. */
bool		 file_removable(struct timestamp filed, struct timestamp uploaded);

#endif
