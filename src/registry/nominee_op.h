/* Use cases of the register of nominees: who a nomination is about, across years and units. */
#ifndef REGISTRY_NOMINEE_OP_H
#define REGISTRY_NOMINEE_OP_H

#include "app/app.h"
#include "registry/identity.h"
#include "sql/registry.h"

/*
 * Give every nomination of a dossier that has none its entry in the register (nomination.nominee_id), found or
 * made, in one statement inside the caller's transaction.  Call it after anything that adds nominations or
 * changes names, births or identity numbers; the database clears nominee_id when one of them changes.  Matched by
 * the identity number where given, else by vn_key of the name, birth and unit (through its successions); what
 * is not certain is not matched but gets an entry of its own and is offered as a candidate.
 * Only for who may write for the unit; nominations of others stay as they are.
 */
enum err	nominee_op_match_dossier(struct ctx *, struct dossier_id, int64_t *matched) MUST_CHECK;

/* JSON for office.nominee_match: {"id":, "key":, "folded":} of n ids and names. */
struct nominee_name { int64_t id; const char *name; int32_t born_year; /* 0: not known here */ };
const char	*nominee_keys_json(struct arena *, const struct nominee_name *, size_t n);

/* Identity numbers -------------------------------------------------------------------------------- */

/* Whether this process can keep numbers: it has keys.  The fields are left out where it cannot. */
bool		 nominee_op_keeps_numbers(const struct ctx *);
/*
 * Keep the number (digits as identity_parse gives them) of a nomination of the caller's unit; the nomination is
 * then to be matched anew.  ERR_UNAVAILABLE when the keys are not those of the database.
 */
enum err	nominee_op_identity_put(struct ctx *, struct nomination_id, const char *digits, bool *changed) MUST_CHECK;
enum err	nominee_op_identity_remove(struct ctx *, struct nomination_id, bool *changed) MUST_CHECK;
/* A deleted nomination was put back: its number too, where it had one; then it is to be matched anew. */
enum err	nominee_op_identity_restore(struct ctx *, struct nomination_id) MUST_CHECK;
/* What may be shown without opening the number; *found false when there is none, or none of the viewer's concern. */
enum err	nominee_op_identity_tail(struct ctx *, struct nomination_id, struct identity_tail *, bool *found) MUST_CHECK;
/* The number itself; the look is in the audit log with it.  ERR_NOT_FOUND when there is none or it is not the caller's to see. */
enum err	nominee_op_identity_look(struct ctx *, struct nomination_id, const char **digits) MUST_CHECK;
enum err	nominee_op_look(struct ctx *, struct nominee_id, const char **digits) MUST_CHECK;

/*
 * Identity numbers of a sheet, sealed as it comes in, each with its cell; the cells themselves keep masks.  Which column
 * counts is said when the rows have become nominations (import_row.nomination_id), before nominee_op_match_dossier:
 * its numbers go to the nominations, all others of the import are forgotten (column -1: all).
 */
struct nominee_import_number { int32_t row_no, column_no; const char *digits; };
enum err	nominee_op_import_numbers(struct ctx *, struct import_id, const struct nominee_import_number *, size_t n) MUST_CHECK;
enum err	nominee_op_import_confirm(struct ctx *, struct import_id, int32_t column_no, int64_t *changed) MUST_CHECK;

/* Doubles and candidates ---------------------------------------------------------------------------- */

/*
 * What is to be known about the nominees of a dossier before it is filed, page by page: reasons as in
 * office.nominee_findings.  nomination {0}: the whole dossier.  rows.v[0].total and .certain count them all.
 */
enum err	nominee_op_duplicates(struct ctx *, struct dossier_id, struct nomination_id, int64_t skip, int64_t count,
		    struct sql_registry_nominee_findings_rows *) MUST_CHECK;
/*
 * Say that a nomination is, or is not, about an entry ({0}: the one it is matched with).  ERR_CONFLICT when the
 * number says otherwise.  The caller has seen that the nomination may be changed.
 */
enum err	nominee_op_link(struct ctx *, struct nomination_id, struct nominee_id) MUST_CHECK;
enum err	nominee_op_tell_apart(struct ctx *, struct nomination_id, struct nominee_id) MUST_CHECK;

/* The register's keepers: appraisers and administrators of the whole province --------------------------- */

#define NOMINEE_KEEPERS	(ROLE_BIT(ROLE_APPRAISER) | ROLE_BIT(ROLE_ADMINISTRATOR))

enum err	nominee_op_get(struct ctx *, struct nominee_id, struct sql_registry_nominee_get_row *) MUST_CHECK;
/*
 * Make one entry part of another; reversible, and nothing that points to either is touched.  ERR_STALE when one
 * of them changed since its version was shown, ERR_CONFLICT when they cannot be one.
 */
enum err	nominee_op_merge(struct ctx *, struct nominee_id from, struct nominee_id into, int32_t from_version,
		    int32_t into_version, const char *reason) MUST_CHECK;
enum err	nominee_op_unmerge(struct ctx *, struct nominee_merge_id, const char *reason, struct nominee_id *) MUST_CHECK;
enum err	nominee_op_keep_apart(struct ctx *, struct nominee_id, struct nominee_id other, const char *reason) MUST_CHECK;

#endif
