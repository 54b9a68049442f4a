/* Reads the administrator's views from the database. */
#include "account/admin_read.h"

#include <inttypes.h>
#include <string.h>

#include "account/account_words.h"
#include "app/words.h"
#include "sql/account.h"
#include "mail/mail.h"
#include "sql/catalogue.h"
#include "sql/mail.h"
#include "sql/registry.h"

enum err
admin_read_home(struct ctx *c, struct admin_home_view *v)
{
	struct sql_account_admin_count_row accounts;
	struct sql_registry_unit_counts_row units;
	struct sql_catalogue_award_count_row awards;
	struct sql_account_jobs_dead_count_row dead;
	struct sql_mail_service_row mail;
	enum err everywhere;

	MUST(sql_account_admin_count(c->db, c->arena,
	    &(struct sql_account_admin_count_params){ .search = "" }, &accounts));
	MUST(sql_registry_unit_counts(c->db, c->arena, &units));
	MUST(sql_catalogue_award_count(c->db, c->arena, &awards));
	v->accounts = accounts.total;
	v->communes = units.communes;
	v->agencies = units.agencies;
	v->abolished = units.abolished;
	v->awards = awards.total;
	/* The outbox and what runs by itself are the province's. */
	if ((everywhere = authz_require_everywhere(c, ROLE_BIT(ROLE_ADMINISTRATOR))) ==
	    ERR_FORBIDDEN)
		return ERR_OK;
	MUST(everywhere);
	v->everywhere = true;
	MUST(sql_account_jobs_dead_count(c->db, c->arena, &dead));
	v->dead_jobs = dead.total;
	MUST(sql_mail_service(c->db, c->arena, &mail));
	v->dead_mails = mail.dead;
	v->waiting_mails = mail.waiting;
	v->mail_configured = mail.configured;
	v->mail_trouble = mail.trouble_null ? NULL : mail_trouble_words(mail.trouble);
	return ERR_OK;
}

/* "administrator,auditor" from the database in the reader's words. */
static const char *
roles_in_words(struct ctx *c, const char *list)
{
	char *copy = arena_strdup(c->arena, list), *save = NULL, *token;
	const char *out = "";

	for (token = strtok_r(copy, ",", &save); token != NULL;
	     token = strtok_r(NULL, ",", &save)) {
		enum role role;

		if (role_parse(token, &role))
			out = arena_printf(c->arena, "%s%s%s", out, out[0] == '\0' ? "" : ", ",
			    tr(c->lang, role_words(role)));
	}
	return out;
}

enum err
admin_read_accounts(
    struct ctx *c, struct admin_accounts_view *v, const char *after, int64_t count)
{
	struct sql_account_admin_count_row total;
	struct sql_account_admin_list_rows rows;
	struct admin_account_line *lines;
	size_t n;

	MUST(sql_account_admin_count(c->db, c->arena,
	    &(struct sql_account_admin_count_params){ .search = v->search }, &total));
	/* one more than a page tells whether there is a next one */
	MUST(sql_account_admin_list(c->db, c->arena,
	    &(struct sql_account_admin_list_params){
		.after = after, .search = v->search, .count = count + 1 },
	    &rows));
	n = rows.n > (size_t)count ? (size_t)count : rows.n;
	lines = arena_array(c->arena, n, sizeof(*lines));
	for (size_t i = 0; i < n; i++) {
		lines[i] = (struct admin_account_line){ .account_id = rows.v[i].account_id,
			.username = rows.v[i].username,
			.full_name = rows.v[i].full_name,
			.active = rows.v[i].active,
			.roles = roles_in_words(c, rows.v[i].roles) };
	}
	v->total = total.total;
	v->lines = lines;
	v->nlines = n;
	v->next = rows.n > n ? rows.v[n - 1].username : NULL;
	return ERR_OK;
}

