/* The job "attachment.read": a PDF is too much to read in a web worker, so its text is searched after the upload. */
#include "evidence/read_job.h"

#include <sys/mman.h>
#include <unistd.h>

#include "app/audit_json.h"
#include "core/log.h"
#include "evidence/evidence_op.h"
#include "evidence/pdf_text.h"
#include "evidence/secrecy.h"

static bool
put(void *arg, const void *data, size_t n)
{
	const int *fd = arg;
	const char *p = data;

	while (n > 0) {
		ssize_t done = write(*fd, p, n);

		if (done <= 0)
			return false;
		p += done;
		n -= (size_t)done;
	}
	return true;
}

/* What the text says; *why it could not be read, or "". */
static enum secrecy_state
judge(int fd, bool *doubt, const char **why)
{
	struct buf text = { 0 };
	enum file_secrecy secrecy;
	bool whole = pdf_text(fd, &text, why), has_text = false;

	secrecy = secrecy_of_text(text.len > 0 ? text.p : "", text.len, &has_text);
	buf_free(&text);
	*doubt = secrecy == SECRECY_DOUBT;
	if (whole)
		*why = has_text ? "" : "no text: a scan";
	if (secrecy == SECRECY_STAMP)
		return SECRECY_STATE_STAMP;
	return whole && has_text ? SECRECY_STATE_CLEAR : SECRECY_STATE_UNREAD;
}

/* A copy in memory that the reading process can seek in; a secret goes to no disk for it. */
static enum err
read_file(struct ctx *c, struct attachment_id id, int64_t size, enum secrecy_state *state,
    bool *doubt, const char **why)
{
	int fd = memfd_create("attachment", MFD_CLOEXEC);
	bool copied = false;
	enum err err = ERR_OK;

	*state = SECRECY_STATE_UNREAD;
	*doubt = false;
	*why = "no memory for a copy";
	if (fd < 0)
		return ERR_OK;
	err = evidence_op_pieces(c, id, size, put, &fd, &copied);
	if (err == ERR_OK && copied && lseek(fd, 0, SEEK_SET) == 0)
		*state = judge(fd, doubt, why);
	(void)close(fd);
	return err;
}

enum err
read_job(struct ctx *c, const json_t *payload)
{
	struct attachment_id id = { json_integer_value(
	    json_object_get(payload, "attachment_id")) };
	struct sql_evidence_read_target_row t;
	struct sql_evidence_read_set_row set;
	enum secrecy_state state;
	const char *why;
	bool found, doubt;

	MUST(sql_evidence_read_target(c->db, c->arena,
	    &(struct sql_evidence_read_target_params){ .attachment_id = id }, &t, &found));
	/* Taken out of its draft meanwhile, infected, or read by another job. */
	if (!found || !t.wanted)
		return ERR_OK;
	MUST(read_file(c, id, t.size, &state, &doubt, &why));
	if (state == SECRECY_STATE_UNREAD)
		log_info("attachment=%lld not read: %s", (long long)id.v, why);
	MUST(sql_evidence_read_set(c->db, c->arena,
	    &(struct sql_evidence_read_set_params){
		.attachment_id = id, .secrecy = state, .doubt = doubt },
	    &set));
	if (state != SECRECY_STATE_STAMP)
		return audit_json(c, "attachment.read", "attachment", id.v, t.unit_id,
		    json_pack(
			"{s:s,s:s}", "result", secrecy_state_text(state), "finding", why));
	/* As when it is refused at once: neither its name nor its content is kept on record. */
	MUST(audit_json(c, "attachment.refuse_secret", "dossier", t.dossier_id.v, t.unit_id,
	    json_pack("{s:s,s:I}", "reason", "text", "attachment_id", (json_int_t)id.v)));
	return evidence_op_tell(c, t.uploaded_by, t.dossier_id, id, NULL);
}
