/* Main navigation by role, and the address of a public page in the other language. */
#include "app/chrome.h"

#include <string.h>

const struct nav_item nav_items[NAV_COUNT] = {
	{ T("Việc của tôi"), "/viec-cua-toi", 0 },
	{ T("Hồ sơ"), "/ho-so", ROLE_BIT(ROLE_DRAFTER) | ROLE_BIT(ROLE_UNIT_HEAD) },
	{ T("Thẩm định"), "/tham-dinh", ROLE_BIT(ROLE_APPRAISER) },
	{ T("Hội đồng"), "/hoi-dong",
	    ROLE_BIT(ROLE_COUNCIL_SECRETARY) | ROLE_BIT(ROLE_COUNCIL_MEMBER) |
		ROLE_BIT(ROLE_COUNCIL_CHAIR) },
	{ T("Quyết định"), "/quyet-dinh", ROLE_BIT(ROLE_SIGNATORY) },
	{ T("Sổ danh dự"), "/so-danh-du",
	    ROLE_BIT(ROLE_APPRAISER) | ROLE_BIT(ROLE_ADMINISTRATOR) },
	{ T("Công bố"), "/cong-bo", ROLE_BIT(ROLE_PUBLISHER) | ROLE_BIT(ROLE_PRESS) },
	{ T("Quản trị"), "/quan-tri", ROLE_BIT(ROLE_ADMINISTRATOR) },
	{ T("Kiểm tra"), "/kiem-tra", ROLE_BIT(ROLE_AUDITOR) },
	{ T("Danh sách vinh danh"), "/vinh-danh", 0 },
};

bool
nav_shown(const struct page *p, const struct nav_item *item)
{
	return p->actor != NULL && (item->roles == 0 || actor_has(p->actor, item->roles));
}

bool
nav_at(const struct page *p, const struct nav_item *item)
{
	size_t n = strlen(item->href);

	return p->path != NULL && strncmp(p->path, item->href, n) == 0 &&
	    (p->path[n] == '\0' || p->path[n] == '/');
}

const char *
chrome_other_language(struct arena *a, const struct page *p)
{
	const char *path = p->path != NULL ? p->path : "/";

	if (p->lang != LANG_EN)
		return arena_printf(a, "/en%s", path);
	if (strncmp(path, "/en/", 4) == 0)
		return path + 3;
	return "/vinh-danh";
}

const char *
chrome_public_home(const struct page *p)
{
	return p->lang == LANG_EN ? "/en/vinh-danh" : "/vinh-danh";
}
