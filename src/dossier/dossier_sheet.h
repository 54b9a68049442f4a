/*
 * Reading a sheet of nominations (CSV): finds delimiter and header row, understands each line, says what
 * is wrong with it.  Pure: no database, no clock.  Never throws a line away and never invents a value.
 */
#ifndef DOSSIER_DOSSIER_SHEET_H
#define DOSSIER_DOSSIER_SHEET_H

#include "core/arena.h"
#include "core/id.h"
#include "core/lang.h"
#include "dossier/dossier.h"

#define SHEET_BYTES_MAX		5242880
#define SHEET_LINES_MAX		5000
#define SHEET_HEADER_WITHIN	20

/* A name an award goes by, for one kind of recipient. */
struct sheet_award {
	const char		*folded;	/* vn_fold of name, code or alias */
	struct award_type_id	 id;
	enum award_recipient	 recipient;
	bool			 valid;		/* may be proposed today */
};

/* A nomination the dossier already holds. */
struct sheet_known {
	int32_t			 ordinal;
	enum nominee_kind	 kind;
	const char		*name_folded;
	struct award_type_id	 award_type_id;
	struct date		 born_on;
	const char		*achievement;
};

/*
 * problems and warnings hold one finding a line: a message id, then its arguments, parted by tabs.
 * A line with problems cannot be imported.  duplicate: word for word there already, left out.
 */
struct sheet_line {
	int32_t			  row_no;	/* as a spreadsheet counts, from 1 */
	const char		**cells;
	size_t			  ncells;
	enum nominee_kind	  kind;
	const char		 *name, *name_folded, *position, *workplace, *achievement;
	enum gender		  gender;
	bool			  gender_known;
	struct birth		  birth;
	struct award_type_id	  award_type_id;	/* 0: unknown */
	enum achievement_field	  field;
	const char		 *problems, *warnings;
	bool			  duplicate;
};

enum sheet_fault {
	SHEET_OK,
	SHEET_EMPTY,
	SHEET_TOO_LARGE,
	SHEET_WORKBOOK,		/* an .xlsx or .xls, not a CSV */
	SHEET_NOT_UTF8,		/* detail: the line */
	SHEET_NO_HEADER,
	SHEET_NO_AWARD_COLUMN,
	SHEET_NO_LINES,
	SHEET_TOO_MANY_LINES,
	SHEET_COLUMN_TWICE,	/* detail: its name */
	SHEET_OPEN_QUOTE
};

struct sheet {
	struct sheet_line	*v;
	size_t			 n;
	int32_t			 header_row;
	char			 delimiter;
	const char		*detail;	/* argument of the fault's message */
};

/* Everything of the result is in the arena; n bytes as uploaded. */
enum sheet_fault sheet_read(struct arena *, const char *bytes, size_t n, struct sheet_award *awards,
		    size_t nawards, struct date today, struct sheet *);
const char	*sheet_fault_words(enum sheet_fault);	/* message id with %1 = detail */
/* Find doubles within the sheet and with what the dossier holds; adds to warnings and sets duplicate. */
void		 sheet_find_doubles(struct arena *, struct sheet *, const struct sheet_known *, size_t nknown);
/* One finding ("msgid\targ\targ") as a sentence. */
const char	*sheet_finding(struct arena *, enum lang, const char *finding);
/* Household, collective, or person, by the first words of a name; *sure false when nothing said so. */
enum nominee_kind sheet_kind_of_name(struct arena *, const char *name, bool *sure);
/* Field of achievement named first in the text, or FIELD_OTHER. */
enum achievement_field sheet_field_of(struct arena *, const char *achievement);

#endif
