/*
 * Importing a sheet: loading, preview, confirm all or nothing, undo as one act.
 *
 * PROTOCOL between a browser script and the server.  D = dossier, I = import; every POST is multipart/form-data
 * or urlencoded with "csrf" and a fresh "once" (16..64 characters of A-Za-z0-9_-, a new one for every request,
 * retries included: a once value that was seen is answered 409).  "JSON" answers are application/json; an error
 * is its HTTP status and, where the handler speaks, {"error": "a sentence in the user's language"}; else the
 * ordinary HTML error page.  Limits: 20,000 rows, 60 columns, 20 MB of file, 1 MB of JSON a chunk, 32,767
 * characters a cell, 255 characters of file name (longer ones are cut, keeping the ending).
 *
 * POST /ho-so/D/nhap              begins an import.
 *   With a field file (CSV): the whole sheet at once, 303 to /ho-so/D/nhap/I.
 *   Else file_name, source = "csv" | "xlsx" | "paste", total_rows (0: unknown), optional seal (below), optional
 *   digest (64 hex digits over all that will be sent): 201 JSON {"import_id": I, "href": "/ho-so/D/nhap/I",
 *   "last_row": highest row number kept}; state loading, dropped when it still is after office.import_waits().
 *   With the digest of an import of one's own that was cut, that one goes on: rows up to last_row need not be
 *   sent again.
 * POST /ho-so/D/nhap/I/phan       from_row (row of its first array, from 1), rows = JSON [[cell, ...], ...].
 *   200 JSON {"rows": rows kept so far, "last_row": highest row number}.  Replaces what these row numbers held,
 *   so that it may be sent again.  Rows without any text need not be sent and are not kept.
 *   cell: "text", number, true/false, null, {"d": "1985-02-28"} a real date, {"f": "A1+1", "v": cached} a formula.
 *   What looks like an identity number is masked in the cell at once and kept sealed beside it.
 *   Trailing nulls may be left out.  Merged cells: the value in the first one, null in the others.
 * POST /ho-so/D/nhap/I/doc        loading is over: finds header and mapping, classes every row; state preview.
 *   200 JSON {"href": "/ho-so/D/nhap/I", "counts": {...}}; may be sent again in state preview.
 * GET  /ho-so/D/nhap/I/tien-do    200 JSON {"state": "loading" | "preview" | "confirmed" | "undone" | "dropped",
 *   "rows": n, "total_rows": n, "counts": {"new": n, "changed": n, "same": n, "duplicate": n, "problem": n,
 *   "removed": n, "ignored": n}, "may_confirm": bool, "seal": "none" | "good" | "damaged" | "foreign"}
 * GET  /ho-so/D/nhap/I            the preview, HTML: ?lop=CLASS (of the counts above, absent: all) &sau=ROW (keyset).
 * POST /ho-so/D/nhap/I/anh-xa     header_row (0: none), c0, c1, ... = "" | name | ordinal | gender | born | position |
 *   workplace | award | achievement | field | kind | id_number | key.  303; 422 with the page and its messages.
 * POST /ho-so/D/nhap/I/danh-hieu  t0, k0, a0, t1, k1, a1, ... = what was typed, kind of nominee, award type id
 *   (one answer for all rows that say the same).  303.
 * GET  /ho-so/D/nhap/I/dong/R     one row, HTML with its form; with "Accept: application/json" JSON as below.
 * POST /ho-so/D/nhap/I/dong/R     viec = "sua": any of name, kind, gender, born, position, workplace, award, field,
 *   achievement as typed (absent: as it is); "bo": leave the row out; "giu": it is a nominee / take the
 *   sheet's text; "lai": as the sheet had it.  303 to the preview, or with "Accept: application/json"
 *   200 JSON {"row": {"row_no": R, "class": "problem", "name": s, "kind": s, "gender": s, "born": s, "position": s,
 *   "workplace": s, "award": s, "award_type_id": n, "field": s, "achievement": s,
 *   "findings": [{"column": "award" | "", "problem": bool, "text": sentence}, ...],
 *   "old": {"achievement": s, ...} (changed: fields that differ)}, "counts": {...}, "may_confirm": bool}.
 * POST /ho-so/D/nhap/I/xac-nhan   optional xoa=1 (removed rows are deleted), thay (hash of the preview seen, from
 *   its page).  303 to the dossier; to the preview when it is no longer what was seen; 422 while rows
 *   have problems.
 * POST /ho-so/D/nhap/I/hoan-tac   optional van=1 (although cases were edited by hand since; else 422 naming them).  303.
 * POST /ho-so/D/nhap/I/bo         cancels, in loading and preview.  303.
 *
 * seal: of a workbook this system exported, JSON {"dossier": D, "checksum": hex, "keys": ["row key", ...]}, read
 * from its hidden sheet; the row keys stand in its hidden column "Mã dòng" (see dossier_sheet_key.h).
 */
