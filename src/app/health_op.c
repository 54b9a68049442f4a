/* Which schema the database has. */
#include "app/health_op.h"

#include "sql/system.h"

enum err
health_op_schema(struct ctx *c, const char **name)
{
	struct sql_system_schema_version_row row;

	MUST(sql_system_schema_version(c->db, c->arena, &row));
	*name = row.version;
	return ERR_OK;
}
