/* THE route table: every address of the house, who may use it, and what answers. */
#include "app/routes.h"

#include "account/account_page.h"
#include "account/admin_page.h"
#include "app/app.h"
#include "app/chrome_page.h"
#include "app/confirm.h"
#include "audit/audit_page.h"
#include "calendar/calendar_page.h"
#include "calendar/deadline_page.h"
#include "catalogue/catalogue_page.h"
#include "council/council_admin_page.h"
#include "council/council_page.h"
#include "council/vote_page.h"
#include "decision/decision_page.h"
#include "dossier/dossier_export_page.h"
#include "dossier/dossier_page.h"
#include "dossier/dossier_timeline_page.h"
#include "eligibility/eligibility_page.h"
#include "evidence/evidence_page.h"
#include "home/home_page.h"
#include "mail/mail_page.h"
#include "publication/publication_page.h"
#include "receipt/receipt_page.h"
#include "registry/nominee_op.h"
#include "registry/nominee_page.h"
#include "registry/registry_page.h"
#include "review/review_page.h"
#include "site/site_page.h"

#define DECISION_READERS                                                                   \
	ACCESS_ROLES(ROLE_BIT(ROLE_SIGNATORY) | ROLE_BIT(ROLE_COUNCIL_SECRETARY) |         \
	    ROLE_BIT(ROLE_APPRAISER) | ROLE_BIT(ROLE_PUBLISHER) | ROLE_BIT(ROLE_AUDITOR) | \
	    ROLE_BIT(ROLE_UNIT_HEAD) | ROLE_BIT(ROLE_DRAFTER))
#define COUNCIL_SEATED                                                                  \
	ACCESS_ROLES(ROLE_BIT(ROLE_COUNCIL_SECRETARY) | ROLE_BIT(ROLE_COUNCIL_MEMBER) | \
	    ROLE_BIT(ROLE_COUNCIL_CHAIR))
#define COUNCIL_READERS                                                                 \
	ACCESS_ROLES(ROLE_BIT(ROLE_COUNCIL_SECRETARY) | ROLE_BIT(ROLE_COUNCIL_MEMBER) | \
	    ROLE_BIT(ROLE_COUNCIL_CHAIR) | ROLE_BIT(ROLE_APPRAISER) |                   \
	    ROLE_BIT(ROLE_SIGNATORY) | ROLE_BIT(ROLE_AUDITOR))
#define SECRETARY     ACCESS_ROLES(ROLE_BIT(ROLE_COUNCIL_SECRETARY))
#define APPRAISER     ACCESS_ROLES(ROLE_BIT(ROLE_APPRAISER))
#define ADMINISTRATOR ACCESS_ROLES(ROLE_BIT(ROLE_ADMINISTRATOR))
#define KEEPERS       ACCESS_ROLES(NOMINEE_KEEPERS)

#define WRITERS ACCESS_ROLES(ROLE_BIT(ROLE_DRAFTER) | ROLE_BIT(ROLE_UNIT_HEAD))
#define DECLARERS     \
	ACCESS_ROLES( \
	    ROLE_BIT(ROLE_DRAFTER) | ROLE_BIT(ROLE_UNIT_HEAD) | ROLE_BIT(ROLE_APPRAISER))
#define RULE_KEEPERS ACCESS_ROLES(RULE_KEEPER_BITS)
#define HEADS        ACCESS_ROLES(ROLE_BIT(ROLE_UNIT_HEAD))
#define DOSSIER_READERS                                                   \
	ACCESS_ROLES(ROLE_BIT(ROLE_DRAFTER) | ROLE_BIT(ROLE_UNIT_HEAD) |  \
	    ROLE_BIT(ROLE_APPRAISER) | ROLE_BIT(ROLE_COUNCIL_SECRETARY) | \
	    ROLE_BIT(ROLE_SIGNATORY) | ROLE_BIT(ROLE_PUBLISHER) | ROLE_BIT(ROLE_AUDITOR))
#define PUBLISHER ACCESS_ROLES(ROLE_BIT(ROLE_PUBLISHER))
#define PUBLISHER_READS \
	ACCESS_ROLES(   \
	    ROLE_BIT(ROLE_PUBLISHER) | ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_SIGNATORY))
