"""Where a reader gives the token, once; the browser keeps what is made of it in the one cookie there
is."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from cli.web import render
from cli.web.failures import NO_TOKEN, failure, wants_data
from cli.web.guard import COOKIE, Gate

MAX_BODY_BYTES = 8_000
SEE_OTHER = 303
NEEDS_TOKEN = "Send the token as `Authorization: Bearer TOKEN`, or sign in with a browser."


def routes(gate: Gate) -> list[Route]:
    """Where the token is given, and the cookie is given back."""

    async def sign_in(request: Request) -> Response:
        if request.method != "POST":
            return _form(request, "/")
        values = await _sent(request)
        to = _local(values.get("next", "/"))
        if not gate.is_token(values.get("token", "").strip()):
            return _form(request, to, wrong=True)
        answer = RedirectResponse(to, SEE_OTHER)
        secure = request.headers.get("x-forwarded-proto", request.scope["scheme"]) == "https"
        answer.set_cookie(
            COOKIE, gate.pass_for_cookie(), httponly=True, samesite="lax", secure=secure
        )
        return answer

    async def sign_out(_: Request) -> Response:
        answer = RedirectResponse("/sign-in", SEE_OTHER)
        answer.delete_cookie(COOKIE)
        return answer

    if gate.token is None:
        return []
    return [
        Route("/sign-in", sign_in, methods=["GET", "POST"]),
        Route("/sign-out", sign_out, methods=["POST"]),
    ]


def ask(request: Request) -> Response:
    """The answer to who has no token: the form, or the way to send it."""
    if wants_data(request) or request.method not in ("GET", "HEAD"):
        answer = failure(request, NO_TOKEN, NEEDS_TOKEN)
    else:
        query = request.scope["query_string"].decode("latin-1")
        answer = _form(request, request.scope["path"] + (f"?{query}" if query else ""))
    answer.headers["www-authenticate"] = 'Bearer realm="onrecord"'
    return answer


def _form(request: Request, to: str, *, wrong: bool = False) -> Response:
    content = {"next": _local(to), "wrong": wrong, "asked": None}
    is_asked = request.scope["path"] == "/sign-in" and not wrong
    return HTMLResponse(render.page("sign_in", content), 200 if is_asked else NO_TOKEN)


async def _sent(request: Request) -> dict[str, str]:
    """The fields of a form; nothing of a body that is too long to be one."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY_BYTES:
            return {}
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=8)
    return {name: values[-1] for name, values in fields.items()}


def _local(to: str) -> str:
    """An address of this page, whatever was sent: never one of another host."""
    is_local = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return to if is_local else "/"
