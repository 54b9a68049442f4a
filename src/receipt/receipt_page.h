/* Handlers of receipts: the printable one for the unit, the public check for anybody. */
#ifndef RECEIPT_RECEIPT_PAGE_H
#define RECEIPT_RECEIPT_PAGE_H

#include "web/route.h"

web_handler	receipt_page_pdf;	/* GET /ho-so/:dossier_id/bien-nhan/:filing_id/pdf */
web_handler	receipt_page_form;	/* GET /bien-nhan?so=&ma= */
web_handler	receipt_page_check;	/* GET /bien-nhan/:receipt_no?ma= */

#endif
