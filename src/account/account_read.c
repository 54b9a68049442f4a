/* Reads what the page of the own account shows. */
#include "account/account_read.h"

#include <string.h>

#include "app/words.h"
#include "sql/account.h"

/* The browser and system out of a User-Agent, as far as people care. */
static const char *
device_words(struct ctx *c, const char *agent)
{
	static const struct {
		const char *sign, *name;
	} browsers[] = { { "Edg/", "Edge" }, { "OPR/", "Opera" }, { "coc_coc", "Cốc Cốc" },
		{ "Firefox/", "Firefox" }, { "Chrome/", "Chrome" }, { "Safari/", "Safari" } };
	static const struct {
		const char *sign, *name;
	} systems[] = { { "Android", "Android" }, { "iPhone", "iPhone" }, { "iPad", "iPad" },
		{ "Windows", "Windows" }, { "Mac OS", "macOS" }, { "Linux", "Linux" } };
	const char *browser = NULL, *system = NULL;

	for (size_t i = 0; browser == NULL && i < sizeof(browsers) / sizeof(browsers[0]); i++) {
		if (strstr(agent, browsers[i].sign) != NULL)
			browser = browsers[i].name;
	}
	for (size_t i = 0; system == NULL && i < sizeof(systems) / sizeof(systems[0]); i++) {
		if (strstr(agent, systems[i].sign) != NULL)
			system = systems[i].name;
	}
	if (browser == NULL)
		return tr(c->lang, T("Thiết bị không rõ"));
	return system == NULL ? browser : arena_printf(c->arena, "%s, %s", browser, system);
}

enum err
account_read_own(struct ctx *c, const struct sha256 *present, struct account_view *v)
{
	struct sql_account_roles_held_rows held;
	struct sql_account_sessions_rows sessions;
	struct role_line *roles;
	struct session_line *lines;

	MUST(sql_account_roles_held(c->db, c->arena,
	    &(struct sql_account_roles_held_params){ .account_id = c->actor->account_id },
	    &held));
	roles = arena_array(c->arena, held.n, sizeof(*roles));
	for (size_t i = 0; i < held.n; i++) {
		roles[i] = (struct role_line){ .role = role_words(held.v[i].role),
			.unit_name = held.v[i].unit_name,
			.since = held.v[i].granted_at };
	}
	MUST(sql_account_sessions(c->db, c->arena, &sessions));
	lines = arena_array(c->arena, sessions.n, sizeof(*lines));
	for (size_t i = 0; i < sessions.n; i++) {
		lines[i] =
		    (struct session_line){ .device = device_words(c, sessions.v[i].user_agent),
			    .address = sessions.v[i].address,
			    .since = sessions.v[i].created_at,
			    .last_seen = sessions.v[i].last_seen_at,
			    .current = present != NULL &&
				sessions.v[i].token_hash.n == sizeof(present->b) &&
				memcmp(sessions.v[i].token_hash.p, present->b,
				    sizeof(present->b)) == 0 };
	}
	v->roles = roles;
	v->nroles = held.n;
	v->sessions = lines;
	v->nsessions = sessions.n;
	return ERR_OK;
}
