"""The providers' side: takes what their documentation lets an app send, refuses the rest with their errors."""

from __future__ import annotations

import base64
import json
import urllib.parse
from typing import Any

from aiohttp import web

from b12guide.channels.pieces import utf16
from tests.providers.fake_server import Answer, Fake, Said, need, within


class FakeWhatsApp(Fake):
    """developers.facebook.com/documentation/business-messaging/whatsapp: messages API."""

    async def _read(self, request: web.Request) -> Said:
        need(request.method == "POST" and request.path == "/106540352242922/messages", "unknown path")
        need(request.headers.get("Authorization") == "Bearer EAAtoken", "(#190) access token")
        body = await request.json()
        need(body["messaging_product"] == "whatsapp", "(#100) messaging_product")
        need(body["recipient_type"] == "individual", "(#100) recipient_type")
        need(("to" in body) != ("recipient" in body), "(#100) to or recipient")
        to = body.get("to") or body.get("recipient")
        if body["type"] == "text":
            within(body["text"]["body"], 4096, "text.body")
            return Said(to, body["text"]["body"], raw=body)
        if body["type"] == "template":
            template = body["template"]
            need(template["name"] == "reminder" and template["language"] == {"code": "en_GB"}, "(#132001) template")
            (part,) = template["components"]
            (place,) = part["parameters"]
            need(part["type"] == "body" and place["type"] == "text", "(#132000) parameters")
            return Said(to, f"template: {place['text']}", raw=body)
        need(body["type"] == "interactive", "(#100) type")
        asked = body["interactive"]
        if asked["type"] == "button":
            within(asked["body"]["text"], 1024, "interactive.body")
            replies = [button["reply"] for button in asked["action"]["buttons"] if button["type"] == "reply"]
            need(1 <= len(replies) <= 3, "(#131009) 1 to 3 buttons")
            for reply in replies:
                within(reply["title"], 20, "title")
                within(reply["id"], 256, "id")
        else:
            need(asked["type"] == "list", "(#100) interactive.type")
            within(asked["body"]["text"], 4096, "interactive.body")
            within(asked["action"]["button"], 20, "action.button")
            replies = [row for section in asked["action"]["sections"] for row in section["rows"]]
            need(1 <= len(replies) <= 10, "(#131009) 1 to 10 rows")
            for reply in replies:
                within(reply["title"], 24, "row title")
                within(reply["id"], 200, "row id")
                within(reply.get("description", "-"), 72, "row description")
        need(len({reply["id"] for reply in replies}) == len(replies), "(#131009) ids differ")
        buttons = [reply["title"] for reply in replies]
        return Said(to, asked["body"]["text"], buttons, [reply["id"] for reply in replies], raw=body)

    def success(self, said: Said) -> Any:
        contacts = [{"input": said.to, "wa_id": said.to}]
        return {"messaging_product": "whatsapp", "contacts": contacts, "messages": [{"id": f"wamid.{len(self.said)}"}]}

    def error(self, reason: str) -> Any:
        return {"error": {"message": reason, "type": "OAuthException", "code": 100, "fbtrace_id": "A1"}}

    def busy(self, seconds: int) -> Answer:
        error = {"message": "(#130429) Rate limit hit", "type": "OAuthException", "code": 130429}
        return Answer(429, {"error": error}, {"Retry-After": str(seconds)})


class FakeMessenger(Fake):
    """developers.facebook.com/docs/messenger-platform: Send API."""

    async def _read(self, request: web.Request) -> Said:
        need(request.method == "POST" and request.path == "/me/messages", "unknown path")
        need(request.headers.get("Authorization") == "Bearer EAApage", "(#190) access token")
        body = await request.json()
        need(body["messaging_type"] == "RESPONSE", "(#100) messaging_type")
        to, message = body["recipient"]["id"], body["message"]
        if "text" in message:
            within(message["text"], 2000, "text")
            return Said(to, message["text"], raw=body)
        payload = message["attachment"]["payload"]
        need(message["attachment"]["type"] == "template" and payload["template_type"] == "button", "(#100) template")
        within(payload["text"], 640, "template text")
        need(1 <= len(payload["buttons"]) <= 3, "(#100) 1 to 3 buttons")
        for button in payload["buttons"]:
            need(button["type"] == "postback", "(#100) button type")
            within(button["title"], 20, "button title")
            within(button["payload"], 1000, "button payload")
        titles = [button["title"] for button in payload["buttons"]]
        return Said(to, payload["text"], titles, [button["payload"] for button in payload["buttons"]], raw=body)

    def success(self, said: Said) -> Any:
        return {"recipient_id": said.to, "message_id": f"m_{len(self.said)}"}

    def error(self, reason: str) -> Any:
        return {"error": {"message": reason, "type": "OAuthException", "code": 100, "fbtrace_id": "A1"}}

    def busy(self, seconds: int) -> Answer:
        # Meta's page limits come with status 400.
        error = {
            "message": "(#613) Calls to this api have exceeded the rate limit.",
            "type": "OAuthException",
            "code": 613,
        }
        return Answer(400, {"error": error}, {"Retry-After": str(seconds)})


