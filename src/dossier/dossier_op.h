/* Use cases of dossiers and nominations; other features read and move nominations through here. */
#ifndef DOSSIER_DOSSIER_OP_H
#define DOSSIER_DOSSIER_OP_H

#include "app/app.h"
#include "dossier/dossier.h"
#include "evidence/evidence_op.h"
#include "sql/dossier.h"

/* Roles that change what belongs to a unit, and that file for it. */
#define DOSSIER_WRITERS	(ROLE_BIT(ROLE_DRAFTER) | ROLE_BIT(ROLE_UNIT_HEAD))

/* For other features ------------------------------------------------------------------------- */

/* One nomination with its dossier, unit, season and award; ERR_NOT_FOUND when not visible. */
enum err	dossier_op_nomination(struct ctx *, struct nomination_id,
		    struct sql_dossier_nomination_get_row *) MUST_CHECK;
/*
 * Move n nominations to a state with one reason ("" for none); writes an audit row for each and
 * counts as the request's audit.  ERR_CONFLICT when the database does not allow the step for one
 * of them, ERR_NOT_FOUND when one is not visible or not the caller's to change: then none moved.
 * The caller has checked the role.  n = 0 is fine.
 */
enum err	dossier_op_nominations_set_state(struct ctx *, const struct nomination_id *ids, size_t n,
		    enum nomination_state to, const char *reason) MUST_CHECK;
/* Move a dossier; received_on {0} leaves the date of receipt as it is. Writes an audit row. */
enum err	dossier_op_set_state(struct ctx *, struct dossier_id, enum dossier_state,
		    struct date received_on) MUST_CHECK;
/* Wait for and hold the dossier until the transaction ends. */
enum err	dossier_op_lock(struct ctx *, struct dossier_id, struct sql_dossier_lock_row *) MUST_CHECK;

/* Dossiers ------------------------------------------------------------------------------------- */

struct dossier_input {
	struct season_id	 season_id;
	struct unit_id		 unit_id;	/* when begun only */
	const char		*title, *letter_no;
	struct date		 letter_date;
};

enum err	dossier_op_get(struct ctx *, struct dossier_id, struct sql_dossier_get_row *) MUST_CHECK;
/* As get, but ERR_FORBIDDEN for who may only look. */
enum err	dossier_op_get_mine(struct ctx *, struct dossier_id, struct sql_dossier_get_row *) MUST_CHECK;
/* As get_mine, holding the dossier; ERR_CONFLICT when it is neither draft nor returned. */
enum err	dossier_op_begin_change(struct ctx *, struct dossier_id, struct sql_dossier_get_row *) MUST_CHECK;
enum err	dossier_op_create(struct ctx *, const struct dossier_input *, struct dossier_id *) MUST_CHECK;
/* ERR_STALE when version is not the present one. */
enum err	dossier_op_update(struct ctx *, struct dossier_id, int32_t version,
		    const struct dossier_input *) MUST_CHECK;

/* The same statement without rule and audit, for autosaves: the caller holds the dossier and has checked it. */
enum err	dossier_op_write(struct ctx *, struct dossier_id, int32_t version, const struct dossier_input *) MUST_CHECK;

void		dossier_facts_of(const struct sql_dossier_get_row *, const struct evidence_checklist *,
		    struct dossier_facts *);

/* For the pages: what the tables and choices show. */
enum err	dossier_op_list(struct ctx *, const struct sql_dossier_list_params *,
		    struct sql_dossier_list_rows *) MUST_CHECK;
enum err	dossier_op_counts(struct ctx *, struct season_id, bool any_season,
		    struct sql_dossier_counts_rows *) MUST_CHECK;
/* A draft of that unit, round and title is there already. */
enum err	dossier_op_draft_same(struct ctx *, const struct dossier_input *, bool *same) MUST_CHECK;
enum err	dossier_op_seasons(struct ctx *, struct sql_dossier_seasons_rows *) MUST_CHECK;
enum err	dossier_op_units_mine(struct ctx *, struct sql_dossier_units_mine_rows *) MUST_CHECK;
enum err	dossier_op_nominations(struct ctx *, const struct sql_dossier_nominations_params *,
		    struct sql_dossier_nominations_rows *) MUST_CHECK;
enum err	dossier_op_nomination_options(struct ctx *, struct dossier_id,
		    struct sql_dossier_nomination_options_rows *) MUST_CHECK;
enum err	dossier_op_history(struct ctx *, struct dossier_id, struct sql_dossier_history_rows *) MUST_CHECK;

/* Nominations ------------------------------------------------------------------------------------ */

struct nomination_input {
	enum nominee_kind	 kind;
	const char		*name, *position, *workplace, *achievement;
	enum gender		 gender;
	bool			 gender_known;
	struct birth		 birth;
	struct award_type_id	 award_type_id;
	enum achievement_field	 field;
	const char		*id_number;	/* digits as identity_parse gives them; NULL leaves it as it is */
	bool			 id_remove;	/* the number kept so far goes */
};

enum err	nomination_op_add(struct ctx *, struct dossier_id, const struct nomination_input *,
		    struct nomination_id *) MUST_CHECK;
/* Both: ERR_STALE when version is not the present one, ERR_CONFLICT when it may not be changed any more. */
enum err	nomination_op_update(struct ctx *, struct dossier_id, struct nomination_id, int32_t version,
		    const struct nomination_input *) MUST_CHECK;
enum err	nomination_op_delete(struct ctx *, struct dossier_id, struct nomination_id,
		    int32_t version) MUST_CHECK;
/* Put back what was deleted, in its place, under its number; ERR_NOT_FOUND when it is not out, ERR_CONFLICT when no draft. */
enum err	nomination_op_restore(struct ctx *, struct dossier_id, struct nomination_id) MUST_CHECK;
/* The nomination, editable now, in the dossier, which is held from here on. */
enum err	nomination_op_begin_change(struct ctx *, struct dossier_id, struct nomination_id,
		    struct sql_dossier_nomination_get_row *) MUST_CHECK;
/*
 * The statement of update without rule and audit, for autosaves: the caller holds the nomination and has
 * checked it.  Half-typed names make no entries in the register of nominees: saving or filing matches them.
 */
enum err	nomination_op_write(struct ctx *, struct nomination_id, int32_t version,
		    const struct nomination_input *) MUST_CHECK;
/* Awards that may be proposed on the day of the request. */
enum err	nomination_op_awards(struct ctx *, struct sql_dossier_awards_rows *) MUST_CHECK;
enum err	nomination_op_events(struct ctx *, struct nomination_id, struct sql_dossier_nomination_events_rows *) MUST_CHECK;
/* Whether the dossier already holds this nominee for this award; except {0} for a new one. */
enum err	nomination_op_same(struct ctx *, struct dossier_id, struct nomination_id except,
		    const struct nomination_input *, struct sql_dossier_nomination_same_row *, bool *found) MUST_CHECK;

#endif
