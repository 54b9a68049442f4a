/* Sending one mail by SMTP with libcurl: one connection for as many mails as come after each other. */
#include "mail/mail_smtp.h"

#include <ctype.h>
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"
#include "core/str.h"

#define CONNECT_MS 10000L
#define TOTAL_MS   30000L

struct smtp {
	CURL *curl; /* kept: it keeps the connection */
	char *url, *user, *password, *ca;
	char *from_name, *from, *domain;
	long tls; /* CURLUSESSL_* */
	/* of the mail being sent, told by the conversation itself */
	enum mail_stage stage;
	struct mail_outcome *outcome;
};

/* --- settings ------------------------------------------------------------------------------------------- */

/* The first line of a file, as a password; NULL when there is none. */
static char *
read_line(const char *path)
{
	char text[512];
	FILE *f = fopen(path, "rb");
	size_t n;

	if (f == NULL)
		return NULL;
	n = fread(text, 1, sizeof(text) - 1, f);
	fclose(f);
	text[n] = '\0';
	text[strcspn(text, "\r\n")] = '\0';
	return text[0] != '\0' ? strdup(text) : NULL;
}

/* A copy to keep; NULL stays NULL and what is empty is not set. */
static char *
copy_of(const char *s)
{
	return s != NULL && s[0] != '\0' ? strdup(s) : NULL;
}

static bool
on_this_machine(const char *url)
{
	const char *host = strstr(url, "://");

	return host != NULL &&
	    (str_starts(host + 3, "127.0.0.1") || str_starts(host + 3, "localhost") ||
		str_starts(host + 3, "[::1]"));
}

static bool
parse_tls(const char *s, const char *url, long *tls)
{
	if (str_empty(s))
		*tls = on_this_machine(url) ? CURLUSESSL_TRY : CURLUSESSL_ALL;
	else if (str_eq(s, "required"))
		*tls = CURLUSESSL_ALL;
	else if (str_eq(s, "try"))
		*tls = CURLUSESSL_TRY;
	else if (str_eq(s, "none"))
		*tls = CURLUSESSL_NONE;
	else
		return false;
	return true;
}

struct smtp *
smtp_from_environment(struct arena *a, const char **why)
{
	const char *url = getenv("VD_SMTP_URL"), *file = getenv("VD_SMTP_PASSWORD_FILE"), *name,
		   *address;
	struct smtp *s;
	long tls = 0;

	*why = NULL;
	if (url == NULL || url[0] == '\0')
		return NULL;
	if (!str_starts(url, "smtp://") && !str_starts(url, "smtps://"))
		*why = "VD_SMTP_URL begins with smtp:// or smtps://";
	else if (!mail_sender_parse(a, getenv("VD_SMTP_FROM"), &name, &address))
		*why = "VD_SMTP_FROM is no address: name@example.vn or Name <name@example.vn>";
	else if (!parse_tls(getenv("VD_SMTP_TLS"), url, &tls))
		*why = "VD_SMTP_TLS is required, try or none";
	if (*why != NULL)
		return NULL;
	s = calloc(1, sizeof(*s));
	if (s == NULL)
		abort();
	if (!str_empty(file) && (s->password = read_line(file)) == NULL) {
		*why = arena_printf(a, "VD_SMTP_PASSWORD_FILE: nothing to read in %s", file);
		smtp_free(s);
		return NULL;
	}
	curl_global_init(CURL_GLOBAL_DEFAULT);
	s->curl = curl_easy_init();
	if (s->curl == NULL) {
		*why = "libcurl does not start";
		smtp_free(s);
		return NULL;
	}
	s->url = copy_of(url);
	s->user = copy_of(getenv("VD_SMTP_USER"));
	s->ca = copy_of(getenv("VD_SMTP_CA"));
	s->from_name = copy_of(name);
	s->from = copy_of(address);
	s->domain = copy_of(strrchr(address, '@') + 1);
	s->tls = tls;
	return s;
}

void
smtp_free(struct smtp *s)
{
	if (s == NULL)
		return;
	curl_easy_cleanup(s->curl);
	free(s->url);
	free(s->user);
	free(s->password);
	free(s->ca);
	free(s->from_name);
	free(s->from);
	free(s->domain);
	free(s);
}

const char *
smtp_sender(const struct smtp *s)
{
	return s->from;
}

/* --- the conversation ---------------------------------------------------------------------------------------- */

/* libcurl tells what was said; we keep how far it went and the last answer.  Nothing of it is logged: AUTH is in it. */
static int
on_talk(CURL *curl, curl_infotype type, char *data, size_t n, void *arg)
{
	struct smtp *s = arg;

	(void)curl;
	if (type == CURLINFO_HEADER_OUT) {
		if (n >= 10 && strncasecmp(data, "MAIL FROM:", 10) == 0)
			s->stage = MAIL_STAGE_SENDER;
		else if (n >= 8 && strncasecmp(data, "RCPT TO:", 8) == 0)
			s->stage = MAIL_STAGE_RECIPIENT;
		else if (n >= 4 && strncasecmp(data, "DATA", 4) == 0)
			s->stage = MAIL_STAGE_CONTENT;
	} else if (type == CURLINFO_HEADER_IN && n >= 3 && isdigit((unsigned char)data[0]) &&
	    s->outcome->answer[0] < '4') { /* a refusal is kept: "221 Bye" follows it */
		size_t len =
		    n < sizeof(s->outcome->answer) - 1 ? n : sizeof(s->outcome->answer) - 1;

		memcpy(s->outcome->answer, data, len);
		s->outcome->answer[len] = '\0';
		s->outcome->answer[strcspn(s->outcome->answer, "\r\n")] = '\0';
	}
	return 0;
}

