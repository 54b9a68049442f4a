/* Reads what the catalogue's pages show. */
#include "catalogue/catalogue_read.h"

#include <inttypes.h>
#include <string.h>

#include "app/words.h"
#include "sql/registry.h"

enum err
catalogue_read_awards(struct ctx *c, const char *category, struct awards_view *v)
{
	v->today = date_of(c->now);
	v->category = category;
	return sql_catalogue_award_types(c->db, c->arena,
	    &(struct sql_catalogue_award_types_params){
		.on = v->today, .category = category, .recipient = "" },
	    &v->rows);
}

enum err
catalogue_read_award(struct ctx *c, struct award_type_id id, struct award_view *v)
{
	MUST(sql_catalogue_award_type_get(c->db, c->arena,
	    &(struct sql_catalogue_award_type_get_params){ .award_type_id = id }, &v->award));
	return sql_catalogue_vote_rules_of(c->db, c->arena,
	    &(struct sql_catalogue_vote_rules_of_params){ .award_type_id = id }, &v->rules);
}

enum err
catalogue_read_movements(
    struct ctx *c, struct date before, int64_t before_id, struct movements_view *v)
{
	if (before.year == 0) {
		before = (struct date){ 2200, 1, 1 };
		before_id = INT64_MAX;
	}
	MUST(sql_catalogue_movements(c->db, c->arena,
	    &(struct sql_catalogue_movements_params){
		.before_on = before, .before_id = before_id, .count = CATALOGUE_PER_PAGE + 1 },
	    &v->rows));
	if ((v->more = v->rows.n > CATALOGUE_PER_PAGE))
		v->rows.n = CATALOGUE_PER_PAGE;
	return ERR_OK;
}

enum err
catalogue_read_seasons(
    struct ctx *c, struct timestamp before, int64_t before_id, struct seasons_view *v)
{
	if (before.us == 0) {
		before.us = date_to_days((struct date){ 2200, 1, 1 }) * 86400 * 1000000;
		before_id = INT64_MAX;
	}
	v->now = c->now;
	MUST(sql_catalogue_seasons(c->db, c->arena,
	    &(struct sql_catalogue_seasons_params){
		.before_at = before, .before_id = before_id, .count = CATALOGUE_PER_PAGE + 1 },
	    &v->rows));
	if ((v->more = v->rows.n > CATALOGUE_PER_PAGE))
		v->rows.n = CATALOGUE_PER_PAGE;
	return ERR_OK;
}

static void
set_option(struct ctx *c, struct option *o, int64_t id, const char *label, const char *chosen)
{
	o->value = arena_printf(c->arena, "%" PRId64, id);
	o->label = label;
	o->selected = strcmp(chosen, o->value) == 0;
}

enum err
catalogue_read_movement(struct ctx *c, struct movement_view *v, struct form *fill)
{
	struct sql_catalogue_movement_get_row row;
	struct sql_registry_unit_options_rows units;
	struct option *options;
	const char *chosen;

	if (!v->is_new) {
		MUST(sql_catalogue_movement_get(c->db, c->arena,
		    &(struct sql_catalogue_movement_get_params){
			.movement_id = v->movement_id },
		    &row));
		v->name = row.name;
		if (fill != NULL) {
			form_set_i64(fill, "unit_id", row.unit_id.v);
			form_set(fill, "name", row.name);
			form_set(fill, "basis", row.basis);
			form_set(fill, "purpose", row.purpose);
			form_set(fill, "scope", row.scope);
			form_set(fill, "criteria", row.criteria);
			form_set(fill, "starts_on", date_format(c->arena, row.starts_on));
			form_set(fill, "ends_on", date_format(c->arena, row.ends_on));
			form_set_i64(fill, "version", row.version);
		}
	}
	MUST(sql_registry_unit_options(c->db, c->arena, &units));
	chosen = form_value(v->form, "unit_id");
	options = arena_array(c->arena, units.n, sizeof(*options));
	for (size_t i = 0; i < units.n; i++)
		set_option(c, &options[i], units.v[i].unit_id.v, units.v[i].name_vi, chosen);
	v->units = options;
	v->nunits = units.n;
	return ERR_OK;
}

enum err
catalogue_read_season(struct ctx *c, struct season_view *v, struct form *fill)
{
	struct sql_catalogue_season_get_row row;
	struct sql_catalogue_movement_options_rows movements;
	struct option *options, *kinds;
	const char *chosen;

	if (!v->is_new) {
		MUST(sql_catalogue_season_get(c->db, c->arena,
		    &(struct sql_catalogue_season_get_params){ .season_id = v->season_id },
		    &row));
		v->name = row.name;
		v->closes_at = row.closes_at;
		if (fill != NULL) {
			form_set(fill, "movement_id",
			    row.movement_id_null
				? NULL
				: arena_printf(c->arena, "%" PRId64, row.movement_id.v));
			form_set(fill, "name", row.name);
			form_set_i64(fill, "year", row.year);
			form_set(fill, "kind", commendation_kind_text(row.kind));
			form_set(fill, "opens_at", timestamp_format(c->arena, row.opens_at));
			form_set(fill, "closes_at", timestamp_format(c->arena, row.closes_at));
			form_set_i64(fill, "version", row.version);
		}
	}
	MUST(sql_catalogue_movement_options(c->db, c->arena, &movements));
	chosen = form_value(v->form, "movement_id");
	options = arena_array(c->arena, movements.n + 1, sizeof(*options));
	options[0] = (struct option){ .value = "",
		.label = T("Không gắn với phong trào nào"),
		.selected = chosen[0] == '\0' };
	for (size_t i = 0; i < movements.n; i++)
		set_option(c, &options[i + 1], movements.v[i].movement_id.v,
		    movements.v[i].name, chosen);
	chosen = form_value(v->form, "kind");
	kinds = arena_array(c->arena, COMMENDATION_KIND_COUNT, sizeof(*kinds));
	for (int i = 0; i < COMMENDATION_KIND_COUNT; i++) {
		kinds[i] =
		    (struct option){ .value = commendation_kind_text((enum commendation_kind)i),
			    .label = commendation_kind_words((enum commendation_kind)i) };
		kinds[i].selected = strcmp(chosen, kinds[i].value) == 0;
	}
	v->movements = options;
	v->nmovements = movements.n + 1;
	v->kinds = kinds;
	v->nkinds = COMMENDATION_KIND_COUNT;
	return ERR_OK;
}
