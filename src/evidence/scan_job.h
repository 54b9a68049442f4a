/* The job "attachment.scan": one uploaded file through clamd. */
#ifndef EVIDENCE_SCAN_JOB_H
#define EVIDENCE_SCAN_JOB_H

#include <jansson.h>

#include "app/app.h"

/*
 * Payload {"attachment_id": N}.  Writes the verdict: clean, infected (the bytes are deleted, the uploader is told),
 * failed (queued again by the database, later each time) or off when no scanner is configured any more.
 */
enum err	scan_job(struct ctx *, const json_t *payload) MUST_CHECK;

#endif
