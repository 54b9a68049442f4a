/* Paper ballot: totals entered by one person and confirmed by another. */
#include "council/method.h"
#include "sql/council.h"

static enum err
paper_open(struct ctx *c, const struct vote_item *item)
{
	(void)c;
	(void)item;
	return ERR_OK; /* the papers are in the room */
}

static enum err
paper_tally(struct ctx *c, struct agenda_item_id id, struct tally *t)
{
	struct sql_council_paper_get_row row;
	bool found;

	MUST(sql_council_paper_get(c->db, c->arena,
	    &(struct sql_council_paper_get_params){ .agenda_item_id = id }, &row, &found));
	if (!found || !row.confirmed) {
		c->why = T(
		    "Còn nội dung bỏ phiếu giấy chưa có số phiếu được người thứ hai xác nhận. Xác nhận kết quả kiểm phiếu rồi kết thúc lại.");
		return ERR_CONFLICT;
	}
	if ((int64_t)row.approve + row.disapprove + row.abstain > row.present) {
		c->why = T(
		    "Số phiếu giấy đã xác nhận nhiều hơn số thành viên có mặt. Kiểm tra lại điểm danh rồi kết thúc lại.");
		return ERR_CONFLICT;
	}
	*t = (struct tally){ row.approve, row.disapprove, row.abstain };
	return vote_method_written(c, id, t);
}

static bool
paper_complete(const struct vote_item *item)
{
	return item->confirmed && item->written_count >= item->written;
}

const struct vote_method_ops vote_method_paper = {
	.method = VOTE_METHOD_PAPER,
	.words = T("Phiếu giấy"),
	.explanation = T(
	    "Bỏ phiếu giấy tại phiên họp; một người nhập tổng số phiếu, người khác kiểm lại và xác nhận."),
	.ballot_page = NULL,
	.named = false,
	.open = paper_open,
	.tally = paper_tally,
	.complete = paper_complete,
};
