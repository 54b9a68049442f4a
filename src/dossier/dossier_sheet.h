/*
 * Reading a sheet of nominations: cells as a spreadsheet has them, which column means what, what each row is.
 * Pure: no database, no clock.  Never throws a row away, never invents a value, never changes one silently.
 * Whatever looks like an identity number (identity_hide) is masked as soon as a cell is read, in every column: text,
 * shown, headings, findings hold its mask; the number itself is in sheet_cell.number alone, for whoever seals it.
 */
#ifndef DOSSIER_DOSSIER_SHEET_H
#define DOSSIER_DOSSIER_SHEET_H

#include "core/arena.h"
#include "core/buf.h"
#include "core/id.h"
#include "core/lang.h"
#include "dossier/dossier.h"
#include "dossier/dossier_sheet_key.h"

#define SHEET_BYTES_MAX		20971520
#define SHEET_ROWS_MAX		20000
#define SHEET_COLUMNS_MAX	60
#define SHEET_CELL_MAX		32767		/* characters of a cell, as in Excel */
#define SHEET_HEADER_WITHIN	40
#define SHEET_REMOVED_FROM	1000000		/* row numbers of what a workbook lacks begin above */

/* --- cells ------------------------------------------------------------------------------------------- */

enum cell_type { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_BOOL, CELL_DATE, CELL_FORMULA };

struct sheet_cell {
	enum cell_type	 type;
	const char	*text;		/* TEXT as sent; NUMBER its digits; DATE ISO; FORMULA its text; never NULL */
	const char	*shown;		/* FORMULA: the value last shown, "" unknown */
	const char	*number;	/* the identity number that stood in it, NULL none: only of a sheet just sent */
};

/* What a column means. */
enum sheet_column {
	SHEET_IGNORE,
	SHEET_ORDINAL,
	SHEET_NAME,
	SHEET_KIND,
	SHEET_GENDER,
	SHEET_BORN,
	SHEET_POSITION,
	SHEET_WORKPLACE,
	SHEET_AWARD,
	SHEET_FIELD,
	SHEET_ACHIEVEMENT,
	SHEET_ID_NUMBER,
	SHEET_KEY,
	SHEET_COLUMN_COUNT
};
const char	*sheet_column_text(enum sheet_column);		/* "name"; "" for SHEET_IGNORE */
bool		 sheet_column_parse(const char *, enum sheet_column *);
const char	*sheet_column_words(enum sheet_column);		/* message id */

struct sheet_row {
	int32_t			 row_no;	/* as a spreadsheet counts, from 1 */
	struct sheet_cell	*cells;
	size_t			 ncells;
	const char		*fix[SHEET_COLUMN_COUNT];	/* typed by a person in place of the cell; NULL: not */
	enum import_decision	 decision;
};

struct sheet_rows { struct sheet_row *v; size_t n, cap; };

enum sheet_fault {
	SHEET_OK,
	SHEET_EMPTY,
	SHEET_TOO_LARGE,
	SHEET_WORKBOOK,		/* an .xlsx or .xls sent as if it were text */
	SHEET_NOT_UTF8,		/* detail: the line */
	SHEET_TOO_MANY_ROWS,
	SHEET_TOO_MANY_COLUMNS,
	SHEET_LONG_CELL,	/* detail: the line */
	SHEET_OPEN_QUOTE,
	SHEET_BAD_CELLS		/* a chunk that is not as the protocol says */
};
const char	*sheet_fault_words(enum sheet_fault);	/* message id with %1 = detail */

/* Bytes of a CSV file (or pasted text) as rows; everything is in the arena. */
enum sheet_fault sheet_read_csv(struct arena *, const char *bytes, size_t n, struct sheet_rows *,
		    const char **detail);
/* A chunk: JSON [[cell, ...], ...], its first array being row from_row; rows without text are left out. */
enum sheet_fault sheet_read_chunk(struct arena *, const char *json, size_t n, int32_t from_row,
		    struct sheet_rows *, const char **detail);
/* The cells of one row as kept, JSON [cell, ...]; false when it is not that. */
bool		 sheet_read_cells(struct arena *, const char *json, struct sheet_row *);
/* fix: JSON {"name": "...", ...}. */
bool		 sheet_read_fix(struct arena *, const char *json, struct sheet_row *);
void		 sheet_write_cells(struct buf *, const struct sheet_row *);
void		 sheet_write_fix(struct buf *, const struct sheet_row *);
void		 sheet_write_text(struct buf *, const char *);	/* a JSON string */

/* --- the mapping --------------------------------------------------------------------------------------- */

struct sheet_map {
	int32_t			 header_row;	/* row number of the (last) line of headings; 0: none */
	int32_t			 header_first;	/* of the first one, where there are two */
	enum sheet_column	 of[SHEET_COLUMNS_MAX];
	const char		*heading[SHEET_COLUMNS_MAX];	/* "" without one */
	size_t			 n;		/* columns */
	bool			 chosen;	/* by a person */
};

/* Finds the line of headings below title blocks and proposes what each column means. */
void		 sheet_propose_map(struct arena *, const struct sheet_rows *, struct sheet_map *);
/* Headings of a chosen mapping, from its header row. */
void		 sheet_fill_headings(struct arena *, const struct sheet_rows *, struct sheet_map *);
/* What stops the mapping: NULL, or a message id with %1 = *column (message id of a column). */
const char	*sheet_map_fault(const struct sheet_map *, const char **column);
/* "ordinal,name,,award" and back. */
char		*sheet_map_format(struct arena *, const struct sheet_map *);
bool		 sheet_map_parse(const char *, struct sheet_map *);

