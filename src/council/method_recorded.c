/* Recorded vote: each member present votes with the own account, names are kept. */
#include "council/method.h"
#include "sql/council.h"

static enum err
recorded_open(struct ctx *c, const struct vote_item *item)
{
	(void)c;
	(void)item;
	return ERR_OK; /* votes go straight to office.vote */
}

static enum err
recorded_tally(struct ctx *c, struct agenda_item_id id, struct tally *t)
{
	struct sql_council_votes_tally_row row;

	MUST(sql_council_votes_tally(c->db, c->arena,
	    &(struct sql_council_votes_tally_params){ .agenda_item_id = id }, &row));
	*t = (struct tally){ (int32_t)row.approve, (int32_t)row.disapprove,
		(int32_t)row.abstain };
	return vote_method_written(c, id, t);
}

/* Who is present and does not vote counts as not approving; closing then is allowed, but asked about. */
static bool
recorded_complete(const struct vote_item *item)
{
	return item->cast_count >= item->present && item->written_count >= item->written;
}

const struct vote_method_ops vote_method_recorded = {
	.method = VOTE_METHOD_RECORDED,
	.words = T("Biểu quyết ghi tên"),
	.explanation = T(
	    "Mỗi thành viên có mặt tự bỏ phiếu trên tài khoản của mình; tên người bỏ phiếu được lưu."),
	.ballot_page = "phieu",
	.named = true,
	.open = recorded_open,
	.tally = recorded_tally,
	.complete = recorded_complete,
};