static struct curl_slist *
headers_of(struct arena *a, const struct smtp *s, const struct mail_message *m)
{
	struct curl_slist *h = NULL;
	const char *from = s->from_name != NULL
	    ? arena_printf(a, "%s <%s>", mail_encode_header(a, "From", s->from_name), s->from)
	    : arena_printf(a, "From: %s", s->from);

	/* The Date of RFC 5322 says its zone in numbers. */
	const char *date = timestamp_format_http(a, m->date);
	size_t zone = strlen(date) - strlen("GMT");

	h = curl_slist_append(h, from);
	h = curl_slist_append(h, arena_printf(a, "To: <%s>", m->to));
	h = curl_slist_append(h, mail_encode_header(a, "Subject", m->subject));
	h = curl_slist_append(h, arena_printf(a, "Date: %.*s+0000", (int)zone, date));
	h = curl_slist_append(
	    h, arena_printf(a, "Message-ID: <%s@%s>", m->message_id, s->domain));
	h = curl_slist_append(h, "Auto-Submitted: auto-generated");
	h = curl_slist_append(h, "X-Auto-Response-Suppress: All");
	if (!str_empty(m->unsubscribe))
		h = curl_slist_append(
		    h, arena_printf(a, "List-Unsubscribe: <%s>", m->unsubscribe));
	return h;
}

static void
set_options(struct smtp *s)
{
	CURL *c = s->curl;

	/* Forgets the last mail, keeps the connection. */
	curl_easy_reset(c);
	curl_easy_setopt(c, CURLOPT_URL, s->url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, CONNECT_MS);
	curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, TOTAL_MS);
	curl_easy_setopt(c, CURLOPT_USE_SSL, s->tls);
	/* Where TLS is only tried, on this machine, nobody has a certificate for "localhost". */
	if (s->tls == CURLUSESSL_TRY && s->ca == NULL) {
		curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 0L);
		curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 0L);
	}
	if (s->ca != NULL)
		curl_easy_setopt(c, CURLOPT_CAINFO, s->ca);
	if (!str_empty(s->user)) {
		curl_easy_setopt(c, CURLOPT_USERNAME, s->user);
		curl_easy_setopt(c, CURLOPT_PASSWORD, s->password != NULL ? s->password : "");
	}
	curl_easy_setopt(c, CURLOPT_VERBOSE, 1L);
	curl_easy_setopt(c, CURLOPT_DEBUGFUNCTION, on_talk);
	curl_easy_setopt(c, CURLOPT_DEBUGDATA, s);
}

void
smtp_send(struct smtp *s, const struct mail_message *m, struct mail_outcome *out)
{
	struct arena *a = arena_new();
	struct curl_slist *to = NULL, *headers = headers_of(a, s, m);
	curl_mime *mime;
	curl_mimepart *part;
	const char *body = mail_crlf(a, m->body);
	long code = 0;
	CURLcode rc;

	memset(out, 0, sizeof(*out));
	s->stage = MAIL_STAGE_CONNECT;
	s->outcome = out;
	set_options(s);
	mime = curl_mime_init(s->curl);
	part = curl_mime_addpart(mime);
	if (curl_mime_data(part, body, strlen(body)) != CURLE_OK ||
	    curl_mime_type(part, "text/plain; charset=utf-8") != CURLE_OK ||
	    curl_mime_encoder(part, "base64") != CURLE_OK)
		abort();
	to = curl_slist_append(to, m->to);
	curl_easy_setopt(s->curl, CURLOPT_MAIL_FROM, s->from);
	curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(s->curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(s->curl, CURLOPT_MIMEPOST, mime);
	curl_easy_setopt(s->curl, CURLOPT_UPLOAD, 1L);

	rc = curl_easy_perform(s->curl);
	curl_easy_getinfo(s->curl, CURLINFO_RESPONSE_CODE, &code);
	out->stage = rc == CURLE_OK ? MAIL_STAGE_DONE : s->stage;
	out->code = (int)code;
	if (rc != CURLE_OK && code < 400) {
		/* Not the server's word but the connection's end. */
		out->code = 0;
		(void)snprintf(out->answer, sizeof(out->answer), "%s", curl_easy_strerror(rc));
	}
	s->outcome = NULL;
	curl_easy_setopt(s->curl, CURLOPT_VERBOSE, 0L);
	curl_slist_free_all(to);
	curl_slist_free_all(headers);
	curl_mime_free(mime);
	arena_free(a);
}