/* --- what rows are -------------------------------------------------------------------------------------- */

/* A name an award goes by, for one kind of recipient. */
struct sheet_award {
	const char		*folded;	/* vn_fold of name, code or alias */
	const char		*name;		/* of the award */
	struct award_type_id	 id;
	enum award_recipient	 recipient;
	bool			 valid;		/* may be proposed today */
	bool			 loose;		/* to be confirmed by a person */
};

/* A person's answer what a written award means, for one kind of nominee. */
struct sheet_answer {
	const char		*folded;
	enum nominee_kind	 kind;
	struct award_type_id	 award_type_id;
};

/* A nomination the dossier already holds. */
struct sheet_known {
	struct nomination_id	 nomination_id;
	int32_t			 version, ordinal;
	enum nominee_kind	 kind;
	const char		*name, *position, *workplace, *achievement;
	enum gender		 gender;
	bool			 gender_known;
	struct birth		 birth;
	struct award_type_id	 award_type_id;
	enum achievement_field	 field;
};

struct sheet_source {
	struct sheet_rows	 rows;
	struct sheet_map	 map;		/* used when chosen, else proposed anew */
	struct sheet_award	*awards;	/* gets sorted */
	size_t			 nawards;
	const struct sheet_answer *answers;
	size_t			 nanswers;
	const struct sheet_known *known;	/* in the order of the list */
	size_t			 nknown;
	enum import_seal	 seal;
	const char *const	*seal_keys;	/* of the exported workbook */
	size_t			 nseal_keys;
	const unsigned char	*secret;	/* SHEET_SECRET bytes */
	struct dossier_id	 dossier_id;
	struct date		 today;
	bool			 keeps_numbers;	/* identity numbers can be kept */
};

/*
 * problems and notes hold one finding a line: a column ("" for the row), a message id, then its arguments,
 * parted by tabs.  A row with problems cannot be imported.
 */
struct sheet_line {
	int32_t			  row_no;
	const struct sheet_row	 *row;		/* NULL for what a workbook lacks */
	enum import_class	  class;
	enum nominee_kind	  kind;
	const char		 *name, *name_folded, *position, *workplace, *achievement;
	enum gender		  gender;
	bool			  gender_known;
	struct birth		  birth;
	const char		 *award_typed;
	struct award_type_id	  award_type_id;	/* 0: unknown; of a pending one the proposal */
	bool			  award_pending;	/* a person has to say what is meant */
	enum achievement_field	  field;
	bool			  field_given;
	const char		 *problems, *notes;
	struct nomination_id	  nomination_id;	/* it changes, equals or removes; 0: none */
	int32_t			  nomination_version;
	unsigned		  changes;		/* bits 1 << enum sheet_column */
	struct sheet_row_key	  key;			/* 0: none */
	const char		 *name_key;
};

struct sheet {
	struct sheet_map	 map;
	struct sheet_line	*v;		/* one for each row, then what the workbook lacks */
	size_t			 n;
	size_t			 counts[IMPORT_CLASS_COUNT];
	const char		*notes;		/* about the whole sheet */
};

void		 sheet_analyse(struct arena *, struct sheet_source *, struct sheet *);

/* One finding (without its column) as a sentence; *column gets its column, never NULL. */
const char	*sheet_finding(struct arena *, enum lang, const char *finding, const char **column);
/* Household, collective, or person, by the first words of a name; *sure false when nothing said so. */
enum nominee_kind sheet_kind_of_name(struct arena *, const char *name, bool *sure);
/* Field of achievement named first in the text, or FIELD_OTHER. */
enum achievement_field sheet_field_of(struct arena *, const char *achievement);
/* "changes" as kept: "name,award" and back. */
char		*sheet_changes_format(struct arena *, unsigned changes);

/* --- for the files of this reader only ------------------------------------------------------------------ */

/* Masks what looks like an identity number; every cell that is read goes through here. */
void		 sheet_hide_number(struct arena *, struct sheet_cell *);
/* Text of a cell cleaned: NFC, no-break spaces and runs of white space one space; lines keeps line ends. */
const char	*sheet_clean(struct arena *, const char *, bool lines);
void		 sheet_note(struct arena *, const char **list, enum sheet_column, const char *msgid,
		    const char *arg1, const char *arg2);
const struct sheet_cell *sheet_cell_of(const struct sheet_row *, const struct sheet_map *, enum sheet_column);
/* Cleaned text of what stands in a column, or what a person typed there. */
const char	*sheet_text_of(struct arena *, const struct sheet_row *, const struct sheet_map *,
		    enum sheet_column, bool lines);
struct sheet_names;	/* awards by their names, with what was looked up already */
struct sheet_names *sheet_names_new(struct arena *, struct sheet_source *);
void		 sheet_judge_award(struct sheet_names *, struct sheet_line *);
/* An award of that name is meant for this kind of recipient alone. */
bool		 sheet_award_only_for(struct sheet_names *, const char *folded, enum award_recipient);
void		 sheet_read_lines(struct arena *, const struct sheet_source *, struct sheet_names *, struct sheet *);
void		 sheet_match(struct arena *, const struct sheet_source *, struct sheet *);

#endif
