/* Questions about who is acting. */
#include "app/app.h"

bool
actor_has(const struct actor *who, uint32_t role_bits)
{
	return who != NULL && (who->roles & role_bits) != 0;
}
