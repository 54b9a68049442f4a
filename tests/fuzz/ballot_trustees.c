/* libFuzzer: elections, trustees and every message of the ceremony. */
#include <stdint.h>
#include <stdlib.h>

#include "ballot/election.h"
#include "ballot/trustees.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct bel_calc *calc;
	struct bel_span raw = { (const char *)data, size };
	struct bel_election *election;
	struct bel_trustees *trustees;
	struct bel_cert cert;
	struct bel_elem **coefexps;

	if (calc == NULL && bel_calc_new("BELENIOS-2048", &calc) != BEL_OK)
		abort();
	if (bel_election_parse(calc, raw, &election, NULL) == BEL_OK)
		bel_election_free(election);
	if (bel_trustees_parse(calc, raw, &trustees, NULL) == BEL_OK)
		bel_trustees_free(trustees);
	if (bel_cert_parse(calc, raw, &cert) == BEL_OK) {
		(void)bel_share_check(calc, &cert, "uuid", 1, 2, raw);
		if (bel_coefexps_parse(calc, &cert, raw, 2, &coefexps) == BEL_OK) {
			struct bel_elem *const *const list[] = { coefexps };

			(void)bel_verification_key_check(calc, 1, list, 1, 2, raw);
			bel_coefexps_free(coefexps, 2);
		}
		bel_cert_free(&cert);
	}
	return 0;
}
