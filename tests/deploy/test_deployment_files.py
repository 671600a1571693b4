"""The files that a deployment is made of: compose, image, unit, proxy."""

from __future__ import annotations

import configparser
import hashlib
import json
import os
import re
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from b12guide.channels.pace import OVER_LIMIT_HEADER
from tests.conftest import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SINGLE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.single.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]
PROXY = (ROOT / "deploy" / "haproxy.cfg").read_text()


def test_a_deployment_has_its_parts() -> None:
    """Replicas of the bot, Postgres, Redis, RabbitMQ, a proxy and its certificate; one machine has the bot alone."""
    assert set(SERVICES) == {"proxy", "certificates", "bot", "postgres", "redis", "rabbitmq"}
    assert SERVICES["bot"]["deploy"]["replicas"] >= 2
    assert set(SINGLE["services"]) == {"bot"}


@pytest.mark.parametrize("service", [*SERVICES.values(), *SINGLE["services"].values()])
def test_every_container_is_closed(service: dict[str, Any]) -> None:
    """None may write to its image, gain rights or keep capabilities; none runs as root."""
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service.get("user") or service.get("build") == "."
    assert service.get("privileged") is None


@pytest.mark.parametrize("service", [*SERVICES.values(), *SINGLE["services"].values()])
def test_no_container_can_fill_the_machine(service: dict[str, Any]) -> None:
    """Each has an end to its memory, and to what its log keeps."""
    assert re.fullmatch(r"\d+[mg]", service["deploy"]["resources"]["limits"]["memory"])
    options = service["logging"]["options"]
    assert re.fullmatch(r"\d+m", options["max-size"])
    assert int(options["max-file"]) > 1


@pytest.mark.parametrize("name", ["proxy", "certificates", "postgres", "redis", "rabbitmq"])
def test_every_container_has_a_health_check(name: str) -> None:
    """Compose knows whether a part works; the bot's own check is in its image."""
    assert SERVICES[name]["healthcheck"]["test"]


