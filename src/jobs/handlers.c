/* Which handler runs which kind of job; a new kind is a line in the table. */
#include "jobs/jobs.h"

#include "evidence/read_job.h"
#include "evidence/scan_job.h"
#include "mail/notice_op.h"
#include "publication/render_page.h"
#include "receipt/receipt_op.h"
#include "sql/jobs.h"
#include "sql/mail.h"

/*
 * Once an hour: expired sessions, old sign-in attempts, spent form values, finished jobs, mails nobody waits for;
 * and drafts whose closing time comes near are reminded of.
 */
static enum err
job_housekeeping(struct ctx *ctx, const json_t *payload)
{
	struct sql_jobs_purge_expired_row row;
	struct sql_mail_housekeep_row mails;

	(void)payload;
	MUST(sql_jobs_purge_expired(ctx->db, ctx->arena, &row));
	MUST(sql_mail_housekeep(ctx->db, ctx->arena, &mails));
	return notice_op_deadlines_near(ctx);
}

const struct job_kind job_kinds[] = {
	{ "attachment.read", read_job },
	{ "attachment.scan", scan_job },
	{ "housekeeping", job_housekeeping },
	{ "publication.render", render_job },
	{ "receipt.render", receipt_job },
};
const size_t job_kind_count = sizeof(job_kinds) / sizeof(job_kinds[0]);