#ifndef DOSSIER_DOSSIER_IMPORT_OP_H
#define DOSSIER_DOSSIER_IMPORT_OP_H

#include "dossier/dossier_op.h"
#include "dossier/dossier_sheet.h"

struct import_input {
	const char		*file_name;
	enum import_source	 source;
	int32_t			 total_rows;	/* announced; 0: unknown */
	const char		*seal;		/* JSON as above, NULL for none */
	const char		*digest;	/* of the whole table, NULL when not announced */
};

/* A name of at most 255 characters that keeps its ending, and no identity number. */
const char	*import_file_name(struct arena *, const char *);
/* All below that change something: ERR_CONFLICT unless the dossier is a draft and the import in a fitting state. */
/* Or goes on with the one of the same digest that was cut. */
enum err	import_op_begin(struct ctx *, struct dossier_id, const struct import_input *, struct import_id *) MUST_CHECK;
/* begin, all rows of a CSV text, and read, at once.  ERR_INVALID with *fault when it cannot be read. */
enum err	import_op_sheet(struct ctx *, struct dossier_id, const struct import_input *, const char *bytes, size_t n,
		    enum sheet_fault *, const char **detail, struct import_id *) MUST_CHECK;
enum err	import_op_chunk(struct ctx *, struct dossier_id, struct import_id, int32_t from_row, const char *json,
		    size_t n, enum sheet_fault *, const char **detail,
		    struct sql_dossier_import_get_row *) MUST_CHECK;
enum err	import_op_read(struct ctx *, struct dossier_id, struct import_id) MUST_CHECK;
enum err	import_op_choose(struct ctx *, struct dossier_id, struct import_id, const struct sheet_map *) MUST_CHECK;
struct import_answer { const char *typed; enum nominee_kind kind; struct award_type_id award_type_id; };
enum err	import_op_answer(struct ctx *, struct dossier_id, struct import_id, const struct import_answer *,
		    size_t n) MUST_CHECK;
/* fix: texts typed in place of cells (NULL entries: as before; NULL: none); forget: what was typed before is dropped. */
enum err	import_op_decide(struct ctx *, struct dossier_id, struct import_id, int32_t row_no, enum import_decision,
		    const char *const fix[SHEET_COLUMN_COUNT], bool forget) MUST_CHECK;
enum err	import_op_get(struct ctx *, struct dossier_id, struct import_id,
		    struct sql_dossier_import_get_row *) MUST_CHECK;
struct import_result {
	int64_t	added, changed, removed;
	bool	differs;	/* nothing was written: the preview is no longer what was seen */
};
/*
 * Reads the sheet again under the dossier's lock, then writes everything or nothing.  ERR_INVALID while a row
 * has problems or nothing is to be done.  seen: hash of the preview that was looked at, "" for whatever it is.
 */
enum err	import_op_confirm(struct ctx *, struct dossier_id, struct import_id, bool removed_too, const char *seen,
		    struct import_result *) MUST_CHECK;
/* The list as it was before; ERR_INVALID when something was edited by hand since and that was not accepted. */
enum err	import_op_undo(struct ctx *, struct dossier_id, struct import_id, bool although_edited,
		    int64_t *undone) MUST_CHECK;
enum err	import_op_loading(struct ctx *, struct dossier_id, struct sql_dossier_imports_loading_rows *) MUST_CHECK;
/* Every row of a preview that has to be corrected is left out; ERR_STALE when they are not count any more. */
enum err	import_op_drop_problems(struct ctx *, struct dossier_id, struct import_id, int64_t count) MUST_CHECK;
enum err	import_op_drop(struct ctx *, struct dossier_id, struct import_id) MUST_CHECK;
/* class NULL: all. */
enum err	import_op_rows(struct ctx *, struct import_id, int32_t after, const enum import_class *, int64_t count,
		    struct sql_dossier_import_rows_rows *) MUST_CHECK;
enum err	import_op_row(struct ctx *, struct import_id, int32_t row_no, struct sql_dossier_import_rows_row *) MUST_CHECK;
enum err	import_op_pending(struct ctx *, struct import_id, struct sql_dossier_import_pending_rows *) MUST_CHECK;
/* What it made or changed and somebody edited by hand since. */
enum err	import_op_edited(struct ctx *, struct dossier_id, struct import_id,
		    struct sql_dossier_import_edited_rows *) MUST_CHECK;

#endif