#define PUBLISHER_PRESS                                                \
	ACCESS_ROLES(ROLE_BIT(ROLE_PUBLISHER) | ROLE_BIT(ROLE_PRESS) | \
	    ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_SIGNATORY))

/* clang-format off */
const struct route app_routes[] = {
	/* method   path                        access           handler */
	{ WEB_GET,  "/",                        ACCESS_STATIC,   chrome_home },
	{ WEB_GET,  "/healthz",                 ACCESS_ANYONE,   chrome_health },
	{ WEB_GET,  "/ngon-ngu/:lang",          ACCESS_STATIC,   chrome_language },
	{ WEB_GET,  "/tai-nguyen/:rest*",       ACCESS_STATIC,   chrome_asset },
	{ WEB_GET, "/favicon.ico", ACCESS_STATIC, chrome_favicon },
	{ WEB_GET, "/bo-phieu/dien-tap", ACCESS_STATIC, chrome_rehearsal_home },
	{ WEB_GET, "/bo-phieu/dien-tap/:rest*", ACCESS_STATIC, chrome_rehearsal },

	/* account */
	{ WEB_GET,  "/dang-nhap",               ACCESS_ANYONE,   account_page_sign_in_form },
	{ WEB_POST, "/dang-nhap",               ACCESS_ANYONE,   account_page_sign_in },
	{ WEB_POST, "/dang-xuat",               ACCESS_SIGNED_IN, account_page_sign_out },
	{ WEB_GET,  "/tai-khoan",               ACCESS_SIGNED_IN, account_page_show },
	{ WEB_GET,  "/tai-khoan/mat-khau",      ACCESS_SIGNED_IN, account_page_password_form },
	{ WEB_POST, "/tai-khoan/mat-khau",      ACCESS_SIGNED_IN, account_page_password },
	{ WEB_POST, "/tai-khoan/dang-xuat-het", ACCESS_SIGNED_IN, account_page_sign_out_others },
	{ WEB_GET,  "/tai-khoan/thong-bao",     ACCESS_SIGNED_IN, notices_page_show },
	{ WEB_POST, "/tai-khoan/thong-bao",     ACCESS_SIGNED_IN, notices_page_save },
	{ WEB_GET,  "/tai-khoan/thu-dien-tu",   ACCESS_SIGNED_IN, address_page_form },
	{ WEB_POST, "/tai-khoan/thu-dien-tu",   ACCESS_SIGNED_IN, address_page_ask },
	{ WEB_POST, "/tai-khoan/thu-dien-tu/bo", ACCESS_SIGNED_IN, address_page_drop },
	{ WEB_GET,  "/tai-khoan/thu-dien-tu/xac-nhan", ACCESS_SIGNED_IN, address_page_confirm_form },
	{ WEB_POST, "/tai-khoan/thu-dien-tu/xac-nhan", ACCESS_SIGNED_IN, address_page_confirm },
	{ WEB_GET,  "/quan-tri/thu",            ADMINISTRATOR,   outbox_page_show },
	{ WEB_POST, "/quan-tri/thu/bo",         ADMINISTRATOR,   outbox_page_drop },
	{ WEB_POST, "/quan-tri/thu/cai-dat",    ADMINISTRATOR,   outbox_page_setting },
	{ WEB_POST, "/quan-tri/thu/gui-lai",    ADMINISTRATOR,   outbox_page_resend },
	{ WEB_POST, "/quan-tri/thu/gui-lai-tat-ca", ADMINISTRATOR, outbox_page_resend_all },
	{ WEB_POST, "/quan-tri/thu/thu-lai",    ADMINISTRATOR,   outbox_page_release },
	{ WEB_GET,  "/quan-tri",                ADMINISTRATOR,   admin_page_home },
	{ WEB_GET,  "/quan-tri/tai-khoan",      ADMINISTRATOR,   admin_page_accounts },
	{ WEB_GET,  "/quan-tri/tai-khoan/moi",  ADMINISTRATOR,   admin_page_account_new },
	{ WEB_POST, "/quan-tri/tai-khoan/moi",  ADMINISTRATOR,   admin_page_account_create },
	{ WEB_GET,  "/quan-tri/tai-khoan/:account_id", ADMINISTRATOR, admin_page_account },
	{ WEB_POST, "/quan-tri/tai-khoan/:account_id", ADMINISTRATOR, admin_page_account_save },
	{ WEB_POST, "/quan-tri/tai-khoan/:account_id/mat-khau", ADMINISTRATOR, admin_page_account_password },
	{ WEB_POST, "/quan-tri/tai-khoan/:account_id/vai-tro", ADMINISTRATOR, admin_page_grant },
	{ WEB_POST, "/quan-tri/tai-khoan/:account_id/vai-tro/:role_grant_id/thu-hoi", ADMINISTRATOR, admin_page_revoke },
	{ WEB_GET,  "/quan-tri/viec-nen",       ADMINISTRATOR,   admin_page_jobs },
	{ WEB_POST, "/quan-tri/viec-nen/:job_id/chay-lai", ADMINISTRATOR, admin_page_job_again },

	/* registry and catalogue */
	{ WEB_GET,  "/quan-tri/don-vi",         ADMINISTRATOR,   registry_page_units },
	{ WEB_GET,  "/quan-tri/danh-hieu",      ADMINISTRATOR,   catalogue_page_awards },
	{ WEB_GET,  "/quan-tri/danh-hieu/:award_type_id", ADMINISTRATOR, catalogue_page_award },
	{ WEB_GET,  "/quan-tri/phong-trao",     ADMINISTRATOR,   catalogue_page_movements },
	{ WEB_GET,  "/quan-tri/phong-trao/moi", ADMINISTRATOR,   catalogue_page_movement_new },
	{ WEB_POST, "/quan-tri/phong-trao/moi", ADMINISTRATOR,   catalogue_page_movement_create },
	{ WEB_GET,  "/quan-tri/phong-trao/:movement_id", ADMINISTRATOR, catalogue_page_movement },
	{ WEB_POST, "/quan-tri/phong-trao/:movement_id", ADMINISTRATOR, catalogue_page_movement_save },
	{ WEB_GET,  "/quan-tri/dot-xet",        ADMINISTRATOR,   catalogue_page_seasons },
	{ WEB_GET,  "/quan-tri/dot-xet/moi",    ADMINISTRATOR,   catalogue_page_season_new },
	{ WEB_POST, "/quan-tri/dot-xet/moi",    ADMINISTRATOR,   catalogue_page_season_create },
	{ WEB_GET,  "/quan-tri/dot-xet/:season_id", ADMINISTRATOR, catalogue_page_season },
	{ WEB_POST, "/quan-tri/dot-xet/:season_id", ADMINISTRATOR, catalogue_page_season_save },

	/* nominees: in a dossier, and the register */
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/:nomination_id/khac-nguoi/:nominee_id", WRITERS, nominee_page_tell_apart },
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/:nomination_id/la-nguoi/:nominee_id", WRITERS, nominee_page_link },
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/:nomination_id/tach-rieng", WRITERS, nominee_page_split },
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/:nomination_id/xem-so", DOSSIER_READERS, nominee_page_number },
	{ WEB_GET,  "/ho-so/:dossier_id/trung-lap", DOSSIER_READERS, nominee_page_duplicates },
	{ WEB_GET,  "/so-danh-du",              KEEPERS,         nominee_page_list },
	{ WEB_GET,  "/so-danh-du/:nominee_id",  KEEPERS,         nominee_page_show },
	{ WEB_GET,  "/so-danh-du/:nominee_id/gop/:other_id", KEEPERS, nominee_page_merge_form },
	{ WEB_POST, "/so-danh-du/:nominee_id/gop/:other_id", KEEPERS, nominee_page_merge },
	{ WEB_POST, "/so-danh-du/:nominee_id/khac-nguoi/:other_id", KEEPERS, nominee_page_keep_apart },
	{ WEB_POST, "/so-danh-du/:nominee_id/xem-so", APPRAISER, nominee_page_look },
	{ WEB_GET,  "/so-danh-du/gop/:nominee_merge_id/tach", KEEPERS, nominee_page_unmerge_form },
	{ WEB_POST, "/so-danh-du/gop/:nominee_merge_id/tach", KEEPERS, nominee_page_unmerge },

	/* closing times and the calendar */
	{ WEB_GET,  "/quan-tri/dot-xet/:season_id/gia-han", ADMINISTRATOR, deadline_page_preview },
	{ WEB_POST, "/quan-tri/dot-xet/:season_id/gia-han", ADMINISTRATOR, deadline_page_extend },
	{ WEB_GET,  "/quan-tri/dot-xet/:season_id/gia-han/:extension_id/rut", ADMINISTRATOR, deadline_page_ask_withdraw },
	{ WEB_POST, "/quan-tri/dot-xet/:season_id/gia-han/:extension_id/rut", ADMINISTRATOR, deadline_page_withdraw },
	{ WEB_GET,  "/quan-tri/dot-xet/:season_id/han-nop", ADMINISTRATOR, deadline_page_show },
	{ WEB_GET,  "/quan-tri/gian-doan",      ADMINISTRATOR,   deadline_page_outages },
	{ WEB_POST, "/quan-tri/gian-doan/:outage_id", ADMINISTRATOR, deadline_page_note },
	{ WEB_GET,  "/quan-tri/lich",           ADMINISTRATOR,   calendar_page_show },
	{ WEB_POST, "/quan-tri/lich",           ADMINISTRATOR,   calendar_page_set },
	{ WEB_POST, "/quan-tri/lich/thoi-han",  ADMINISTRATOR,   calendar_page_term_confirm },
	{ WEB_POST, "/quan-tri/lich/xac-nhan",  ADMINISTRATOR,   calendar_page_confirm },
	{ WEB_GET,  "/quan-tri/lich/xoa",       ADMINISTRATOR,   calendar_page_ask_remove },
	{ WEB_POST, "/quan-tri/lich/xoa",       ADMINISTRATOR,   calendar_page_remove },

	/* receipts: the printable one, and the check that needs no account */
	{ WEB_GET,  "/bien-nhan",               ACCESS_PUBLIC,   receipt_page_form },
	{ WEB_GET,  "/bien-nhan/:receipt_no",   ACCESS_PUBLIC,   receipt_page_check },
	{ WEB_GET,  "/ho-so/:dossier_id/bien-nhan/:filing_id/pdf", DOSSIER_READERS, receipt_page_pdf },

	/* decision */
	{ WEB_GET,  "/quyet-dinh",              DECISION_READERS, decision_page_list },
	{ WEB_GET,  "/quyet-dinh/moi",          ACCESS_ROLES(ROLE_BIT(ROLE_SIGNATORY)), decision_page_new },
	{ WEB_POST, "/quyet-dinh/moi",          ACCESS_ROLES(ROLE_BIT(ROLE_SIGNATORY)), decision_page_record },
	{ WEB_GET,  "/quyet-dinh/:decision_id", DECISION_READERS, decision_page_show },

	/* first page and auditor */
	{ WEB_GET,  "/viec-cua-toi",            ACCESS_SIGNED_IN, home_page },
	{ WEB_GET,  "/kiem-tra",                ACCESS_ROLES(ROLE_BIT(ROLE_AUDITOR)), audit_page_home },
	{ WEB_GET,  "/kiem-tra/nhat-ky",        ACCESS_ROLES(ROLE_BIT(ROLE_AUDITOR) | ROLE_BIT(ROLE_ADMINISTRATOR)), audit_page_log },
	{ WEB_GET,  "/kiem-tra/de-nghi/:nomination_id", ACCESS_ROLES(ROLE_BIT(ROLE_AUDITOR)), audit_page_story },

	/* dossier */
	{ WEB_GET,  "/ho-so",                   DOSSIER_READERS, dossier_page_list },
	{ WEB_GET,  "/ho-so/moi",               WRITERS,         dossier_page_new },
	{ WEB_POST, "/ho-so/moi",               WRITERS,         dossier_page_create },
	{ WEB_GET,  "/ho-so/:dossier_id",       DOSSIER_READERS, dossier_page_show },
	{ WEB_GET,  "/ho-so/:dossier_id/bang-tinh-mau.xlsx", DOSSIER_READERS, export_page_blank },
	{ WEB_GET,  "/ho-so/:dossier_id/bang-tinh.xlsx", DOSSIER_READERS, export_page_list },
	{ WEB_GET,  "/ho-so/:dossier_id/bien-nhan/:filing_id", DOSSIER_READERS, filing_page_show },
	{ WEB_GET,  "/ho-so/:dossier_id/bien-nhan/:filing_id/noi-dung", DOSSIER_READERS, filing_page_content },
	{ WEB_GET,  "/ho-so/:dossier_id/de-nghi/moi", WRITERS,   nomination_page_new },
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/moi", WRITERS,   nomination_page_create },
	{ WEB_GET,  "/ho-so/:dossier_id/de-nghi/:nomination_id", DOSSIER_READERS, nomination_page_show },
	{ WEB_GET,  "/ho-so/:dossier_id/de-nghi/:nomination_id/sua", WRITERS, nomination_page_edit },
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/:nomination_id/sua", WRITERS, nomination_page_save },
	{ WEB_GET,  "/ho-so/:dossier_id/de-nghi/:nomination_id/xoa", WRITERS, nomination_page_ask_delete },
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/:nomination_id/xoa", WRITERS, nomination_page_delete },
	{ WEB_GET,  "/ho-so/:dossier_id/nhap",  WRITERS,         import_page_new },
	{ WEB_POST, "/ho-so/:dossier_id/nhap",  WRITERS,         import_page_create },
	{ WEB_GET,  "/ho-so/:dossier_id/nhap/:import_id", DOSSIER_READERS, import_page_show },
	{ WEB_POST, "/ho-so/:dossier_id/nhap/:import_id/anh-xa", WRITERS, import_page_choose },
	{ WEB_POST, "/ho-so/:dossier_id/nhap/:import_id/bo", WRITERS, import_page_drop },
	{ WEB_POST, "/ho-so/:dossier_id/nhap/:import_id/bo-dong-loi", WRITERS, import_page_drop_problems },
	{ WEB_POST, "/ho-so/:dossier_id/nhap/:import_id/danh-hieu", WRITERS, import_page_answer },
	{ WEB_POST, "/ho-so/:dossier_id/nhap/:import_id/doc", WRITERS, import_page_read },
	{ WEB_GET,  "/ho-so/:dossier_id/nhap/:import_id/dong/:row_no", WRITERS, import_page_row },
	{ WEB_POST, "/ho-so/:dossier_id/nhap/:import_id/dong/:row_no", WRITERS, import_page_decide },
	{ WEB_POST, "/ho-so/:dossier_id/nhap/:import_id/hoan-tac", WRITERS, import_page_undo },
	{ WEB_POST, "/ho-so/:dossier_id/nhap/:import_id/phan", WRITERS, import_page_chunk },
	{ WEB_GET,  "/ho-so/:dossier_id/nhap/:import_id/tien-do", DOSSIER_READERS, import_page_progress },
	{ WEB_POST, "/ho-so/:dossier_id/nhap/:import_id/xac-nhan", WRITERS, import_page_confirm },
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/:nomination_id/hoan-tac", WRITERS, nomination_page_restore },
	{ WEB_GET,  "/ho-so/:dossier_id/nhap-lieu", WRITERS,     draft_page_state },
	{ WEB_POST, "/ho-so/:dossier_id/nhap-lieu", WRITERS | ACCESS_JOURNALED | ACCESS_URGENT, draft_page_save },
	{ WEB_POST, "/ho-so/:dossier_id/nhap-lieu/bo", WRITERS,  draft_page_drop },
	{ WEB_GET,  "/ho-so/:dossier_id/nop",   HEADS | ACCESS_URGENT, filing_page_ask },
	{ WEB_POST, "/ho-so/:dossier_id/nop",   HEADS | ACCESS_URGENT, filing_page_submit },
	{ WEB_GET,  "/ho-so/:dossier_id/sua",   WRITERS,         dossier_page_edit },
	{ WEB_POST, "/ho-so/:dossier_id/sua",   WRITERS,         dossier_page_save },
	{ WEB_GET,  "/ho-so/:dossier_id/tep",   WRITERS,         file_page_new },
	{ WEB_POST, "/ho-so/:dossier_id/tep",   WRITERS,         file_page_create },
	{ WEB_GET,  "/ho-so/:dossier_id/tep/:attachment_id", DOSSIER_READERS, file_page_download },
	{ WEB_GET,  "/ho-so/:dossier_id/tep/:attachment_id/anh", DOSSIER_READERS, file_page_image },
	{ WEB_GET,  "/ho-so/:dossier_id/tep/:attachment_id/go", WRITERS, file_page_ask_remove },
	{ WEB_POST, "/ho-so/:dossier_id/tep/:attachment_id/go", WRITERS, file_page_remove },
	{ WEB_GET,  "/ho-so/:dossier_id/tep/:attachment_id/sua", WRITERS, file_page_edit },
	{ WEB_POST, "/ho-so/:dossier_id/tep/:attachment_id/sua", WRITERS, file_page_save },
	{ WEB_GET,  "/ho-so/:dossier_id/tep/:attachment_id/xem", DOSSIER_READERS, file_page_look },
	{ WEB_GET,  "/ho-so/:dossier_id/tien-trinh", DOSSIER_READERS, timeline_page_show },

	/* evidence */
	{ WEB_GET,  "/quan-tri/tep",            ADMINISTRATOR,   evidence_page_admin },
	{ WEB_POST, "/quan-tri/tep",            ADMINISTRATOR,   evidence_page_limit },
	{ WEB_POST, "/quan-tri/tep/quet-lai",   ADMINISTRATOR,   evidence_page_scan_again },
	{ WEB_GET,  "/tai-lieu-phai-co",        RULE_KEEPERS,    evidence_page_requirements },
	{ WEB_GET,  "/tai-lieu-phai-co/:requirement_id", RULE_KEEPERS, evidence_page_requirement },
	{ WEB_POST, "/tai-lieu-phai-co/:requirement_id", RULE_KEEPERS, evidence_page_confirm },

	/* eligibility */
	{ WEB_GET,  "/ho-so/:dossier_id/dieu-kien", DOSSIER_READERS, eligibility_page_dossier },
	{ WEB_GET,  "/ho-so/:dossier_id/de-nghi/:nomination_id/can-cu", DOSSIER_READERS, eligibility_page_facts },
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/:nomination_id/can-cu", DECLARERS, eligibility_page_declare },
	{ WEB_POST, "/ho-so/:dossier_id/de-nghi/:nomination_id/can-cu/tham-dinh", APPRAISER, eligibility_page_appraise },
	{ WEB_GET,  "/ho-so/:dossier_id/de-nghi/:nomination_id/dieu-kien", DOSSIER_READERS, eligibility_page_show },
	{ WEB_GET,  "/tieu-chuan",              RULE_KEEPERS,    eligibility_page_rules },
	{ WEB_GET,  "/tieu-chuan/:rule_id",     RULE_KEEPERS,    eligibility_page_rule },
	{ WEB_POST, "/tieu-chuan/:rule_id",     RULE_KEEPERS,    eligibility_page_rule_confirm },

	/* council */
	{ WEB_GET,  "/hoi-dong", COUNCIL_READERS, council_page_sessions },
	{ WEB_GET,  "/hoi-dong/phien/moi", SECRETARY, council_page_session_new },
	{ WEB_POST, "/hoi-dong/phien/moi", SECRETARY, council_page_session_create },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id", COUNCIL_READERS, council_page_session },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/bien-ban", COUNCIL_READERS, council_page_minutes },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/chuong-trinh", SECRETARY, council_page_agenda },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/chuong-trinh", SECRETARY, council_page_agenda_add },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/chuong-trinh/xac-nhan", SECRETARY, council_page_agenda_confirm },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/diem-danh", SECRETARY, council_page_attendance },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/diem-danh", SECRETARY, council_page_attendance_save },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/hinh-thuc", SECRETARY, council_page_method },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/ket-qua", COUNCIL_READERS, council_page_results },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/ket-thuc", SECRETARY, council_page_close },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/ket-thuc-bieu-quyet", SECRETARY, council_page_close_items_form },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/ket-thuc-bieu-quyet", SECRETARY, council_page_close_items },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/khai-mac", SECRETARY, council_page_open_form },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/khai-mac", SECRETARY, council_page_open },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/kiem-phieu", COUNCIL_SEATED, vote_page_paper_form },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/kiem-phieu", COUNCIL_SEATED, vote_page_paper },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/mo-bieu-quyet", SECRETARY, council_page_open_items },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/noi-dung/:agenda_item_id", COUNCIL_READERS, council_page_item },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/noi-dung/:agenda_item_id/rut", SECRETARY, council_page_agenda_remove },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/phieu", COUNCIL_SEATED, vote_page_form },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/phieu", COUNCIL_SEATED, vote_page_cast },
	{ WEB_GET,  "/hoi-dong/phien/:council_session_id/y-kien-van-ban", SECRETARY, vote_page_written_form },
	{ WEB_POST, "/hoi-dong/phien/:council_session_id/y-kien-van-ban", SECRETARY, vote_page_written },
	{ WEB_GET,  "/quan-tri/hoi-dong", ADMINISTRATOR, council_admin_page_list },
	{ WEB_GET,  "/quan-tri/hoi-dong/moi", ADMINISTRATOR, council_admin_page_new },
	{ WEB_POST, "/quan-tri/hoi-dong/moi", ADMINISTRATOR, council_admin_page_create },
	{ WEB_GET,  "/quan-tri/hoi-dong/:council_id", ADMINISTRATOR, council_admin_page_show },
	{ WEB_POST, "/quan-tri/hoi-dong/:council_id/thanh-vien", ADMINISTRATOR, council_admin_page_member_add },
	{ WEB_POST, "/quan-tri/hoi-dong/:council_id/thanh-vien/:council_member_id/ket-thuc", ADMINISTRATOR, council_admin_page_member_end },

	/* review */
	{ WEB_GET,  "/tham-dinh",               APPRAISER,       review_page_queue },
	{ WEB_GET,  "/tham-dinh/de-nghi/:nomination_id", APPRAISER, review_page_nomination },
	{ WEB_POST, "/tham-dinh/de-nghi/:nomination_id", APPRAISER, review_page_nomination_act },
	{ WEB_GET,  "/tham-dinh/:dossier_id",   APPRAISER,       review_page_dossier },
	{ WEB_POST, "/tham-dinh/:dossier_id/hoan-thanh", APPRAISER, review_page_finish },
	{ WEB_POST, "/tham-dinh/:dossier_id/tiep-nhan", APPRAISER, review_page_begin },
	{ WEB_GET,  "/tham-dinh/:dossier_id/xac-nhan", APPRAISER, review_page_confirm },
	{ WEB_POST, "/tham-dinh/:dossier_id/xac-nhan", APPRAISER, review_page_act },
	/* publication */
	{ WEB_GET,  "/cong-bo",                 PUBLISHER_PRESS, publication_page_lists },
	{ WEB_GET,  "/cong-bo/moi",             PUBLISHER,       publication_page_new },
	{ WEB_POST, "/cong-bo/moi",             PUBLISHER,       publication_page_create },
	{ WEB_GET,  "/cong-bo/:honour_list_id", PUBLISHER_READS, publication_page_show },
	{ WEB_POST, "/cong-bo/:honour_list_id", PUBLISHER,       publication_page_save },
	{ WEB_POST, "/cong-bo/:honour_list_id/chuan-bi", PUBLISHER, publication_page_prepare },
	{ WEB_POST, "/cong-bo/:honour_list_id/cong-bo", PUBLISHER, publication_page_publish },
	{ WEB_GET,  "/cong-bo/:honour_list_id/dinh-chinh", PUBLISHER, publication_page_correct },
	{ WEB_POST, "/cong-bo/:honour_list_id/dinh-chinh", PUBLISHER, publication_page_correct_begin },
	{ WEB_GET,  "/cong-bo/:honour_list_id/ma-nhung", PUBLISHER_PRESS, publication_page_embed_code },
	{ WEB_POST, "/cong-bo/:honour_list_id/mo-lai", PUBLISHER, publication_page_reopen },
	{ WEB_GET,  "/cong-bo/:honour_list_id/muc/:honour_id", PUBLISHER, publication_page_entry },
	{ WEB_POST, "/cong-bo/:honour_list_id/muc/:honour_id", PUBLISHER, publication_page_entry_save },
	{ WEB_POST, "/cong-bo/:honour_list_id/xac-nhan", PUBLISHER, publication_page_confirm },
	{ WEB_GET,  "/cong-bo/:honour_list_id/xem-truoc/:what", PUBLISHER_READS, publication_page_preview },
	{ WEB_GET,  "/cong-bo/:honour_list_id/xem-truoc/nguoi/:anchor", PUBLISHER_READS, publication_page_preview_one },

	/* the public site, in both languages */
	{ WEB_GET,  "/robots.txt",              ACCESS_PUBLIC,   site_page_robots },
	{ WEB_GET,  "/sitemap.xml",             ACCESS_PUBLIC,   site_page_sitemap },
	{ WEB_GET,  "/sitemap-part.xml",        ACCESS_PUBLIC,   site_page_sitemap_part },
	{ WEB_GET,  "/vinh-danh/embed.js",      ACCESS_STATIC,   site_page_host_script },
	{ WEB_GET,  "/vinh-danh",               ACCESS_PUBLIC,   site_page_home },
	{ WEB_GET,  "/vinh-danh.atom",          ACCESS_PUBLIC,   site_page_atom },
	{ WEB_GET,  "/vinh-danh.csv",           ACCESS_PUBLIC,   site_page_home_csv },
	{ WEB_GET,  "/vinh-danh.feed.json",     ACCESS_PUBLIC,   site_page_feed_json },
	{ WEB_GET,  "/vinh-danh.json",          ACCESS_PUBLIC,   site_page_home_json },
	{ WEB_GET,  "/vinh-danh/:list",         ACCESS_PUBLIC,   site_page_artifact },
	{ WEB_GET,  "/vinh-danh/:list/:anchor", ACCESS_PUBLIC,   site_page_artifact },
	{ WEB_GET,  "/vinh-danh/:list/v/:version", ACCESS_PUBLIC,   site_page_version },
	{ WEB_GET,  "/vinh-danh/embed/:list",   ACCESS_PUBLIC,   site_page_artifact },
	{ WEB_GET,  "/vinh-danh/embed/:list/v/:version", ACCESS_PUBLIC,   site_page_version },
	{ WEB_GET,  "/vinh-danh/feed.json",     ACCESS_PUBLIC,   site_page_feed_json },
	{ WEB_GET,  "/vinh-danh/oembed",        ACCESS_PUBLIC,   site_page_oembed },
	{ WEB_GET,  "/en/vinh-danh",            ACCESS_PUBLIC,   site_page_home },
	{ WEB_GET,  "/en/vinh-danh.atom",       ACCESS_PUBLIC,   site_page_atom },
	{ WEB_GET,  "/en/vinh-danh.csv",        ACCESS_PUBLIC,   site_page_home_csv },
	{ WEB_GET,  "/en/vinh-danh.feed.json",  ACCESS_PUBLIC,   site_page_feed_json },
	{ WEB_GET,  "/en/vinh-danh.json",       ACCESS_PUBLIC,   site_page_home_json },
	{ WEB_GET,  "/en/vinh-danh/:list",      ACCESS_PUBLIC,   site_page_artifact },
	{ WEB_GET,  "/en/vinh-danh/:list/:anchor", ACCESS_PUBLIC,   site_page_artifact },
	{ WEB_GET,  "/en/vinh-danh/:list/v/:version", ACCESS_PUBLIC,   site_page_version },
	{ WEB_GET,  "/en/vinh-danh/embed/:list", ACCESS_PUBLIC,   site_page_artifact },
	{ WEB_GET,  "/en/vinh-danh/embed/:list/v/:version", ACCESS_PUBLIC,   site_page_version },
	{ WEB_GET,  "/en/vinh-danh/feed.json",  ACCESS_PUBLIC,   site_page_feed_json },
	{ WEB_GET,  "/en/vinh-danh/oembed",     ACCESS_PUBLIC,   site_page_oembed },
};
/* clang-format on */

const size_t app_nroutes = sizeof(app_routes) / sizeof(app_routes[0]);
