"""No secret is in the repository."""

from __future__ import annotations

import re
import subprocess

from tests.conftest import ROOT

PATTERNS = {
    "a private key": r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----",
    "a key of AWS": r"\bAKIA[0-9A-Z]{16}\b",
    "a key of Google": r"\bAIza[0-9A-Za-z_-]{35}\b",
    "a token of GitHub": r"\bgh[pousr]_[0-9A-Za-z]{36}\b",
    "a token of Slack": r"\bxox[abpors]-[0-9]{8,}-[0-9A-Za-z-]{10,}",
    "a webhook of Slack": r"hooks\.slack\.com/services/T[0-9A-Z]+/B[0-9A-Z]+/[0-9A-Za-z]{20,}",
    "a key of Twilio": r"\bSK[0-9a-f]{32}\b",
    "a token of Telegram": r"\b[0-9]{8,10}:AA[0-9A-Za-z_-]{33}\b",
    "a token of Meta": r"\bEAA[0-9A-Za-z]{60,}",
    "a token of npm or PyPI": r"\bnpm_[0-9A-Za-z]{36}\b|\bpypi-AgE[0-9A-Za-z_-]{50,}",
    "a password in an address": r"\b(?:postgres(?:ql)?|redis|amqps?|mysql|https?)://[^\s/:@<>{}\"'$]*:[^\s/@<>{}\"'$]{6,}@",
}
# Made up, and so named where it stands: examples of addresses in documents and tests.
EXAMPLES = re.compile(r"(?i):(password|secret|example|passwor[dt]s?)@")


def test_no_secret_is_in_the_repository() -> None:
    """Nothing that git knows looks like a key, a token or a password."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    found: list[str] = []
    for name in listed.decode().split("\0"):
        path = ROOT / name
        if not name or not path.is_file() or path.suffix in (".png", ".jpg", ".gz", ".onnx"):
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        for what, pattern in PATTERNS.items():
            found += [f"{name}: {what}" for hit in re.finditer(pattern, text) if not EXAMPLES.search(hit.group())]
    assert found == []


def test_the_patterns_find_what_they_are_for() -> None:
    """Each pattern finds a made-up secret of its kind."""
    made_up = {
        "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----",
        "a key of AWS": "AKIA" + "A" * 16,
        "a key of Google": "AIza" + "a" * 35,
        "a token of GitHub": "ghp_" + "a" * 36,
        "a token of Slack": "xoxb-" + "123456789-" + "a" * 12,
        "a webhook of Slack": "hooks.slack.com/services/" + "T0/B0/" + "a" * 24,
        "a key of Twilio": "SK" + "0a" * 16,
        "a token of Telegram": "123456789:AA" + "a" * 33,
        "a token of Meta": "EAA" + "a" * 60,
        "a token of npm or PyPI": "npm_" + "a" * 36,
        "a password in an address": "postgresql://b12:" + "hunter22" + "@db/x",
    }
    assert {what for what, pattern in PATTERNS.items() if re.search(pattern, made_up[what])} == set(PATTERNS)


def test_secrets_of_a_deployment_stay_out_of_git_and_images() -> None:
    """The folder that `deploy/make-secrets` fills is ignored by both, and so are conversations."""
    for file in (".gitignore", ".dockerignore"):
        lines = [line.strip("/") for line in (ROOT / file).read_text().splitlines()]
        assert {"deploy/secrets", "var"} <= set(lines), file
