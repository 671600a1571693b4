# Everything starts here. Needs Python (3.10, or a network from which uv can fetch one), pip, venv, make and git.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run chat setup train test lint bench widget screenshots lighthouse faults report check-content lock clean \
  test-fast test-whole browser firefox test-firefox trace review sign test-cluster attacks reminders capacity sbom tune tune-on tune-talk tune-talk-on audit audit-lock hazards pin-images

PORT ?= 5005
MESSAGES ?= 10000
FAULTS ?= docs/faults.md
# Folders whose tests need no server; in them, those that need the model are marked by tests/conftest.py.
FAST := tests/plan tests/safety tests/content tests/understanding tests/reports tests/tune tests/web tests/test_[a-z]*.py
TEXT ?= how long until I feel better?
# Two workers, a file to each; the longest files come first (tests/conftest.py).
SHARED := -n 2 --dist loadfile --no-loadscope-reorder
VENV := .venv
PYTHON := $(VENV)/bin/python
TOOLS := .cache/uv
UV := $(shell command -v uv || echo $(TOOLS)/bin/uv)
ENCODER := build/encoder/minilm-int8.onnx
TALK := build/encoder/talk-int8.onnx
LARGE := build/encoder/mpnet-int8.onnx
# What `make tune` and `make tune-talk` learned.
ADAPTER := tune/second_reader.npz
TALK_TAUGHT := tune/talk_encoder.npz
# The model is trained anew when anything it is made from is newer than this mark; a folder is newer when a file of it is gone.
MODEL := models/.trained
# A signature changes nothing that the model is made from.
MADE_FROM := config.yml domain.yml $(shell find data content -type d -not -path content/reviews) $(shell find data content b12guide/understanding b12guide/rasa b12guide/safety b12guide/content b12guide/topics.py -type f -not -path '*/__pycache__/*' -not -path 'content/reviews/*')

export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export PYTHONUNBUFFERED := 1

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

run: $(MODEL) ## serve the chat page and the REST path on one port [PORT=5005]
	@exec $(PYTHON) -m b12guide.serve --port $(PORT)

chat: $(MODEL) ## talk to the bot in the terminal
	@exec $(PYTHON) -m b12guide.terminal

setup: $(VENV)/.ready $(ENCODER) $(TALK) $(LARGE) ## the environment, the encoders of sentences, and of plans and questions, and the second reader

train: $(MODEL) ## the model, if anything it is made from has changed

test: $(MODEL) browser ## every test
	@tools/step "Testing, on two cores" $(PYTHON) -m pytest $(SHARED)

test-whole: $(MODEL) browser ## every test with every message of every labelled set and every random example
	@THOROUGH=1 tools/step "Testing the whole, on two cores" $(PYTHON) -m pytest $(SHARED)

test-fast: $(VENV)/.ready $(ENCODER) $(TALK) ## what needs no model, server or browser: for every save
	@$(PYTHON) -m pytest $(SHARED) -m "not slow" $(FAST)

browser: $(VENV)/.ready ## Chromium and the packages that the tests of the widget run with
	@tools/find-browser chromium
	@$(PYTHON) -m tools.widget install

firefox: $(VENV)/.ready ## Firefox, for make test-firefox
	@tools/find-browser firefox
	@$(PYTHON) -m tools.widget install

test-firefox: $(MODEL) firefox ## the tests of the widget in Firefox (15 minutes)
	@WIDGET_BROWSER=firefox $(PYTHON) -m pytest $(SHARED) tests/widget

test-cluster: $(MODEL) ## strangers at the proxy, faults on real Postgres, Redis, RabbitMQ, reminders, then attacks (17 minutes; writes docs/faults.md)
	@$(PYTHON) -m cluster.strangers
	@$(PYTHON) -m cluster.faults --messages $(MESSAGES) --report $(FAULTS)
	@$(PYTHON) -m cluster.reminders --reminders 1000 --kills 20 --report build/reminders.md
	@$(PYTHON) -m cluster.attacks --short --report $(FAULTS)