def test_the_proxy_alone_is_open_to_the_world() -> None:
    """No other part publishes a port, and the parts behind reach nothing outside."""
    assert [name for name, service in SERVICES.items() if service.get("ports")] == ["proxy"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    for name in ("postgres", "redis", "rabbitmq"):
        assert SERVICES[name]["networks"] == ["inside"]
    assert SINGLE["services"]["bot"]["ports"] == ["127.0.0.1:5005:5005"]


def test_secrets_come_from_files() -> None:
    """No variable holds a secret; every secret that a part names is a file that `make-secrets` makes."""
    for name, service in SERVICES.items():
        assert set(service.get("secrets", [])) <= set(COMPOSE["secrets"]), name
        for variable, value in (service.get("environment") or {}).items():
            if re.search("PASSWORD|SECRET|TOKEN|DATABASE|REDIS|EVENTS", variable):
                assert variable.endswith("_FILE"), variable
                assert value.removeprefix("/run/secrets/") in service["secrets"], variable


def test_the_figures_are_on_no_published_port() -> None:
    """`/metrics` has a port of its own that is published nowhere, and the proxy does not pass it on."""
    port = SERVICES["bot"]["environment"]["B12GUIDE_METRICS"].rsplit(":", 1)[1]
    assert port not in json.dumps(SERVICES["proxy"])
    assert "deny deny_status 404 if { path /ready /metrics }" in PROXY


def test_the_secrets_are_made_once_and_kept(tmp_path: Path) -> None:
    """Every file of the compose file is there, the passwords fit each other, and a second run changes nothing."""
    folder = tmp_path / "secrets"
    command = [str(ROOT / "deploy" / "make-secrets"), str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    made = {path.name: path.read_text() for path in folder.iterdir()}
    wanted = {secret["file"].removeprefix("deploy/secrets/") for secret in COMPOSE["secrets"].values()}
    assert wanted <= set(made)
    assert f":{made['postgres_password']}@postgres:5432/" in made["database"]
    assert f":{made['redis_password']}@redis:6379/" in made["redis"]
    assert f"requirepass {made['redis_password']}\n" in made["redis.conf"]
    assert f"default_pass = {made['rabbitmq_password']}\n" in made["rabbitmq.conf"]
    assert len({made[name] for name in ("postgres_password", "redis_password", "signing", "rest_token")}) == 4
    assert all(len(made[name]) == 64 for name in ("postgres_password", "signing", "rest_token"))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    subprocess.run(command, check=True, capture_output=True)
    assert {path.name: path.read_text() for path in folder.iterdir()} == made


def program(folder: Path, name: str, script: str) -> None:
    """A program of the test's own in the place of one that is not here."""
    path = folder / name
    path.write_text(f"#!/usr/bin/env bash\n{script}\n")
    path.chmod(0o755)


def ran(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A script of the deployment with the programs of `folder`."""
    env = {"PATH": f"{folder}:{os.environ['PATH']}", **environment}
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)


def test_a_certificate_is_got_once_and_then_renewed(tmp_path: Path) -> None:
    """The first call asks for one, the next renew it; the proxy gets it in one step, and keeps it where none comes."""
    program(
        tmp_path, "lego", 'echo "$*" >>"$LOG"; [ -z "$NEW" ] || { mkdir -p "$AT" && echo "$NEW" >"$AT/a.example.pem"; }'
    )
    at = {"LOG": str(tmp_path / "log"), "AT": str(tmp_path / "certificates"), "B12GUIDE_CERTIFICATES": str(tmp_path)}
    at |= {"B12GUIDE_DOMAIN": "a.example", "B12GUIDE_EMAIL": "b@a.example", "B12GUIDE_ONCE": "1"}
    renew = str(ROOT / "deploy" / "renew")
    got = []
    for new in ("", "first", "", "second"):
        assert ran(tmp_path, renew, NEW=new, **at).returncode == 0
        chat = tmp_path / "chat.pem"
        got.append(chat.read_text().strip() if chat.exists() else None)
    assert got == [None, "first", "first", "second"]
    asked = (tmp_path / "log").read_text().splitlines()
    assert [line.split(":8081 ")[1] for line in asked] == ["run", "run", "renew --days 30", "renew --days 30"]
    assert all("--domains a.example" in line for line in asked)
    assert ran(tmp_path, renew, **{**at, "B12GUIDE_DOMAIN": ""}).returncode == 1


@pytest.mark.parametrize(("valid", "told"), [("0", "USR2"), ("1", "TERM")])
def test_the_proxy_takes_up_a_new_certificate(tmp_path: Path, valid: str, told: str) -> None:
    """It begins with the one that was given; a new one that it can use is taken up without a new start."""
    # The new one comes once the proxy runs. One that cannot be used is told, and ends this test.
    program(
        tmp_path,
        "haproxy",
        'if [ "$1" = -c ]; then exit "$VALID"; fi\n'
        'trap \'echo USR2 >>"$LOG"; cat "$B12GUIDE_TLS_PEM" >>"$LOG"; exit 0\' USR2\n'
        "trap 'echo TERM >>\"$LOG\"; exit 0' TERM\n"
        'cat "$B12GUIDE_TLS_PEM" >>"$LOG"; echo new >"$B12GUIDE_CERTIFICATES/chat.pem"\n'
        'while :; do [ "$VALID" = 1 ] && grep -qs new "$B12GUIDE_TLS_PEM" && kill -TERM $$; done',
    )
    (tmp_path / "given").write_text("given\n")
    at = {
        "LOG": str(tmp_path / "log"),
        "VALID": valid,
        "B12GUIDE_CERTIFICATES": str(tmp_path),
        "B12GUIDE_PAUSE": "0.01",
    }
    at |= {"B12GUIDE_GIVEN_PEM": str(tmp_path / "given"), "B12GUIDE_TLS_PEM": str(tmp_path / "used")}
    done = ran(tmp_path, str(ROOT / "deploy" / "serve-tls"), **at)
    assert (tmp_path / "log").read_text().split() == ["given", told, *(["new"] if told == "USR2" else [])]
    assert stat.S_IMODE((tmp_path / "used").stat().st_mode) == 0o600
    assert done.returncode == 0


def test_the_proof_of_the_name_reaches_whoever_asked_for_it() -> None:
    """Let's Encrypt asks on port 80; the proxy hands that on, and nothing else, to the part that gets certificates."""
    assert SERVICES["proxy"]["environment"]["B12GUIDE_ACME"] == "certificates:8081"
    assert "acl asks_for_proof path_beg /.well-known/acme-challenge/" in PROXY
    plain = PROXY[PROXY.index("frontend plain") :]
    assert "unless { path /health } || asks_for_proof" in plain
    assert "use_backend certificates if asks_for_proof" in plain
    assert PROXY.count("use_backend certificates") == 1
    assert "--http.port :8081" in (ROOT / "deploy" / "renew").read_text()
    assert SERVICES["certificates"]["profiles"] == ["certificates"]


IMAGES = ("docker-compose.yml", "docker-compose.single.yml", "Dockerfile", "deploy/certificates.Dockerfile")


def pin(folder: Path, docker: str) -> int:
    """Run the script on copies of the files, with a `docker` of the test's own."""
    (folder / "deploy").mkdir()
    for name in IMAGES:
        (folder / name).write_text((ROOT / name).read_text())
        assert "@sha256:" not in (ROOT / name).read_text()
    program(folder, "docker", docker)
    return ran(folder, str(ROOT / "tools" / "pin-images"), str(folder)).returncode


def test_images_are_pinned_as_they_were_read(tmp_path: Path) -> None:
    """Each image of the compose file, and those that others are built on, with the digest of the registry; no other."""
    assert pin(tmp_path, 'echo "sha256:$(printf %s "$4" | sha256sum | cut -d" " -f1)"') == 0

    def pinned(image: str) -> str:
        return f"{image}@sha256:{hashlib.sha256(image.encode()).hexdigest()}"

    [lego] = re.findall(r"^ARG LEGO_IMAGE=(.+)$", (ROOT / IMAGES[3]).read_text(), re.MULTILINE)
    bot = {"build": {"args": {"PYTHON_IMAGE": pinned("python:3.10-slim-bookworm")}}}
    built = {"bot": bot, "certificates": {"build": {"args": {"LEGO_IMAGE": pinned(lego)}}}}
    others = {name: {"image": pinned(one["image"])} for name, one in SERVICES.items() if name not in built}
    written = yaml.safe_load((tmp_path / "docker-compose.images.yml").read_text())["services"]
    assert written == {**built, **others}
    single = yaml.safe_load((tmp_path / "docker-compose.single.images.yml").read_text())["services"]
    assert single == {"bot": bot}


@pytest.mark.parametrize("missing", ["python", "redis", "rabbitmq"])
def test_without_every_digest_nothing_is_pinned(tmp_path: Path, missing: str) -> None:
    """Where the registry does not give one of them, no file is written."""
    digest = "0" * 64
    assert pin(tmp_path, f'case "$4" in {missing}:*) exit 1 ;; *) echo "sha256:{digest}" ;; esac') == 1
    assert not list(tmp_path.glob("*images*"))


def test_what_builds_the_environment_is_one_version_checked_by_hash() -> None:
    """uv comes with a hash for each machine that it may run on, on the machine and in the image."""
    lines = (ROOT / "tools" / "uv.txt").read_text().splitlines()
    assert [line for line in lines if re.match(r"uv==[\d.]+ \\$", line)] == [lines[1]]
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", "\n".join(lines))) >= 4
    for user in ("tools/fetch-uv", "Dockerfile"):
        text = (ROOT / user).read_text()
        assert "--require-hashes" in text
        assert "uv>=" not in text


def test_the_image_is_built_in_stages_and_runs_without_rights() -> None:
    """What serves is copied from what built it; the user is none of the machine's; its check is readiness."""
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    last = max(place for place, line in enumerate(lines) if line.startswith("FROM "))
    end = "\n".join(lines[last:])
    assert sum(line.startswith("FROM ") for line in lines) == 3
    assert "COPY --from=serve /app /app" in end
    assert "USER b12guide" in end
    assert "/ready" in end
    assert "apt-get" not in end


def test_the_proxy_marks_what_the_bot_reads() -> None:
    """The header of an address over its limit is the one that the bot knows, and nobody else can send it."""
    assert PROXY.lower().count(OVER_LIMIT_HEADER) == 2
    assert PROXY.index("del-header X-B12Guide") < PROXY.index("set-header X-B12Guide")


def test_the_log_of_the_proxy_tells_nobody_apart() -> None:
    """Neither addresses nor paths nor queries are logged, for a path can hold the token of a plan; nor any word that
    somebody sent: places and methods are those of a list. The line of a connection that failed is no other."""
    [form] = re.findall(r"^\s*log-format '(.+)'$", PROXY, re.MULTILINE)
    [failed] = re.findall(r"^\s*error-log-format '(.+)'$", PROXY, re.MULTILINE)
    assert json.loads(re.sub(r":%\w+([,}])", r":0\1", form)).keys() >= {"place", "status", "ms"}
    assert json.loads(failed.replace("%[fc_err]", "0")).keys() == {"time", "place", "error"}
    for forbidden in ("%ci", "%r", "%HP", "%HU", "%HQ", "%HV", "%HM", "%hr", "%[src]", "%[path]", "%[method]"):
        assert forbidden not in (form + failed).replace("%rc", "")
    for variable in ("place", "method"):
        settings = re.findall(rf"set-var\(txn\.{variable}\) (.+)$", PROXY, re.MULTILINE)
        assert settings
        assert all(" if { " in each or each.startswith("str(") for each in settings)


def test_without_a_server_the_proxy_says_where_help_is() -> None:
    """Nobody who writes while everything is down, too slow, too long or too often is left without the number."""
    for status in ("400", "403", "404", "408", "413", "429", "500", "502", "503", "504"):
        assert re.search(rf"http-error status {status} .*call your local emergency number now", PROXY), status


def test_what_strangers_say_of_where_they_come_from_is_taken_away() -> None:
    """Headers of other proxies do not reach a bot; the one that does is written here."""
    for header in ("X-Forwarded -m beg", "Forwarded", "Via", "X-Real-IP"):
        assert f"    http-request del-header {header}\n" in PROXY
    assert "    option forwardfor\n" in PROXY


def test_each_port_of_the_proxy_has_connections_of_its_own() -> None:
    """What fills the port without TLS takes none from the other, and no address may hold all of either."""
    most = int(re.findall(r"^    maxconn (\d+)$", PROXY.split("frontend")[0], re.MULTILINE)[0])
    ports = {part.split()[0]: part for part in re.split(r"^(?:frontend|backend) ", PROXY, flags=re.MULTILINE)[1:]}
    limits = {
        name: int(re.findall(r"^    maxconn (\d+)$", ports[name], re.MULTILINE)[0]) for name in ("public", "plain")
    }
    assert sum(limits.values()) <= most
    for name, limit in limits.items():
        [held] = re.findall(r"tcp-request connection reject if \{ sc_conn_cur\(0\) gt (\d+) \}", ports[name])
        assert int(held) * 5 < limit
    # 50 people behind one address, with a browser of 6 connections each.
    assert "gt 400" in ports["public"]


def test_the_port_without_tls_repeats_nothing() -> None:
    """It sends people to the address of the settings, never to a host or path that they named."""
    plain = PROXY.split("frontend plain")[1].split("\nbackend ")[0]
    [redirect] = re.findall(r"redirect (.+)$", plain, re.MULTILINE)
    assert redirect.startswith("location %[env(B12GUIDE_PUBLIC_URL)]/ code 301 if ")
    assert "redirect" not in PROXY.split("frontend plain")[0]
    assert SERVICES["proxy"]["environment"]["B12GUIDE_PUBLIC_URL"] == "${B12GUIDE_PUBLIC_URL:-}"


def test_the_unit_is_confined() -> None:
    """The unit's server is no root, writes to its own folder alone, and has time to end."""
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # systemd's names have capitals
    unit.read(ROOT / "deploy" / "b12guide@.service")
    service = unit["Service"]
    assert service["User"] == "b12guide"
    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == "yes"
    assert service["CapabilityBoundingSet"] == ""
    assert int(service["TimeoutStopSec"]) > 20
    assert "--port %i" in service["ExecStart"]
    assert "--interface" not in service["ExecStart"]
