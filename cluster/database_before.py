"""A database as it was made before its tables had a version: by literal SQL, for SQLite and Postgres, with rows."""

from __future__ import annotations

import json
from typing import Any

TABLES = (
    "CREATE TABLE conversation_events (sender_id VARCHAR(255) NOT NULL, seq INTEGER NOT NULL, timestamp FLOAT, "
    "data TEXT NOT NULL, PRIMARY KEY (sender_id, seq))",
    "CREATE TABLE conversation_slots (sender_id VARCHAR(255) NOT NULL, updated FLOAT, data TEXT NOT NULL, "
    "PRIMARY KEY (sender_id))",
    "CREATE INDEX ix_conversation_slots_updated ON conversation_slots (updated)",
    "CREATE TABLE channel_messages (number {number} NOT NULL, channel VARCHAR(40) NOT NULL, key VARCHAR(80) NOT NULL, "
    "conversation VARCHAR(255) NOT NULL, received FLOAT NOT NULL, owner VARCHAR(40), held_until FLOAT, "
    "tries INTEGER NOT NULL, message TEXT, answer TEXT, sent INTEGER NOT NULL, PRIMARY KEY (number), UNIQUE (key))",
    "CREATE INDEX ix_channel_messages_conversation ON channel_messages (conversation)",
    "CREATE INDEX ix_channel_messages_held_until ON channel_messages (held_until)",
    "CREATE TABLE channel_people (conversation VARCHAR(255) NOT NULL, stopped BOOLEAN NOT NULL, rest TEXT NOT NULL, "
    "choices TEXT NOT NULL, updated FLOAT NOT NULL, PRIMARY KEY (conversation))",
)
PERSON, PHONE, SAID, SLOTS = "ann", "sms-5f0c", "a quince every 12 weeks", {"awaiting": "plan"}
STARTED = 1_790_000_000.0


def make(connection: Any) -> None:
    """Make the tables, with a conversation of a browser, and a phone that said STOP and has a message waiting."""
    number = "SERIAL" if connection.dialect.name == "postgresql" else "INTEGER"
    for statement in TABLES:
        connection.exec_driver_sql(statement.format(number=number))
    events: list[dict[str, Any]] = [
        {"event": "user", "timestamp": STARTED, "text": SAID, "parse_data": {"intent": {"name": "plan"}}},
        {"event": "slot", "timestamp": STARTED, "name": "awaiting", "value": "plan"},
        {"event": "bot", "timestamp": STARTED + 1, "text": "Is that right?", "data": {}},
    ]
    for seq, event in enumerate(events):
        _insert(connection, "conversation_events", PERSON, seq, event["timestamp"], json.dumps(event))
    _insert(connection, "conversation_slots", PERSON, STARTED + 1, json.dumps(SLOTS))
    connection.exec_driver_sql(
        "INSERT INTO channel_messages (channel, key, conversation, received, owner, held_until, tries, message, sent) "
        f"VALUES ('sms', 'k1', '{PHONE}', {STARTED}, 'gone', {STARTED}, 1, '{{}}', 0)"
    )
    connection.exec_driver_sql(f"INSERT INTO channel_people VALUES ('{PHONE}', TRUE, 'more', '[]', {STARTED})")


def _insert(connection: Any, table: str, *values: object) -> None:
    said = ", ".join(f"'{value}'" if isinstance(value, str) else str(value) for value in values)
    connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({said})")
