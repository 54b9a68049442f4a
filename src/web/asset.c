/* Looking up a built asset by its served path or by its name. */
#include "web/asset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare_path(const void *path, const void *asset)
{
	return strcmp(path, ((const struct asset *)asset)->path);
}

const struct asset *
asset_find(const char *path)
{
	return bsearch(path, asset_table, asset_count, sizeof(asset_table[0]), compare_path);
}

const struct asset *
asset_named(const char *name)
{
	/* Two dozen rows: a scan is quicker than anything clever. */
	for (size_t i = 0; i < asset_count; i++)
		if (strcmp(asset_table[i].name, name) == 0)
			return &asset_table[i];
	fprintf(stderr, "asset: no asset is named %s\n", name);
	abort();
}

const char *
asset_path(const char *name)
{
	return asset_named(name)->path;
}
