/* Use cases of the register of nominees: who a nomination is about, across years and units. */
#ifndef REGISTRY_NOMINEE_OP_H
#define REGISTRY_NOMINEE_OP_H

#include "app/app.h"
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

#endif
