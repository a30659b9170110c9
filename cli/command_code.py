"""Which code is behind the name of a command, imported when it is asked for: one command pays for no other."""

from __future__ import annotations

from cli.option_groups import Function


def code_of(name: str) -> Function:
    """The function of a command; raises KeyError where there is none of the name."""
    for group in (_listing, _showing, _reading, _joining, _deciding, _handing_on, _keeping):
        if (found := group(name)) is not None:
            return found
    raise KeyError(name)


def _reading(name: str) -> Function | None:
    match name:
        case "add":
            from cli.commands.add import add

            return add
        case "extract":
            from cli.commands.extract import extract

            return extract
        case "watch":
            from cli.commands.watch import watch

            return watch
        case "pull":
            from cli.commands.pull import pull

            return pull
        case "redetect":
            from cli.commands.redetect import redetect_command

            return redetect_command
        case "demo":
            from cli.commands.demo import demo

            return demo
    return None


def _listing(name: str) -> Function | None:
    match name:
        case "list":
            from cli.commands.listing import list_claims

            return list_claims
        case "speakers":
            from cli.commands.speakers import speakers

            return speakers
        case "check":
            from cli.commands.check import check

            return check
        case "copies":
            from cli.commands.copies import copies

            return copies
        case "changes":
            from cli.commands.changes import changes

            return changes
        case "new":
            from cli.commands.new import new

            return new
    return None


def _showing(name: str) -> Function | None:
    match name:
        case "speaker":
            from cli.commands.speaker import speaker

            return speaker
        case "show":
            from cli.commands.show import show

            return show
        case "why":
            from cli.commands.why import why

            return why
        case "proof":
            from cli.commands.proof import proof

            return proof
        case "history":
            from cli.commands.history import history

            return history
        case "audit":
            from cli.commands.audit import audit

            return audit
    return None


def _joining(name: str) -> Function | None:
    match name:
        case "proposals":
            from cli.commands.proposals import proposals

            return proposals
        case "merge":
            from cli.commands.merge import merge

            return merge
        case "split":
            from cli.commands.split import split

            return split
        case "alias":
            from cli.commands.alias import alias

            return alias
        case "role":
            from cli.commands.role import role

            return role
    return None


def _deciding(name: str) -> Function | None:
    match name:
        case "undo":
            from cli.commands.undo import undo

            return undo
        case "forget":
            from cli.commands.forget import forget

            return forget
        case "review":
            from cli.commands.review import review

            return review
        case "quality":
            from cli.commands.quality import quality

            return quality
    return None


def _handing_on(name: str) -> Function | None:
    match name:
        case "export":
            from cli.commands.export import export

            return export
        case "cite":
            from cli.commands.cite import cite

            return cite
        case "report":
            from cli.commands.report import report

            return report
        case "browse":
            from cli.commands.browse import browse

            return browse
        case "serve":
            from cli.commands.serve import serve

            return serve
        case "copy":
            from cli.commands.copy import copy

            return copy
    return None


def _keeping(name: str) -> Function | None:
    match name:
        case "runs":
            from cli.commands.runs import runs

            return runs
        case "doctor":
            from cli.commands.doctor import doctor

            return doctor
        case "verify":
            from cli.commands.verify import verify

            return verify
        case "where":
            from cli.commands.where import where_command

            return where_command
        case "completion":
            from cli.commands.completion import completion

            return completion
        case "help":
            from cli.commands.help import help_command

            return help_command
    return None
