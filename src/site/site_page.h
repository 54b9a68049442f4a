/* Public pages: artifacts as they were rendered, and the few that depend on what is asked. */
#ifndef SITE_SITE_PAGE_H
#define SITE_SITE_PAGE_H

#include "web/route.h"

web_handler	site_page_home, site_page_home_json, site_page_home_csv, site_page_atom, site_page_feed_json;
web_handler	site_page_artifact, site_page_version, site_page_oembed;
web_handler	site_page_sitemap, site_page_sitemap_part, site_page_robots, site_page_host_script;

#endif