attacks: $(MODEL) ## a stranger attacks a server of ours: are the others answered? (5 minutes; a section of docs/faults.md)
	@$(PYTHON) -m cluster.attacks --report $(FAULTS)

reminders: $(VENV)/.ready ## 10,000 reminders while their servers are killed 200 times (10 minutes; two sections of docs/faults.md)
	@$(PYTHON) -m cluster.zones --report $(FAULTS)
	@$(PYTHON) -m cluster.reminders --report $(FAULTS)

capacity: $(MODEL) ## throughput and response times of 1 to 3 servers (5 minutes, on an idle machine; writes docs/capacity.md)
	@$(PYTHON) -m cluster.capacity

sbom: $(VENV)/.ready | $(UV) ## what it is made of, as CycloneDX, in build/sbom-*.json
	@tools/step "Listing every package" tools/sbom $(UV) $(VENV) build

audit-lock: $(VENV)/.ready | $(UV) ## known holes of what is pinned, which SECURITY.md does not name [ADVISORIES=folder]
	@tools/audit-lock $(UV) $(PYTHON) $(ADVISORIES)

pin-images: ## the digests of the containers' images, into docker-compose.images.yml (needs Docker and a network)
	@tools/pin-images

lint: $(VENV)/.ready ## style, types, layers, and whether what is imported is declared
	$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check . && $(VENV)/bin/mypy && $(VENV)/bin/lint-imports
	$(VENV)/bin/deptry b12guide actions && $(VENV)/bin/deptry . --ignore DEP004

bench: $(MODEL) | $(UV) ## speed, memory and start against stock Rasa (an hour or two; writes docs/bench.md)
	$(PYTHON) -m bench.plans
	$(PYTHON) -m bench.triage_speed
	$(PYTHON) -m bench.worst_text --write
	$(PYTHON) -m bench.compare_rasa
	$(PYTHON) -m bench.speed --write
	$(PYTHON) -m bench.encoder --write

report: $(MODEL) ## the evaluation reports in docs/ (docs/safety.md, docs/understanding.md, docs/content-report.md, docs/clinical-safety)
	@for one in $(notdir $(basename $(filter-out reports/_%,$(wildcard reports/[a-z]*.py)))); do $(PYTHON) -m reports.$$one || exit 1; done

audit: $(MODEL) ## a triage audit of labelled messages (writes docs/clinical-safety/audit.md) [SETS=folder OUT=page.md]
	@$(PYTHON) -W ignore -m reports.audit $(if $(SETS),--sets "$(SETS)") $(if $(OUT),--page "$(OUT)")

hazards: $(VENV)/.ready ## the hazard log as a page, from docs/clinical-safety/hazards.yml
	@$(PYTHON) -m reports.hazards

widget: $(VENV)/.ready ## build the widget from widget/ (b12guide/web/static/widget.js is committed: only after changing it)
	@tools/step "Building the widget (5 seconds; the first time half a minute)" $(PYTHON) -m tools.widget build

screenshots: $(MODEL) browser ## the pictures of the README, taken anew in docs/pictures
	$(PYTHON) -m tools.screenshots

lighthouse: $(MODEL) browser ## Lighthouse on the page, and how soon a message can be typed (writes docs/widget.md)
	$(PYTHON) -m tools.lighthouse --write

faults: $(MODEL) browser ## 200 random runs of the widget with faults: is a message lost or doubled? (15 minutes; writes docs/widget.md)
	$(PYTHON) -m bench.widget_faults --write

trace: $(MODEL) ## the way of a message through our files [TEXT="how long until I feel better?"]
	@$(PYTHON) -W ignore -m tools.trace "$(TEXT)"

check-content: $(VENV)/.ready ## what is missing, overdue, too hard to read, or signed and then changed in content/
	@$(PYTHON) -m b12guide.review.check content

