/* The pure rules of accounts. */
#include "account/account.h"

#include <arpa/inet.h>
#include <string.h>

#include "core/hash.h"
#include "core/lang.h"
#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

const char *
account_password_fault(const char *password, const char *username)
{
	size_t n;

	if (!utf8_valid(password, strlen(password)))
		return T("Mật khẩu có ký tự không hợp lệ.");
	n = utf8_length(password);
	if (n < PASSWORD_MIN)
		return T("Mật khẩu cần ít nhất 12 ký tự. Một câu dài dễ nhớ là cách tốt nhất.");
	if (n > PASSWORD_MAX)
		return T("Mật khẩu dài quá 200 ký tự.");
	if (!str_empty(username) && strstr(password, username) != NULL)
		return T("Mật khẩu không được chứa tên đăng nhập.");
	return NULL;
}

bool
account_username_valid(const char *s)
{
	size_t i;

	for (i = 0; s[i] != '\0'; i++) {
		bool alnum = (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9');

		if (!alnum && (i == 0 || (s[i] != '.' && s[i] != '-')))
			return false;
	}
	return i >= 2 && i <= 40;
}

bool
account_may_try(const struct account_failures *f, bool known_device)
{
	if (known_device)
		return f->device < 10;
	return f->both < 10 && f->address < 100 && f->account < 50;
}

const char *
account_network(struct arena *a, const char *address)
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
	struct in6_addr addr;
	char text[INET6_ADDRSTRLEN];

	if (address == NULL)
		return "";
	if (inet_pton(AF_INET6, address, &addr) != 1)
		return address;
	/* An IPv4 address in the other's clothes is one customer's as it is. */
	if (memcmp(addr.s6_addr, mapped, sizeof(mapped)) != 0)
		memset(addr.s6_addr + 8, 0, 8);
	return arena_strdup(
	    a, inet_ntop(AF_INET6, &addr, text, sizeof(text)) != NULL ? text : address);
}

char *
account_generate_password(struct arena *a)
{
	/* 32 signs, so that a byte's low five bits choose one without bias */
	static const char signs[] = "abcdefghjkmnpqrstuvwxyz023456789";
	unsigned char r[16];
	char *out = arena_alloc(a, 20);
	size_t i, n = 0;

	random_bytes(r, sizeof(r));
	for (i = 0; i < sizeof(r); i++) {
		if (i > 0 && i % 4 == 0)
			out[n++] = '-';
		out[n++] = signs[r[i] & 31];
	}
	return out;
}
