"""Postgres, Redis, RabbitMQ and the proxy as processes of the cluster's own: started, hung, killed, started again."""

from __future__ import annotations

import contextlib
import os
import pwd
import random
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from cluster.programs import ClusterError, find

LOOPBACK = "127.0.0.1"
FIRST_PORT, LAST_PORT = 5300, 5399
ROOT = Path(__file__).resolve().parent.parent
# As in docker-compose.yml: Erlang would otherwise burn processor time to be quick, which others on the machine need.
NO_BUSY_WAITING = "+sbwt none +sbwtdcpu none +sbwtdio none"
_given: set[int] = set()


def free_port() -> int:
    """A loopback port that nothing uses, and that was not given away before; any, as others may look for one now."""
    ports = range(FIRST_PORT, LAST_PORT + 1)
    for port in random.sample(ports, len(ports)):
        if port not in _given:
            with contextlib.suppress(OSError), socket.socket() as probe:
                probe.bind((LOOPBACK, port))
                _given.add(port)
                return port
    raise ClusterError(f"All ports from {FIRST_PORT} to {LAST_PORT} are taken.")


def answers(port: int) -> bool:
    """Whether something listens there."""
    with contextlib.suppress(OSError), socket.create_connection((LOOPBACK, port), timeout=0.5):
        return True
    return False


