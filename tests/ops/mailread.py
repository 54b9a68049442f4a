"""What a mail program shows of a mail: its headers and text decoded, one "name: value" a line."""
# usage: mailread.py FILE NAME...      (a header's name, or "text", or "defects")
import email
import email.policy
import sys

with open(sys.argv[1], "rb") as f:
    mail = email.message_from_binary_file(f, policy=email.policy.default)
for name in sys.argv[2:]:
    if name == "text":
        print(mail.get_body(preferencelist=("plain",)).get_content(), end="")
    elif name == "defects":
        found = list(mail.defects)
        for part in mail.walk():
            found += part.defects
        for value in mail.values():
            found += getattr(value, "defects", [])
        print(len(found))
    elif name == "count":
        print(len(mail.keys()))
    else:
        print(mail[name])
