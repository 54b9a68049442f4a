/* The job "attachment.read": the first pages of one uploaded PDF, searched for the stamp of a state secret. */
#ifndef EVIDENCE_READ_JOB_H
#define EVIDENCE_READ_JOB_H

#include <jansson.h>

#include "app/app.h"

/*
 * Payload {"attachment_id": N}.  Writes what was found: clear, stamp (the bytes are deleted, the uploader is told) or
 * unread (a scan, encrypted, damaged, too slow).  A file is looked at once; none is a reason to fail.
 */
enum err	read_job(struct ctx *, const json_t *payload) MUST_CHECK;

#endif
