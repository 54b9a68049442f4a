/* Names of the errors, and the first-defect sentence. */
#include "err.h"

#include <stdarg.h>
#include <stdio.h>

const char *
bel_err_text(enum bel_err err)
{
	static const char *const text[] = {
		[BEL_OK] = "ok",
		[BEL_SYSTEM] = "the system failed (memory, file or process)",
		[BEL_JSON] = "not canonical JSON",
		[BEL_SHAPE] = "a field is missing, added or out of order",
		[BEL_NUMBER] = "a number is not canonical or out of range",
		[BEL_MEMBER] = "a number is not an element of the group",
		[BEL_PROOF] = "a proof does not hold",
		[BEL_SIGNATURE] = "a signature does not hold",
		[BEL_ELECTION] = "belongs to another election",
		[BEL_CREDENTIAL] = "credential unknown, repeated or weighted",
		[BEL_FORMAT] = "the archive is damaged",
		[BEL_ORDER] = "an event stands where it may not stand",
		[BEL_COUNT] = "a count does not match",
		[BEL_TALLY] = "the tally is not the product of the ballots",
		[BEL_DECRYPTION] = "decryption repeated, missing or of nobody",
		[BEL_RESULT] = "the result does not follow",
		[BEL_POLICY] = "the policy is malformed or not kept",
		[BEL_TURNOUT] = "turnout list and archive differ",
		[BEL_UNSUPPORTED] = "not used by this application",
		[BEL_UNFINISHED] = "not finished",
		[BEL_NO_TOOL] = "belenios-tool is not installed",
		[BEL_TOOL_VERSION] = "belenios-tool speaks another version",
		[BEL_TOOL_REFUSED] = "belenios-tool refused",
	};

	if ((size_t)err >= sizeof(text) / sizeof(text[0]))
		return "unknown error";
	return text[err];
}

enum bel_err
bel_fail(struct bel_why *why, enum bel_err err, const char *fmt, ...)
{
	va_list ap;
	char *p;

	if (why == NULL || why->text[0] != '\0')
		return err;
	va_start(ap, fmt);
	(void)vsnprintf(why->text, sizeof(why->text), fmt, ap);
	va_end(ap);
	for (p = why->text; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || (unsigned char)*p == 0x7f)
			*p = '?';
	return err;
}