class Service:
    """A program in a process group of its own."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        folder: Path,
        *,
        ready: Callable[[], bool],
        env: Mapping[str, str] | None = None,
        user: str | None = None,
        patience: float = 120,
        cwd: Path | None = None,
    ) -> None:
        """`ready` says whether it can be used; `user` runs it, where this process may choose that."""
        self.name, self.command, self.folder, self.ready, self.patience = name, command, folder, ready, patience
        self.env = {**os.environ, **(env or {})}
        self.user = user if user and os.geteuid() == 0 else None
        self.cwd = cwd or folder
        self.log = folder / f"{name}.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *, wait: bool = True) -> None:
        """Start it, and wait until it can be used."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=self.cwd,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=self.user,
            )
        if wait:
            self.wait()

    def wait(self) -> None:
        """Wait until it can be used.

        Raises:
            ClusterError: it ended, or is not ready in time; with the end of its log.
        """
        deadline = time.monotonic() + self.patience
        while time.monotonic() < deadline:
            if self.process is None or self.process.poll() is not None:
                break
            if self.ready():
                return
            time.sleep(0.1)
        tail = self.log.read_text(errors="replace")[-1500:] if self.log.exists() else ""
        raise ClusterError(f"{self.name} did not start:\n{tail}")

    def send(self, number: int) -> None:
        """Send a signal to all of its processes."""
        if self.process is not None:
            for group in self._groups():
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(group, number)

    def hang(self) -> None:
        """It takes connections and answers nobody."""
        self.send(signal.SIGSTOP)

    def go_on(self) -> None:
        """It answers again."""
        self.send(signal.SIGCONT)

    def kill(self) -> None:
        """It is gone at once."""
        self.send(signal.SIGKILL)
        if self.process is not None:
            self.process.wait()

    def stop(self) -> None:
        """It ends in order; what does not end within 20 seconds is killed."""
        if self.process is None or self.process.poll() is not None:
            return
        self.send(signal.SIGCONT)
        self.process.send_signal(signal.SIGINT if self.name == "postgres" else signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(20)
        self.kill()

    def seconds_of_processor(self) -> float:
        """Processor time that it and its children have used since its start, in seconds."""
        ticks = 0
        for pid in self._family():
            with contextlib.suppress(OSError):
                fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
                # Its own, and what children used that have ended since.
                ticks += sum(map(int, fields[11:15]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def _groups(self) -> set[int]:
        """Postgres and Erlang give children process groups of their own."""
        return set(self._family().values())

    def _family(self) -> dict[int, int]:
        """The process and its children, each with its process group."""
        assert self.process is not None
        listing = subprocess.run(["ps", "-eo", "pid=,ppid=,pgid="], capture_output=True, text=True, check=True).stdout
        rows = [tuple(map(int, line.split())) for line in listing.splitlines()]
        family, grown = {self.process.pid}, True
        while grown:
            more = {pid for pid, parent, _ in rows if parent in family} - family
            family |= more
            grown = bool(more)
        return {pid: group for pid, _, group in rows if pid in family}


class Services:
    """All of them, on ports and in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.password = secrets.token_hex(16)
        self.running: list[Service] = []
        self.postgres_port, self.redis_port, self.rabbit_port = free_port(), free_port(), free_port()
        self.postgres, self.redis, self.rabbit = self._postgres(), self._redis(), self._rabbit()

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which a server finds them, secrets in files as in a deployment."""
        values = {
            "B12GUIDE_DATABASE": self.database,
            "B12GUIDE_REDIS": f"redis://:{self.password}@{LOOPBACK}:{self.redis_port}/0",
            "B12GUIDE_EVENTS": self.events,
            "B12GUIDE_SECRET": self.secret,
        }
        for name, value in values.items():
            (self.folder / name).write_text(value)
        return {f"{name}_FILE": str(self.folder / name) for name in values}

    @property
    def database(self) -> str:
        """The address of Postgres."""
        return f"postgresql://b12guide:{self.password}@{LOOPBACK}:{self.postgres_port}/b12guide"

    @property
    def secret(self) -> str:
        """What conversations are signed with, the same for all servers."""
        return self.password * 2

    @property
    def events(self) -> str:
        """The address of RabbitMQ."""
        return f"amqp://b12guide:{self.password}@{LOOPBACK}:{self.rabbit_port}/"

    def start(self) -> None:
        """Start all."""
        for service in (self.postgres, self.redis, self.epmd, self.rabbit):
            self.running.append(service)
            service.start(wait=False)
        for service in (self.postgres, self.redis, self.rabbit):
            service.wait()
        self._make_database()

    def start_postgres(self) -> None:
        """Start Postgres alone."""
        self.running.append(self.postgres)
        self.postgres.start()
        self._make_database()

    def _make_database(self) -> None:
        self.sql(f"CREATE ROLE b12guide LOGIN PASSWORD '{self.password}'", database="postgres")
        self.sql("CREATE DATABASE b12guide OWNER b12guide", database="postgres")

    def stop(self) -> None:
        """End all."""
        for service in reversed(self.running):
            service.stop()

    def sql(self, statement: str, *, database: str = "b12guide") -> list[tuple[object, ...]]:
        """Run a statement as the owner of the database server."""
        import psycopg2

        connection = psycopg2.connect(host=str(self.sockets), port=self.postgres_port, user="postgres", dbname=database)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return list(cursor.fetchall()) if cursor.description else []
        finally:
            connection.close()

    def _postgres(self) -> Service:
        data = self.folder / "postgres"
        self.sockets = self.folder / "sockets"
        user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        for path in (data, self.sockets):
            path.mkdir()
            if os.geteuid() == 0:
                shutil.chown(path, user)
        # Whoever can open the socket is in; over the network a password is needed, as in a deployment.
        command = [
            str(find("initdb")),
            "-D",
            str(data),
            "-U",
            "postgres",
            "--auth-local=trust",
            "--auth-host=scram-sha-256",
        ]
        chosen = user if os.geteuid() == 0 else None
        done = subprocess.run(command, user=chosen, cwd=data, capture_output=True, text=True)
        if done.returncode:
            raise ClusterError(f"initdb failed: {done.stderr[-1000:]}")
        options = {"port": self.postgres_port, "listen_addresses": LOOPBACK, "unix_socket_directories": self.sockets}
        return Service(
            "postgres",
            [str(find("postgres")), "-D", str(data), *(f"-c{name}={value}" for name, value in options.items())],
            self.folder,
            ready=self._postgres_ready,
            user=user,
        )

    def _postgres_ready(self) -> bool:
        try:
            return bool(self.sql("SELECT 1", database="postgres"))
        except Exception:  # of any kind while it starts
            return False

    def _redis(self) -> Service:
        configuration = self.folder / "redis.conf"
        configuration.write_text(
            f'bind {LOOPBACK}\nport {self.redis_port}\nrequirepass {self.password}\nsave ""\nappendonly no\n'
        )
        return Service(
            "redis",
            [str(find("redis-server")), str(configuration)],
            self.folder,
            ready=lambda: answers(self.redis_port),
        )

    def _rabbit(self) -> Service:
        distribution, names = free_port(), free_port()
        home = self.folder / "rabbit"
        home.mkdir()
        (home / "rabbitmq.conf").write_text(
            f"listeners.tcp.1 = {LOOPBACK}:{self.rabbit_port}\ndefault_user = b12guide\n"
            f"default_pass = {self.password}\nloopback_users = none\nlog.console = true\nlog.file = false\n"
        )
        (home / "enabled_plugins").write_text("[].\n")
        env = {
            "HOME": str(home),
            "ERL_EPMD_PORT": str(names),
            "ERL_EPMD_ADDRESS": LOOPBACK,
            "RABBITMQ_NODENAME": f"b12guide{self.rabbit_port}@localhost",
            "RABBITMQ_DIST_PORT": str(distribution),
            "RABBITMQ_MNESIA_BASE": str(home / "data"),
            "RABBITMQ_LOG_BASE": str(home),
            "RABBITMQ_CONFIG_FILE": str(home / "rabbitmq.conf"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "enabled_plugins"),
            "RABBITMQ_CONF_ENV_FILE": str(home / "none"),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": NO_BUSY_WAITING,
        }
        command = [str(find("epmd")), "-port", str(names), "-address", LOOPBACK]
        # Erlang's register of names would otherwise stay behind as a daemon.
        self.epmd = Service("epmd", command, self.folder, ready=lambda: answers(names))
        return Service(
            "rabbitmq",
            [str(find("rabbitmq-server"))],
            self.folder,
            ready=lambda: answers(self.rabbit_port),
            env=env,
            patience=300,
        )
