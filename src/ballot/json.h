/* JSON as the protocol needs it: one spelling, known fields, exact numbers. */
#ifndef BALLOT_JSON_H
#define BALLOT_JSON_H

#include <jansson.h>

#include "group.h"

/* A run of bytes that belongs to somebody else; not NUL-terminated. */
struct bel_span {
	const char	*p;
	size_t		 len;
};

/*
 * Parse raw as one JSON object or array without repeated keys.  BEL_JSON
 * otherwise.  The caller owns the reference.
 */
enum bel_err	 bel_json_parse(struct bel_span raw, json_t **) BEL_MUST_CHECK;
/*
 * The same, and BEL_JSON unless raw is the canonical spelling: no white space,
 * no escape that is not needed.  (Field order is bel_json_fields' business.)
 */
enum bel_err	 bel_json_canonical(struct bel_span raw, json_t **)
		    BEL_MUST_CHECK;
/* Compact text of a value, to be freed with free(). */
enum bel_err	 bel_json_text(const json_t *, char **) BEL_MUST_CHECK;

/*
 * BEL_SHAPE unless obj is an object with exactly the space-separated keys, in
 * that order.
 */
enum bel_err	 bel_json_fields(const json_t *obj, const char *keys)
		    BEL_MUST_CHECK;
/* BEL_SHAPE unless value is an array (of exactly n when n is not SIZE_MAX). */
enum bel_err	 bel_json_array(const json_t *value, size_t n) BEL_MUST_CHECK;
/* BEL_SHAPE unless value is an integer in [min, max]. */
enum bel_err	 bel_json_int(const json_t *value, long min, long max,
		    long *out) BEL_MUST_CHECK;
/* The text of a string, or NULL when value is none. */
const char	*bel_json_string(const json_t *value);

/* A scalar, an element (range only), an element (range and membership). */
enum bel_err	 bel_json_scalar(struct bel_calc *, const json_t *value,
		    BIGNUM *) BEL_MUST_CHECK;
enum bel_err	 bel_json_elem(struct bel_calc *, const json_t *value,
		    struct bel_elem *) BEL_MUST_CHECK;
enum bel_err	 bel_json_member(struct bel_calc *, const json_t *value,
		    struct bel_elem *) BEL_MUST_CHECK;

/* New JSON strings; NULL on failure. */
json_t		*bel_json_new_scalar(const BIGNUM *);
json_t		*bel_json_new_elem(struct bel_calc *, const struct bel_elem *);

#endif
