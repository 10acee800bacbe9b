"""A mail server for tests: aiosmtpd on a free port of this machine, until standard input ends.

    testing_smtp.py FOLDER [--tls CERTIFICATE KEY] [--user NAME PASSWORD] [--refuse greeting|sender]

Its port stands in FOLDER/port. What it takes in stands in FOLDER/1.eml, 2.eml …, headers first. What it does with a
mail is said by the part of the recipient before the "@": busy (450), unknown (550), refused (550 after the text),
elsewhere (554 5.7.1, as where we may not send there), silent (never answers), dying (hangs up in the middle of the
text), busy-once and dying-once (the first time only).
"""
import argparse
import asyncio
import os
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Unfriendly(SMTP):
    async def push(self, status):
        if status.startswith("220"):
            await super().push("554 Your address is on a list")
            self.transport.close()
        else:
            await super().push(status)


class Handler:
    def __init__(self, folder, refuse):
        self.folder = folder
        self.refuse = refuse
        self.seen = set()
        self.count = 0

    def first_time(self, what):
        new = what not in self.seen
        self.seen.add(what)
        return new

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.refuse == "sender":
            return "550 You may not send as that"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        how = address.split("@")[0]
        if how == "busy" or (how == "busy-once" and self.first_time(how)):
            return "450 Mailbox is busy, try later"
        if how == "unknown":
            return "550 No such user here"
        if how == "elsewhere":
            return "554 5.7.1 Relay access denied"
        if how == "silent":
            await asyncio.sleep(3600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        how = envelope.rcpt_tos[0].split("@")[0]
        if how == "dying" or (how == "dying-once" and self.first_time(how)):
            # Taken in, and gone before anybody heard of it.
            self.keep(envelope)
            server.transport.abort()
            return "250 OK"
        if how == "refused":
            return "550 We do not take such text"
        self.keep(envelope)
        return "250 OK"

    def keep(self, envelope):
        self.count += 1
        beside = self.folder / "part"
        beside.write_bytes(f"X-From: {envelope.mail_from}\r\nX-To: {','.join(envelope.rcpt_tos)}\r\n".encode()
                           + envelope.original_content)
        os.replace(beside, self.folder / f"{self.count}.eml")


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--user", nargs=2)
    parser.add_argument("--refuse", choices=["greeting", "sender"])
    return parser.parse_args()


async def main():
    asked = options()
    how = {"hostname": "mail.test"}
    if asked.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*asked.tls)
        how |= {"tls_context": context, "require_starttls": True}
    if asked.user:
        name, password = (each.encode() for each in asked.user)
        how |= {"auth_required": True, "auth_require_tls": bool(asked.tls),
                "authenticator": lambda server, session, envelope, mechanism, data: AuthResult(
                    success=(data.login, data.password) == (name, password), handled=False)}
    handler = Handler(asked.folder, asked.refuse)
    kind = Unfriendly if asked.refuse == "greeting" else SMTP
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: kind(handler, loop=loop, **how), "127.0.0.1", 0)
    (asked.folder / "part").write_text(str(server.sockets[0].getsockname()[1]))
    os.replace(asked.folder / "part", asked.folder / "port")
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
