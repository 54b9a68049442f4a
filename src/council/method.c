/* The table of voting methods, and what they share. */
#include "council/method.h"

#include "sql/council.h"

static const struct vote_method_ops *const methods[VOTE_METHOD_COUNT] = {
	[VOTE_METHOD_RECORDED] = &vote_method_recorded,
	[VOTE_METHOD_PAPER] = &vote_method_paper,
};

const struct vote_method_ops *
vote_method_of(enum vote_method method)
{
	return (size_t)method < VOTE_METHOD_COUNT ? methods[method] : NULL;
}

enum err
vote_method_written(struct ctx *c, struct agenda_item_id id, struct tally *t)
{
	struct sql_council_votes_tally_row row;

	MUST(sql_council_votes_tally(c->db, c->arena,
	    &(struct sql_council_votes_tally_params){ .agenda_item_id = id }, &row));
	t->approve += (int32_t)row.written_approve;
	t->disapprove += (int32_t)row.written_disapprove;
	t->abstain += (int32_t)row.written_abstain;
	return ERR_OK;
}
