"""A mail server for tests: keeps what it takes, refuses by the recipient's name, as a real one would."""
# usage: smtpd.py PORT-FILE MAIL-FOLDER MODE-FILE [CERTIFICATE KEY]
# Mode file, read anew for each mail: "normal", "quota", "sender", "slow".
import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP

port_file, folder, mode_file = sys.argv[1:4]
certificate = sys.argv[4:6]
seen = {}


def mode():
    with open(mode_file, encoding="ascii") as f:
        return f.read().strip()


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if mode() == "quota":
            return "550 5.4.5 Daily sending quota exceeded"
        if mode() == "sender":
            return "550 5.7.1 Sender address rejected"
        if mode() == "slow":
            await asyncio.sleep(60)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        seen[address] = seen.get(address, 0) + 1
        if address.startswith("khong-co"):
            return "550 5.1.1 No such user here"
        if address.startswith("ban-lan-dau") and seen[address] == 1:
            return "451 4.3.0 Try again later"
        if address.startswith("luon-ban"):
            return "452 4.2.2 Mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        number = len(os.listdir(folder)) + 1
        text = (
            b"X-Test-Recipients: " + ",".join(envelope.rcpt_tos).encode() + b"\r\n"
            b"X-Test-TLS: " + (b"yes" if session.ssl else b"no") + b"\r\n"
            b"X-Test-Session: " + str(session.peer[1]).encode() + b"\r\n" + envelope.original_content
        )
        path = os.path.join(folder, f"{number:04}.eml")
        with open(path + ".new", "wb") as f:
            f.write(text)
        os.rename(path + ".new", path)
        if envelope.rcpt_tos[0].startswith("ngat-sau-250"):
            # Whoever waits for this name kills the sender before it can note that we took the mail.
            open(os.path.join(folder, "..", "taken"), "w", encoding="ascii").close()
            await asyncio.sleep(2)
        return "250 OK"


def main():
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)

    async def serve():
        loop = asyncio.get_running_loop()
        wanted = int(os.environ.get("SMTPD_PORT", "0"))
        server = await loop.create_server(
            lambda: SMTP(Handler(), hostname="may-chu-thu.test", tls_context=context, require_starttls=bool(certificate)),
            host="127.0.0.1",
            port=wanted,
        )
        with open(port_file + ".new", "w", encoding="ascii") as f:
            f.write(str(server.sockets[0].getsockname()[1]))
        os.rename(port_file + ".new", port_file)
        async with server:
            await server.serve_forever()

    asyncio.run(serve())


main()
