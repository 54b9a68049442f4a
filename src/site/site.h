/*
 * The public's honour lists: what the world may see of a list and of an honouree, and nothing else.
 * These two structs are the only way into every page, feed and file of the public site.
 */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/lang.h"
#include "sql/types.h"

#define SITE_HOME	"/vinh-danh"

struct site_entry {
	const char		*list_slug, *anchor;
	int32_t			 ordinal;	/* number in the golden book */
	enum nominee_kind	 kind;
	const char		*name, *position;
	const char		*unit_code, *unit_name;
	const char		*award_code, *award_name_vi, *award_name_en;
	enum achievement_field	 field;
	int32_t			 year;
	const char		*achievement;
	const char		*decision_no;
	struct date		 decision_date;
	enum entry_state	 state;
	struct date		 revoked_on;	/* when state is revoked */
	const char		*note;		/* reason of a correction or revocation, "" none */
};

/* What one version changed against the one before. */
struct site_change {
	int32_t		 version;
	struct timestamp at;
	const char	*text;
};

struct site_list {
	const char		*slug;
	int32_t			 version;
	const char		*title, *introduction;
	const char		*unit_code, *unit_name;
	const char		*decision_no;
	struct date		 decision_date;
	int32_t			 year;
	struct timestamp	 first_at;	/* visible from, first version */
	struct timestamp	 at;		/* visible from, this version */
	const char		*correction;	/* what this version corrects, "" in the first */
	bool			 revoked;
	struct date		 revoked_on;
	const struct site_change *changes;	/* corrections up to this version, newest first */
	size_t			 nchanges;
	const struct site_entry	*v;
	size_t			 n;
};

/* "/vinh-danh" or "/en/vinh-danh". */
const char	*site_home(enum lang);
/* Path of a list, and of an honouree, in a language. */
char		*site_list_path(struct arena *, enum lang, const char *slug);
char		*site_entry_path(struct arena *, enum lang, const struct site_entry *);
char		*site_embed_path(struct arena *, enum lang, const char *slug);
const char	*site_award_name(enum lang, const struct site_entry *);
/* "Giáo viên, Phường Rạch Giá"; the unit alone without a position. */
const char	*site_where(struct arena *, const struct site_entry *);
/* "62 cá nhân, 3 tập thể, 1 hộ gia đình", translated. */
const char	*site_count_words(struct arena *, enum lang, const struct site_list *);
/* The first code points of a text, cut at a word, with an ellipsis when something is left out. */
const char	*site_shorten(struct arena *, const char *, size_t code_points);
/* A slug nothing else on the site uses as an address. */
bool		 site_slug_is_reserved(const char *);
/* Folded name, unit and award: the words an honouree is found by. */
char		*site_search_text(struct arena *, const struct site_entry *);

#endif
