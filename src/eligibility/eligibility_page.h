/* Handlers of eligibility: verdicts, what is declared and confirmed, the rules in force. */
#ifndef ELIGIBILITY_ELIGIBILITY_PAGE_H
#define ELIGIBILITY_ELIGIBILITY_PAGE_H

#include "web/route.h"

web_handler	eligibility_page_dossier;	/* GET  /ho-so/:dossier_id/dieu-kien */
web_handler	eligibility_page_show;		/* GET  /ho-so/:dossier_id/de-nghi/:nomination_id/dieu-kien */
web_handler	eligibility_page_facts;		/* GET  /ho-so/:dossier_id/de-nghi/:nomination_id/can-cu */
web_handler	eligibility_page_declare;	/* POST /ho-so/:dossier_id/de-nghi/:nomination_id/can-cu */
web_handler	eligibility_page_appraise;	/* POST /ho-so/:dossier_id/de-nghi/:nomination_id/can-cu/tham-dinh */
web_handler	eligibility_page_rules;		/* GET  /tieu-chuan */
web_handler	eligibility_page_rule;		/* GET  /tieu-chuan/:rule_id */
web_handler	eligibility_page_rule_confirm;	/* POST /tieu-chuan/:rule_id */

#endif
