/* Key holders: the server's own key, the ceremony k of n, the combined key. */
#ifndef BALLOT_TRUSTEES_H
#define BALLOT_TRUSTEES_H

#include "hash.h"
#include "json.h"

/*
 * Specification 3.1.1, 4.5 to 4.7.  A trustees structure is a list of items:
 *	["Single",{"pok":proof,"public_key":X}]		needed always
 *	["Pedersen",{"threshold":k,"certs":[...],"coefexps":[...],
 *	  "verification_keys":[{"pok","public_key"},...]}]	k of n needed
 * Owners are numbered from 1 through all items, members of a Pedersen item
 * one by one.  The election key is y = prod X * prod_z A_z0.
 *
 * Our elections have one Single item, the server's, then one Pedersen item.
 */
struct bel_trustee {
	struct bel_elem	*key;		/* X = g^x */
	char		*key_text;
	size_t		 item;		/* which item it belongs to */
	long		 index;		/* 1..n inside a Pedersen, else 0 */
};

struct bel_trustee_item {
	bool	pedersen;
	long	needed;		/* 1, or k */
	size_t	first, n;	/* its owners in the list */
};

struct bel_trustees {
	struct bel_trustee	*owners;
	size_t			 n_owners;
	struct bel_trustee_item	*items;
	size_t			 n_items;
	struct bel_elem		*key;	/* y */
};

/*
 * Read and verify all of it: canonical JSON; every element a member and no key
 * 1; every proof of knowledge; every signature; equal numbers of certificates,
 * coefficient lists and verification keys; each list as long as the threshold,
 * 1 <= k <= n; no certificate twice; each verification key equal to
 * prod_i prod_k A_ik^(j^k), so that it is the key the ceremony gave to j.
 */
enum bel_err	 bel_trustees_parse(struct bel_calc *, struct bel_span raw,
		    struct bel_trustees **out, struct bel_why *)
		    BEL_MUST_CHECK;
/* Accepts NULL. */
void		 bel_trustees_free(struct bel_trustees *);

/*
 * Make the server's key for one election: *secret is decimal text to be kept
 * outside the database, *public_key the JSON {"pok","public_key"}.  Both are
 * freed with free(), the secret after OPENSSL_cleanse.
 */
enum bel_err	 bel_single_new(struct bel_calc *, char **secret,
		    char **public_key) BEL_MUST_CHECK;

/* -- the ceremony, message by message (specification 4.6) -- */

/*
 * Round 1.  A certificate: {"message":"{\"verification\":V,\"encryption\":E}",
 * "signature":proof}, signed with log_g V over "sigmsg|message|".  V and E are
 * members other than 1.
 */
struct bel_cert {
	struct bel_elem	*verification, *encryption;
	struct bel_base	*base;		/* of verification */
};
enum bel_err	 bel_cert_parse(struct bel_calc *, struct bel_span raw,
		    struct bel_cert *out) BEL_MUST_CHECK;
void		 bel_cert_free(struct bel_cert *);

/*
 * Round 2.  Coefficients in the exponent: {"message":"{\"coefexps\":[A_0,...,
 * A_(k-1)]}","signature":proof}, signed by the certificate's holder.  *out is
 * an array of k elements, freed with bel_coefexps_free.
 */
enum bel_err	 bel_coefexps_parse(struct bel_calc *, const struct bel_cert *,
		    struct bel_span raw, size_t k, struct bel_elem ***out)
		    BEL_MUST_CHECK;
void		 bel_coefexps_free(struct bel_elem **, size_t k);

/*
 * Round 2, the private part: the share of trustee `from` for trustee `to`, in
 * our own envelope (the specification leaves transport outside the archive):
 *	{"message":"{\"uuid\":U,\"from\":i,\"to\":j,\"alpha\":g^r,
 *	  \"iv\":24 hex digits,\"data\":hex}","signature":proof}
 * data is AES-256-GCM of the decimal share under
 * SHA-256("share|U|i|j|g^r|E_j^r").  The server can check who signed it, for
 * whom, and membership; only j can open it, and j's page checks
 * g^share = prod_k A_ik^(j^k), naming i when that fails.
 */
enum bel_err	 bel_share_check(struct bel_calc *, const struct bel_cert *from,
		    const char *uuid, long i, long j, struct bel_span raw)
		    BEL_MUST_CHECK;

/*
 * Round 3.  A verification key {"pok","public_key"} of trustee j (1-based)
 * against the coefficients of all n trustees.  BEL_DECRYPTION when it is
 * another key than the ceremony gives to j.
 */
enum bel_err	 bel_verification_key_check(struct bel_calc *, long j,
		    struct bel_elem *const *const *coefexps, size_t n, size_t k,
		    struct bel_span raw) BEL_MUST_CHECK;

/*
 * Write the trustees structure: the server's key, then the ceremony of n
 * trustees.  Every message must have been checked.  *out is freed with free().
 */
enum bel_err	 bel_trustees_text(struct bel_span single, long k, size_t n,
		    const struct bel_span *certs,
		    const struct bel_span *coefexps,
		    const struct bel_span *verification_keys, char **out)
		    BEL_MUST_CHECK;

#endif