static enum err
read_choices(struct ctx *c, struct admin_account_view *v)
{
	struct sql_registry_unit_options_rows units;
	struct option *roles, *places;
	const char *role = form_value(v->grant_form, "role"),
		   *unit = form_value(v->grant_form, "unit_id");

	MUST(sql_registry_unit_options(c->db, c->arena, &units));
	roles = arena_array(c->arena, ROLE_COUNT, sizeof(*roles));
	for (int i = 0; i < ROLE_COUNT; i++) {
		roles[i] = (struct option){ .value = role_text((enum role)i),
			.label = role_words((enum role)i),
			.hint = role_explanation((enum role)i),
			.selected = strcmp(role, role_text((enum role)i)) == 0 };
	}
	places = arena_array(c->arena, units.n, sizeof(*places));
	for (size_t i = 0; i < units.n; i++) {
		places[i].value = arena_printf(c->arena, "%" PRId64, units.v[i].unit_id.v);
		places[i].label = units.v[i].name_vi;
		places[i].selected = strcmp(unit, places[i].value) == 0;
	}
	v->role_options = roles;
	v->nrole_options = ROLE_COUNT;
	v->unit_options = places;
	v->nunit_options = units.n;
	return ERR_OK;
}

enum err
admin_read_account(
    struct ctx *c, struct account_id id, struct admin_account_view *v, struct form *fill)
{
	struct sql_account_admin_get_row row;
	struct sql_account_roles_held_rows held;
	struct admin_grant_line *grants;

	MUST(sql_account_admin_get(
	    c->db, c->arena, &(struct sql_account_admin_get_params){ .account_id = id }, &row));
	v->account_id = id;
	v->full_name = v->current_full_name = row.full_name;
	v->username = row.username;
	v->current_email = row.email;
	if (fill != NULL) {
		form_set(fill, "full_name", row.full_name);
		form_set(fill, "email", row.email);
		form_set(fill, "active", row.active ? "1" : NULL);
		form_set_i64(fill, "version", row.version);
	}
	if (v->grant_form == NULL)
		return ERR_OK;
	MUST(sql_account_roles_held(c->db, c->arena,
	    &(struct sql_account_roles_held_params){ .account_id = id }, &held));
	grants = arena_array(c->arena, held.n, sizeof(*grants));
	for (size_t i = 0; i < held.n; i++) {
		grants[i] = (struct admin_grant_line){ .role_grant_id = held.v[i].role_grant_id,
			.role = role_words(held.v[i].role),
			.unit_name = held.v[i].unit_name,
			.since = held.v[i].granted_at };
	}
	v->grants = grants;
	v->ngrants = held.n;
	return read_choices(c, v);
}

enum err
admin_read_jobs(struct ctx *c, struct admin_jobs_view *v)
{
	struct sql_account_jobs_open_rows rows;
	struct admin_job_line *lines;

	MUST(authz_require_everywhere(c, ROLE_BIT(ROLE_ADMINISTRATOR)));
	MUST(sql_account_jobs_open(c->db, c->arena, &rows));
	lines = arena_array(c->arena, rows.n, sizeof(*lines));
	for (size_t i = 0; i < rows.n; i++) {
		lines[i] = (struct admin_job_line){ .job_id = rows.v[i].job_id,
			.kind = rows.v[i].kind,
			.last_error = rows.v[i].last_error,
			.attempts = rows.v[i].attempts,
			.created_at = rows.v[i].created_at,
			.run_after = rows.v[i].run_after,
			.dead = rows.v[i].state == JOB_STATE_DEAD };
	}
	v->lines = lines;
	v->nlines = rows.n;
	return ERR_OK;
}

enum err
admin_op_run_job_again(struct ctx *c, struct job_id id)
{
	int64_t affected;

	MUST(authz_require_everywhere(c, ROLE_BIT(ROLE_ADMINISTRATOR)));
	MUST(sql_account_job_again(c->db, c->arena,
	    &(struct sql_account_job_again_params){ .job_id = id }, &affected));
	if (affected == 0)
		return ERR_CONFLICT;
	return audit_write(c, "job.run_again", "job", id.v, (struct unit_id){ 0 }, NULL);
}