review: $(VENV)/.ready ## a page to read and sign for each topic, care card and language, in build/review
	@$(PYTHON) -m b12guide.review.pages --content content --to build/review

sign: $(VENV)/.ready ## sign what a page of make review shows; the page has the command [TOPIC= HASH= NAME= ROLE=]
	@$(PYTHON) -m b12guide.review.sign --of "$$TOPIC" --hash "$$HASH" --name "$$NAME" --role "$$ROLE"

tune: $(VENV)/.ready | $(UV) ## what the second reader has learned, anew: an hour and a half on two cores, 3 GB to download (after changes in tune/)
	@tools/tune $(UV) $(PYTHON) second_reader $(ADAPTER)

tune-on: $(VENV)/.ready | $(UV) ## what the second reader has learned, and the lessons that came since: half an hour on two cores, 3 GB to download [NEW=files of tune/lessons that came since: 10 minutes]
	@NEW="$(NEW)" tools/tune $(UV) $(PYTHON) second_reader $(ADAPTER) $(ADAPTER)

tune-talk: $(VENV)/.ready | $(UV) ## what the encoder of plans and questions has learned, anew: an hour on two cores, 3 GB to download
	@tools/tune $(UV) $(PYTHON) talk_encoder $(TALK_TAUGHT)

tune-talk-on: $(VENV)/.ready | $(UV) ## what it has learned, and the messages and questions that came since: half an hour on two cores, 3 GB to download
	@tools/tune $(UV) $(PYTHON) talk_encoder $(TALK_TAUGHT) $(TALK_TAUGHT)

lock: $(UV) ## resolve requirements.lock and tune.lock anew
	$(UV) pip compile --universal --generate-hashes --python-version 3.10 --overrides overrides.txt \
	  --extra server --extra dev --no-emit-index-url --no-annotate --quiet pyproject.toml -o requirements.lock
	$(UV) pip compile --generate-hashes --python-version 3.10 --python-platform linux \
	  --no-emit-index-url --no-annotate --quiet tune/requirements.in -o tune.lock

clean: ## remove everything that was built (conversations in var/ stay)
	rm -rf $(VENV) .cache build models .rasa .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info standin/*.egg-info

$(TOOLS)/bin/uv:
	@tools/step "Fetching uv, which builds the environment (5 seconds)" tools/fetch-uv $(TOOLS)

$(VENV)/.ready: requirements.lock pyproject.toml standin/pyproject.toml .python-version | $(UV)
	@tools/step "Building the environment in $(VENV) (1 to 5 minutes, most of it downloading 400 MB)" tools/build-venv $(UV) $(VENV)
	@touch $@

$(ENCODER): b12guide/understanding/encoder/encoder_build.py $(VENV)/.ready
	@tools/step "Building the sentence encoder (10 seconds)" $(PYTHON) -m b12guide.understanding.encoder.encoder_build build/encoder

$(TALK): b12guide/understanding/encoder/talk_encoder_build.py b12guide/understanding/encoder/encoder_build.py b12guide/understanding/encoder/layers.py $(TALK_TAUGHT) $(ENCODER) $(VENV)/.ready
	@tools/step "Building the encoder of plans and questions (10 seconds)" $(PYTHON) -m b12guide.understanding.encoder.talk_encoder_build build/encoder

$(LARGE): b12guide/understanding/encoder/tuned_reader_build.py b12guide/understanding/encoder/encoder_build.py $(ADAPTER) weights.lock $(VENV)/.ready | $(UV)
	@tools/step "Fetching the second reader's weights (1 to 5 minutes: 400 MB)" tools/fetch-weights $(UV) $(PYTHON) build/weights
	@tools/step "Building the second reader (half a minute)" $(PYTHON) -m b12guide.understanding.encoder.tuned_reader_build build/encoder build/weights
	@rm -rf build/weights

$(MODEL): $(MADE_FROM) $(ENCODER) $(TALK) $(LARGE)
	@tools/step "Training the model (about a minute)" tools/train $(PYTHON)
	@touch $@
