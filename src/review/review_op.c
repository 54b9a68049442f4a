/* Use cases of appraisal: receive a dossier, judge its nominations, finish. */
#include "review/review_op.h"

#include "core/str.h"
#include "council/council_op.h"
#include "dossier/dossier_op.h"
#include "eligibility/eligibility_op.h"
#include "mail/notice_op.h"

static enum err
conflict(struct ctx *c, const char *why)
{
	c->why = why;
	return ERR_CONFLICT;
}

enum err
review_op_dossier(struct ctx *c, struct dossier_id id, struct sql_review_dossier_row *d)
{
	MUST(sql_review_dossier(
	    c->db, c->arena, &(struct sql_review_dossier_params){ .dossier_id = id }, d));
	return authz_require(c, ROLE_BIT(ROLE_APPRAISER), d->unit_id);
}

/* As dossier, holding it: appraisers and the unit change it one after the other. */
static enum err
begin_change(struct ctx *c, struct dossier_id id, struct sql_review_dossier_row *d)
{
	struct sql_dossier_lock_row lock;

	MUST(review_op_dossier(c, id, d));
	MUST(dossier_op_lock(c, id, &lock));
	return review_op_dossier(c, id, d);
}

static enum err
move_all(
    struct ctx *c, struct dossier_id id, enum nomination_state from, enum nomination_state to)
{
	struct sql_review_in_state_rows rows;
	struct nomination_id *ids;

	MUST(sql_review_in_state(c->db, c->arena,
	    &(struct sql_review_in_state_params){ .dossier_id = id, .state = from }, &rows));
	ids = arena_array(c->arena, rows.n, sizeof(*ids));
	for (size_t i = 0; i < rows.n; i++)
		ids[i] = rows.v[i].nomination_id;
	return dossier_op_nominations_set_state(c, ids, rows.n, to, "");
}

enum err
review_op_begin(struct ctx *c, struct dossier_id id)
{
	struct sql_review_dossier_row d;

	MUST(begin_change(c, id, &d));
	if (d.state != DOSSIER_STATE_SUBMITTED)
		return conflict(c,
		    T("Hồ sơ này không ở trạng thái chờ tiếp nhận; có thể người khác vừa tiếp nhận."));
	MUST(move_all(c, id, NOMINATION_STATE_SUBMITTED, NOMINATION_STATE_APPRAISING));
	MUST(dossier_op_set_state(c, id, DOSSIER_STATE_APPRAISING, date_of(c->now)));
	MUST(eligibility_op_freeze(c, id));
	return notice_op_received(c, id);
}

enum err
review_op_finish(struct ctx *c, struct dossier_id id)
{
	struct sql_review_dossier_row d;

	MUST(begin_change(c, id, &d));
	if (d.state != DOSSIER_STATE_APPRAISING)
		return conflict(c, T("Hồ sơ này không ở trạng thái đang thẩm định."));
	if (d.submitted + d.appraising + d.returned + d.on_hold > 0)
		return conflict(c,
		    T("Còn trường hợp chưa có kết luận. Kết luận mọi trường hợp rồi kết thúc thẩm định."));
	return dossier_op_set_state(c, id, DOSSIER_STATE_COMPLETED, (struct date){ 0 });
}

/* The dossier follows its nominations: returned with the first one, appraised again with a reopened one. */
static enum err
move_dossier(struct ctx *c, const struct sql_review_dossier_row *d, enum review_act act)
{
	if (act == REVIEW_ACT_RETURN && d->state != DOSSIER_STATE_RETURNED)
		return dossier_op_set_state(
		    c, d->dossier_id, DOSSIER_STATE_RETURNED, (struct date){ 0 });
	if ((act == REVIEW_ACT_REOPEN || act == REVIEW_ACT_HOLD) &&
	    d->state == DOSSIER_STATE_COMPLETED)
		return dossier_op_set_state(
		    c, d->dossier_id, DOSSIER_STATE_APPRAISING, (struct date){ 0 });
	return ERR_OK;
}

/* The caller holds the dossier. */
static enum err
act_on(struct ctx *c, const struct sql_review_dossier_row *d, const int64_t *ids, size_t n,
    const struct review_choice *choice)
{
	const struct review_act_rule *rule = review_act_rule(choice->act);
	struct sql_review_selected_rows rows;
	struct nomination_id *chosen;

	if (n == 0 || (rule->needs_reason && str_empty(choice->reason)))
		return ERR_INVALID;
	MUST(sql_review_selected(c->db, c->arena,
	    &(struct sql_review_selected_params){
		.dossier_id = d->dossier_id, .ids = council_id_array(c->arena, ids, n) },
	    &rows));
	if (rows.n != n)
		return ERR_NOT_FOUND;
	chosen = arena_array(c->arena, n, sizeof(*chosen));
	for (size_t i = 0; i < n; i++) {
		if (!review_act_allowed(choice->act, rows.v[i].state))
			return conflict(c,
			    T("Có trường hợp đã đổi trạng thái nên việc này không còn làm được. Không trường hợp nào bị thay đổi; tải lại hồ sơ rồi chọn lại."));
		chosen[i] = rows.v[i].nomination_id;
	}
	if (choice->act == REVIEW_ACT_AGENDA)
		return council_op_agenda_add(c, choice->session, chosen, n);
	MUST(dossier_op_nominations_set_state(c, chosen, n, rule->to, choice->reason));
	MUST(move_dossier(c, d, choice->act));
	return choice->act == REVIEW_ACT_RETURN ? notice_op_returned(c, d->dossier_id) : ERR_OK;
}

enum err
review_op_act(struct ctx *c, struct dossier_id id, const int64_t *ids, size_t n,
    const struct review_choice *choice)
{
	struct sql_review_dossier_row d;

	MUST(begin_change(c, id, &d));
	return act_on(c, &d, ids, n, choice);
}

enum err
review_op_act_one(
    struct ctx *c, struct nomination_id id, int32_t version, const struct review_choice *choice)
{
	struct sql_review_nomination_row n;
	struct sql_review_dossier_row d;

	MUST(sql_review_nomination(c->db, c->arena,
	    &(struct sql_review_nomination_params){ .nomination_id = id }, &n));
	MUST(begin_change(c, n.dossier_id, &d));
	MUST(sql_review_nomination(c->db, c->arena,
	    &(struct sql_review_nomination_params){ .nomination_id = id }, &n));
	if (n.version != version)
		return ERR_STALE;
	return act_on(c, &d, &id.v, 1, choice);
}
