/* Distinct id types: the compiler refuses a dossier where a unit is meant. sqlgen maps columns by these names. */
#ifndef CORE_ID_H
#define CORE_ID_H

#include <stdint.h>

/* sqlgen reads this list: a parameter or column of type bigint with one of these names gets that type. */
#define ID_TYPES(X)			\
	X(account_id)			\
	X(role_grant_id)		\
	X(unit_id)			\
	X(award_type_id)		\
	X(vote_rule_id)			\
	X(movement_id)			\
	X(season_id)			\
	X(dossier_id)			\
	X(nomination_id)		\
	X(nominee_id)			\
	X(nominee_merge_id)		\
	X(rule_id)			\
	X(requirement_id)		\
	X(condition_id)			\
	X(verdict_id)			\
	X(achievement_year_id)		\
	X(initiative_id)		\
	X(discipline_id)		\
	X(hold_ground_id)		\
	X(attachment_id)		\
	X(filing_id)			\
	X(import_id)			\
	X(council_id)			\
	X(council_member_id)		\
	X(council_session_id)		\
	X(agenda_item_id)		\
	X(decision_id)			\
	X(honour_id)			\
	X(honour_list_id)		\
	X(honour_list_version_id)	\
	X(job_id)			\
	X(extension_id)			\
	X(outage_id)			\
	X(mail_id)			\
	X(email_change_id)

#define ID_DEFINE(name) struct name { int64_t v; };
ID_TYPES(ID_DEFINE)
#undef ID_DEFINE

#endif
