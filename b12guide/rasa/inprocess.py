"""Runs the actions in the server's own process: one port, nothing that can be down, no second HTTP call."""

from __future__ import annotations

import copy
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import SimpleNamespace
from typing import Any

import rasa.core.actions.action as rasa_action
from rasa.core import processor
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.policies import memoization, rule_policy
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import Event
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from b12guide.rasa.decided import state_in
from b12guide.rasa.graph_runner import InOrderRunner
from b12guide.rasa.stored_events import event_class
from b12guide.rasa.understood import in_thread, is_long

PACKAGE, PLAN_ACTION = "actions", "action_plan"
_PLANS = ThreadPoolExecutor(max_workers=1, thread_name_prefix="plans")


class ActionReplyError(ValueError):
    """An action returned what Rasa cannot use."""


class InProcessActions(EndpointConfig):
    """An action endpoint that calls the package of actions instead of a server.

    An action that raises is an error of the endpoint, as with a server: Rasa logs it, and the channel answers.
    """

    def __init__(self, package: str = PACKAGE) -> None:
        super().__init__(url=f"inprocess://{package}", enable_selective_domain=True)
        self.kwargs["enable_selective_domain"] = True
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Run the action named in `kwargs["json"]`; returns what an action server would, and that the turn is over.

        After each of our actions the bot listens. Said here, no policy needs to be asked for it: the same would come
        of it after the longest part of a turn.
        """
        try:
            call = kwargs["json"]
            run, tracker = partial(self._executor.run, call), call.get("tracker") or {}
            if is_long((tracker.get("latest_message") or {}).get("text")):
                result: dict[str, Any] = await in_thread(run)
            elif _has_plan(call):
                result = await in_thread(run, _PLANS)
            else:
                result = await run()
            return {**result, "events": [*result["events"], FollowupAction(ACTION_LISTEN_NAME)]}
        except ActionExecutionRejection as rejection:
            reason = {"action_name": rejection.action_name, "error": rejection.message}
            raise ClientResponseError(400, "rejected", json.dumps(reason)) from rejection


def _has_plan(call: dict[str, Any]) -> bool:
    """Whether an action may work out dates, of which there can be thousands."""
    slots = (call.get("tracker") or {}).get("slots") or {}
    return call.get("next_action") == PLAN_ACTION or bool(state_in(slots).plans)


def _validate(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Rasa builds and checks a JSON schema at every reply (14 ms). Our own actions need no more than the outline of it.

    Raises:
        ActionReplyError: the reply is no object with lists of events and responses.
    """
    if not isinstance(result, dict):
        raise ActionReplyError(f"The action '{self.name()}' returned no object: see actions/.")
    for name, wanted in (("events", "event"), ("responses", None)):
        items = result.get(name, [])
        if not isinstance(items, list) or not all(isinstance(i, dict) and (not wanted or wanted in i) for i in items):
            raise ActionReplyError(f"The action '{self.name()}' returned {name} of a wrong form: see actions/.")
    return True


# What Rasa writes at the level "debug" it copies first, at every step of every turn, whether it is written or not.
_COPY_NOTHING = SimpleNamespace(deepcopy=lambda value: value, copy=copy.copy)


def install(agent: Agent) -> None:
    """Give `agent` the in-process endpoint and a runner that keeps its order, and spare it work for nothing."""
    rasa_action.RemoteAction._validate_action_result = _validate
    Event.resolve_by_type = staticmethod(event_class)
    if not logging.getLogger().isEnabledFor(logging.DEBUG):
        processor.copy = rule_policy.copy = memoization.copy = _COPY_NOTHING
    endpoint = InProcessActions()
    agent.action_endpoint = endpoint
    if agent.processor is not None:
        agent.processor.action_endpoint = endpoint
        runner = agent.processor.graph_runner
        if isinstance(runner, DaskGraphRunner):
            agent.processor.graph_runner = InOrderRunner(runner)
        # Rasa builds an empty domain at every message to see that ours is none.
        agent.processor.domain.is_empty = lambda: False