class FakeTelegram(Fake):
    """core.telegram.org/bots/api."""

    async def _read(self, request: web.Request) -> Said:
        start = "/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/"
        need(request.method == "POST" and request.path.startswith(start), "Not Found")
        method = request.path.removeprefix(start)
        if method == "sendDocument":
            form = await request.post()
            file = form["document"]
            assert isinstance(file, web.FileField)
            with file.file as opened:
                content = opened.read().decode()
            return Said(str(form["chat_id"]), "", file=(file.filename, file.content_type, content))
        body = await request.json()
        if method == "answerCallbackQuery":
            need(body["callback_query_id"], "query id is invalid")
            return Said("", "", raw=body)
        need(method == "sendMessage", "Not Found")
        within(body["text"], 4096, "message is too long", utf16)
        rows = body.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [button for row in rows for button in row]
        for button in buttons:
            within(button["text"], 1000, "button text")
            need(1 <= len(button["callback_data"].encode()) <= 64, "BUTTON_DATA_INVALID")
        titles = [button["text"] for button in buttons]
        payloads = [button["callback_data"] for button in buttons]
        return Said(str(body["chat_id"]), body["text"], titles, payloads, raw=body)

    def success(self, said: Said) -> Any:
        return {"ok": True, "result": {"message_id": len(self.said)}}

    def error(self, reason: str) -> Any:
        return {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}

    def busy(self, seconds: int) -> Answer:
        told = f"Too Many Requests: retry after {seconds}"
        body = {"ok": False, "error_code": 429, "description": told, "parameters": {"retry_after": seconds}}
        return Answer(429, body)


class FakeSlack(Fake):
    """docs.slack.dev: chat.postMessage. Errors come with status 200."""

    error_status = 200

    async def _read(self, request: web.Request) -> Said:
        need(request.method == "POST" and request.path == "/chat.postMessage", "unknown_method")
        need(request.headers.get("Authorization") == "Bearer xoxb-1-2-token", "invalid_auth")
        need(request.content_type == "application/json", "invalid_post_type")
        body = await request.json()
        need(str(body["channel"]).startswith("D"), "channel_not_found")
        within(body["text"], 40_000, "msg_too_long")
        buttons: list[dict[str, Any]] = []
        for block in body.get("blocks", []):
            if block["type"] == "section":
                need(block["text"]["type"] == "plain_text", "invalid_blocks")
                within(block["text"]["text"], 3000, "invalid_blocks")
            else:
                need(block["type"] == "actions" and 1 <= len(block["elements"]) <= 25, "invalid_blocks")
                buttons += block["elements"]
        for button in buttons:
            within(button["text"]["text"], 75, "invalid_blocks")
            within(button["value"], 2000, "invalid_blocks")
        need(len({button["action_id"] for button in buttons}) == len(buttons), "invalid_blocks")
        text = body["text"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        titles = [button["text"]["text"] for button in buttons]
        return Said(body["channel"], text, titles, [button["value"] for button in buttons], raw=body)

    def success(self, said: Said) -> Any:
        return {"ok": True, "channel": said.to, "ts": f"1503435956.{len(self.said):06}"}

    def error(self, reason: str) -> Any:
        return {"ok": False, "error": reason.split(":")[0]}

    def busy(self, seconds: int) -> Answer:
        return Answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": str(seconds)})


class FakeTwilio(Fake):
    """www.twilio.com/docs/messaging/api/message-resource."""

    success_status = 201

    def __init__(self, sender: str) -> None:
        super().__init__()
        self.sender = sender

    async def _read(self, request: web.Request) -> Said:
        account = "AC" + "0123456789abcdef" * 2
        need(request.method == "POST" and request.path == f"/2010-04-01/Accounts/{account}/Messages.json", "20404")
        pair = base64.b64encode(f"{account}:12345".encode()).decode()
        need(request.headers.get("Authorization") == f"Basic {pair}", "20003")
        need(request.content_type == "application/x-www-form-urlencoded", "20001")
        form = dict(urllib.parse.parse_qsl((await request.read()).decode(), keep_blank_values=True))
        need(form.get("From") == self.sender, "21603")
        if form.keys() == {"To", "From", "ContentSid", "ContentVariables"}:
            need(form["To"].startswith("whatsapp:") and form["ContentSid"] == "HX" + "0123456789abcdef" * 2, "21655")
            return Said(form["To"], f"template: {json.loads(form['ContentVariables'])['1']}", raw=form)
        need(form.keys() == {"To", "From", "Body"}, "21603")
        need(form["To"].startswith("whatsapp:") == self.sender.startswith("whatsapp:"), "21910")
        within(form["Body"], 1600, "21617")
        return Said(form["To"], form["Body"], raw=form)

    def success(self, said: Said) -> Any:
        return {"sid": f"SM{len(self.said):032}", "status": "queued", "to": said.to, "body": said.text}

    def error(self, reason: str) -> Any:
        code = int(reason[:5]) if reason[:5].isdecimal() else 20429
        told = f"The 'To' number +447911123456 is not right: {reason}"
        return {"code": code, "message": told, "more_info": f"https://www.twilio.com/docs/errors/{code}", "status": 400}
