/* Use cases of the catalogue: movements and seasons. */
#include "catalogue/catalogue_op.h"

#include "app/audit_json.h"
#include "sql/catalogue.h"

/* A season is the whole province's: its closing time binds every unit. */
static enum err
require_administrator(struct ctx *c)
{
	return authz_require_everywhere(c, ROLE_BIT(ROLE_ADMINISTRATOR));
}

enum err
catalogue_op_create_movement(
    struct ctx *c, const struct movement_input *in, struct movement_id *id)
{
	struct sql_catalogue_movement_insert_row row;

	MUST(authz_require(c, ROLE_BIT(ROLE_ADMINISTRATOR), in->unit_id));
	MUST(sql_catalogue_movement_insert(c->db, c->arena,
	    &(struct sql_catalogue_movement_insert_params){ .unit_id = in->unit_id,
		.name = in->name,
		.basis = in->basis,
		.purpose = in->purpose,
		.scope = in->scope,
		.criteria = in->criteria,
		.starts_on = in->starts_on,
		.ends_on = in->ends_on },
	    &row));
	*id = row.movement_id;
	return audit_json(c, "movement.create", "movement", id->v, in->unit_id,
	    json_pack("{s:s}", "name", in->name));
}

enum err
catalogue_op_update_movement(
    struct ctx *c, struct movement_id id, const struct movement_input *in)
{
	struct sql_catalogue_movement_get_row before;
	int64_t affected;

	MUST(sql_catalogue_movement_get(c->db, c->arena,
	    &(struct sql_catalogue_movement_get_params){ .movement_id = id }, &before));
	MUST(authz_require(c, ROLE_BIT(ROLE_ADMINISTRATOR), before.unit_id));
	MUST(authz_require(c, ROLE_BIT(ROLE_ADMINISTRATOR), in->unit_id));
	MUST(sql_catalogue_movement_update(c->db, c->arena,
	    &(struct sql_catalogue_movement_update_params){ .movement_id = id,
		.version = in->version,
		.unit_id = in->unit_id,
		.name = in->name,
		.basis = in->basis,
		.purpose = in->purpose,
		.scope = in->scope,
		.criteria = in->criteria,
		.starts_on = in->starts_on,
		.ends_on = in->ends_on },
	    &affected));
	if (affected == 0)
		return ERR_STALE;
	return audit_json(c, "movement.update", "movement", id.v, in->unit_id,
	    json_pack("{s:s, s:s}", "before", before.name, "after", in->name));
}

enum err
catalogue_op_create_season(struct ctx *c, const struct season_input *in, struct season_id *id)
{
	struct sql_catalogue_season_insert_row row;

	MUST(require_administrator(c));
	MUST(sql_catalogue_season_insert(c->db, c->arena,
	    &(struct sql_catalogue_season_insert_params){ .movement_id = in->movement_id,
		.movement_id_null = in->movement_id.v == 0,
		.name = in->name,
		.year = in->year,
		.kind = in->kind,
		.opens_at = in->opens_at,
		.closes_at = in->closes_at },
	    &row));
	*id = row.season_id;
	return audit_json(c, "season.create", "season", id->v, (struct unit_id){ 0 },
	    json_pack("{s:s, s:s}", "name", in->name, "closes_at",
		timestamp_format_iso(c->arena, in->closes_at)));
}

enum err
catalogue_op_update_season(struct ctx *c, struct season_id id, const struct season_input *in)
{
	struct sql_catalogue_season_get_row before;
	int64_t affected;

	MUST(require_administrator(c));
	MUST(sql_catalogue_season_get(c->db, c->arena,
	    &(struct sql_catalogue_season_get_params){ .season_id = id }, &before));
	MUST(sql_catalogue_season_update(c->db, c->arena,
	    &(struct sql_catalogue_season_update_params){ .season_id = id,
		.version = in->version,
		.movement_id = in->movement_id,
		.movement_id_null = in->movement_id.v == 0,
		.name = in->name,
		.year = in->year,
		.kind = in->kind,
		.opens_at = in->opens_at,
		.closes_at = in->closes_at },
	    &affected));
	if (affected == 0)
		return ERR_STALE;
	return audit_json(c, "season.update", "season", id.v, (struct unit_id){ 0 },
	    json_pack("{s:{s:s, s:s}, s:{s:s, s:s}}", "before", "name", before.name,
		"closes_at", timestamp_format_iso(c->arena, before.closes_at), "after", "name",
		in->name, "closes_at", timestamp_format_iso(c->arena, in->closes_at)));
}
