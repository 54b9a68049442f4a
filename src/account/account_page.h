/* Handlers of signing in and of the own account. */
#ifndef ACCOUNT_ACCOUNT_PAGE_H
#define ACCOUNT_ACCOUNT_PAGE_H

#include "web/route.h"

web_handler	account_page_sign_in_form;	/* GET  /dang-nhap */
web_handler	account_page_sign_in;		/* POST /dang-nhap */
web_handler	account_page_sign_out;		/* POST /dang-xuat */
web_handler	account_page_show;		/* GET  /tai-khoan */
web_handler	account_page_password_form;	/* GET  /tai-khoan/mat-khau */
web_handler	account_page_password;		/* POST /tai-khoan/mat-khau */
web_handler	account_page_sign_out_others;	/* POST /tai-khoan/dang-xuat-het */

#endif
