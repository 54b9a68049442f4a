/* Strict reading of JSON: canonical spelling, exact fields, exact numbers. */
#include "json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

enum bel_err
bel_json_parse(struct bel_span raw, json_t **out)
{
	*out = json_loadb(raw.p, raw.len, JSON_REJECT_DUPLICATES, NULL);
	return *out != NULL ? BEL_OK : BEL_JSON;
}

enum bel_err
bel_json_canonical(struct bel_span raw, json_t **out)
{
	char *text = NULL;
	enum bel_err err;

	if ((err = bel_json_parse(raw, out)) != BEL_OK)
		return err;
	err = bel_json_text(*out, &text);
	if (err == BEL_OK && (strlen(text) != raw.len || memcmp(text, raw.p, raw.len) != 0))
		err = BEL_JSON;
	free(text);
	if (err != BEL_OK) {
		json_decref(*out);
		*out = NULL;
	}
	return err;
}

enum bel_err
bel_json_text(const json_t *value, char **out)
{
	*out = json_dumps(value, JSON_COMPACT);
	return *out != NULL ? BEL_OK : BEL_SYSTEM;
}

enum bel_err
bel_json_fields(const json_t *obj, const char *keys)
{
	json_t *o = (json_t *)(uintptr_t)obj; /* jansson iterates non-const */
	void *iter;
	size_t len;

	if (!json_is_object(obj))
		return BEL_SHAPE;
	iter = json_object_iter(o);
	while (*keys != '\0') {
		const char *key;

		if (iter == NULL)
			return BEL_SHAPE;
		key = json_object_iter_key(iter);
		len = strcspn(keys, " ");
		if (strlen(key) != len || memcmp(key, keys, len) != 0)
			return BEL_SHAPE;
		keys += len + (keys[len] == ' ');
		iter = json_object_iter_next(o, iter);
	}
	return iter == NULL ? BEL_OK : BEL_SHAPE;
}

enum bel_err
bel_json_array(const json_t *value, size_t n)
{
	if (!json_is_array(value))
		return BEL_SHAPE;
	return n == SIZE_MAX || json_array_size(value) == n ? BEL_OK : BEL_SHAPE;
}

enum bel_err
bel_json_int(const json_t *value, long min, long max, long *out)
{
	json_int_t n;

	if (!json_is_integer(value))
		return BEL_SHAPE;
	n = json_integer_value(value);
	if (n < min || n > max)
		return BEL_SHAPE;
	*out = (long)n;
	return BEL_OK;
}

const char *
bel_json_string(const json_t *value)
{
	return json_string_value(value);
}

enum bel_err
bel_json_scalar(struct bel_calc *c, const json_t *value, BIGNUM *out)
{
	if (!json_is_string(value))
		return BEL_SHAPE;
	return bel_scalar_parse(c, json_string_value(value), json_string_length(value), out);
}

enum bel_err
bel_json_elem(struct bel_calc *c, const json_t *value, struct bel_elem *out)
{
	if (!json_is_string(value))
		return BEL_SHAPE;
	return bel_elem_parse(c, json_string_value(value), json_string_length(value), out);
}

enum bel_err
bel_json_member(struct bel_calc *c, const json_t *value, struct bel_elem *out)
{
	enum bel_err err;

	if ((err = bel_json_elem(c, value, out)) != BEL_OK)
		return err;
	return bel_elem_is_member(c, out);
}

json_t *
bel_json_new_scalar(const BIGNUM *n)
{
	json_t *value;
	char *text;

	if ((text = BN_bn2dec(n)) == NULL)
		return NULL;
	value = json_string(text);
	OPENSSL_free(text);
	return value;
}

json_t *
bel_json_new_elem(struct bel_calc *c, const struct bel_elem *e)
{
	json_t *value;
	char *text;

	if (bel_elem_text(c, e, &text) != BEL_OK)
		return NULL;
	value = json_string(text);
	free(text);
	return value;
}
