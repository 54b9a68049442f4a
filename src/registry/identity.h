/*
 * Identity numbers (số định danh cá nhân: 12 digits; the old CMND: 9): read, doubted, encrypted, found again.
 * No database, no clock.  The keys come from one file that has to be kept as long as the data:
 *   # comment
 *   1 <64 hexadecimal digits>
 *   2 <64 hexadecimal digits>
 * The highest number encrypts, every number opens what it encrypted.  Hashes of one database all come from one key:
 * the first it saw, until they are all moved to another (vinhdanhctl identity rekey); the database says which.
 */
#ifndef REGISTRY_IDENTITY_H
#define REGISTRY_IDENTITY_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "db/db.h"
#include "sql/types.h"

#define IDENTITY_DIGITS 12

enum identity_fault { IDENTITY_OK, IDENTITY_EMPTY, IDENTITY_NOT_DIGITS, IDENTITY_LENGTH };

/* Digits of what was typed: spaces, dots and dashes between them do not count. */
enum identity_fault identity_parse(const char *typed, char digits[IDENTITY_DIGITS + 1]);
const char	*identity_fault_words(enum identity_fault);	/* message id */

/* What is known of a number without opening it. */
struct identity_tail {
	char	last[5];	/* "1234" */
	bool	old;		/* a CMND: nothing below is known */
	bool	female;
	int	year;		/* of birth */
	bool	province;	/* begins with the code of a province */
};
struct identity_tail identity_tail_of(const char *digits);
char		*identity_mask(struct arena *, const struct identity_tail *);	/* "•••• •••• 1234" */

/*
 * Text of any kind with the identity numbers in it masked; text itself when there is none.  Taken for one:
 *   nine or more digits that are all there is, however parted (a zero lost in a spreadsheet, a digit too many);
 *   12 digits that begin with the code of a province, in a row or in groups;
 *   9 or 12 digits in groups after words like CCCD or căn cước, in a row in a short text too, unless they are đồng.
 * digits (may be NULL) gets the number when it is exactly one, of 9 or 12 digits, else "".
 */
const char	*identity_hide(struct arena *, const char *text, char digits[IDENTITY_DIGITS + 1]);
/* How many digits identity_hide or identity_mask has masked in a text: 12 for "•••• •••• 1234", 0 without a mask. */
size_t		 identity_hidden(const char *text);

/*
 * What does not fit; a bit each, words by bit.  Warnings only: papers err, and people change their sex.
 * Structure: Nghị định 137/2015/NĐ-CP, Điều 13 and Thông tư 59/2021/TT-BCA: 3 digits of the province, 1 of
 * century and sex, 2 of the year of birth, 6 at random.
 */
enum identity_doubt { IDENTITY_DOUBT_PROVINCE, IDENTITY_DOUBT_SEX, IDENTITY_DOUBT_YEAR, IDENTITY_DOUBT_OLD, IDENTITY_DOUBT_COUNT };
unsigned	 identity_doubts(const struct identity_tail *, bool sex_known, enum gender, int birth_year /* 0: unknown */);
const char	*identity_doubt_words(enum identity_doubt);	/* message id */

struct identity_keys;

/* NULL with *why set when the text holds no usable key; free with identity_keys_free (wipes them). */
struct identity_keys *identity_keys_parse(const char *text, const char **why);
struct identity_keys *identity_keys_read(const char *path, const char **why);
void		 identity_keys_free(struct identity_keys *);
char		*identity_keys_new(struct arena *);	/* the text of a new key file */

struct identity_sealed { struct bytes hash, cipher, tail; };
/* Everything in the arena; two seals of one number differ but for the hash, made with the key hash_key, one of these. */
struct identity_sealed identity_seal(const struct identity_keys *, int hash_key, struct arena *, const char *digits);
/* False when no key of ours made it. */
bool		 identity_open(const struct identity_keys *, struct bytes cipher, char digits[IDENTITY_DIGITS + 1]);
bool		 identity_open_tail(const struct identity_keys *, struct bytes cipher, struct identity_tail *);

/* Which key encrypts now, and a value only it gives: kept with the data. */
int		 identity_key_id(const struct identity_keys *);
bool		 identity_key_check(const struct identity_keys *, int key_id, unsigned char value[32]);	/* false: no such key */

#endif
