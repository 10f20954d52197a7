# BatchVideo: `make demo` makes two films, `make test` proves the program. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
PREFIX ?= /usr/local
RELEASE := .build/release
DEMO := out/demo
# `make bench RUNS=1` is quick; the table in docs/performance.md says how many it took.
RUNS ?= 5
JOBS ?= 1000
EXAMPLES ?= 20
SEED ?= 1
BENCH_VENV := .build/bench-venv
API_VENV := .build/api-venv
RECIPES := ../shared/bench
# All tests at once would wait for each other: more of them than the machine has cores for.
WIDTH ?= 8
TEST := $(SWIFT) test --skip-build --experimental-maximum-parallelization-width $(WIDTH)
# Warnings of pkg-config about -pthread, which Swift always links, say nothing.
QUIET := 2> >(grep -v 'prohibited flag(s): -pthread' >&2)

.PHONY: help setup demo test test-web crash contract accuracy bench bench-api bench-web build install clean format

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | column -t -s "$$(printf '\t')"

setup: ## install what is missing (Debian packages, Mandarin readings)
	@scripts/setup

demo: build ## make two films from examples/
	@mkdir -p $(DEMO)
	@$(RELEASE)/batchvideo make examples/一杯茶的时间.txt -o $(DEMO)/tea.mp4 --portrait
	@$(RELEASE)/batchvideo make examples/the-lighthouse.txt -o $(DEMO)/lighthouse.mp4 --landscape --captions karaoke
	@echo; echo "The films, with captions, cover and audio beside them:"; ls -1 $(DEMO)/*.mp4 | sed "s|^|  $$PWD/|"

build: setup ## leave the release program at .build/release/batchvideo
	@$(SWIFT) build -c release --product batchvideo $(QUIET)
	@$(SWIFT) build -c release --product batchvideo-voice $(QUIET)
	@$(SWIFT) build -c release --product batchvideo-render $(QUIET)

# Suites that drive a server from outside go first and alone: beside tests that fill the cores its answers would be late.
OUTSIDE := SchemathesisTests|BrowserTests

test: setup ## pass every test
	@$(SWIFT) build --build-tests $(QUIET)
	@$(TEST) --filter '$(OUTSIDE)' $(QUIET)
	@$(TEST) --skip '$(OUTSIDE)' $(QUIET)

test-web: ## play the user in a real browser; pictures of every page in .build/browser
	@scripts/setup --test
	@$(SWIFT) build --product batchvideo $(QUIET)
	@$(SWIFT) build --product batchvideo-voice $(QUIET)
	@$(SWIFT) build --product batchvideo-render $(QUIET)
	@PYTHONPATH=.build/webtests PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 Tests/Browser/run.py \
		--program .build/debug/batchvideo --out .build/browser

# Everything it does follows from SEED, but for the moments at which the machine gets to it.
crash: ## kill server and workers at random while 1,000 jobs are filed and made, then compare the books
	@$(SWIFT) build --product CrashDrill $(QUIET)
	@rm -rf .build/crash && mkdir -p .build/crash
	@.build/debug/CrashDrill drive --data .build/crash --jobs $(JOBS) --workers 4 --seed $(SEED)

contract: setup ## hold the API against its document with many random requests
	@$(SWIFT) build --build-tests $(QUIET)
	@CONTRACT_EXAMPLES=$(EXAMPLES) $(TEST) --filter SchemathesisTests $(QUIET)

accuracy: setup ## hold the aligner against every voice in every kind of noise
	@$(SWIFT) build --build-tests $(QUIET)
	@ALIGNMENT_PAIRS=all $(TEST) --filter AlignerTests $(QUIET)

bench: build $(BENCH_VENV)/ready ## measure rendering, beside others' recipes when they are there
	@$(RELEASE)/batchvideo bench render --runs $(RUNS) --python $(BENCH_VENV)/bin/python \
		--json .build/bench.json $(if $(wildcard $(RECIPES)/gen_assets.py),--against $(RECIPES))

$(BENCH_VENV)/ready:
	@python3 -m venv $(BENCH_VENV)
	@$(BENCH_VENV)/bin/pip install --quiet numpy==2.2.6 moviepy==2.2.1 \
		opencv-python-headless==4.12.0.88 pillow==11.3.0
	@touch $@

bench-api: build $(API_VENV)/ready ## measure the platform under load, beside FastAPI (a quarter of an hour)
	@$(RELEASE)/batchvideo bench api --python $(API_VENV)/bin/python --json .build/bench-api.json

bench-web: build ## measure the pages in a real browser, with 50,000 jobs in the database
	@scripts/setup --test
	@PYTHONPATH=.build/webtests PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 -u Tests/Browser/figures.py \
		--program $(RELEASE)/batchvideo --json .build/bench-web.json

$(API_VENV)/ready:
	@python3 -m venv $(API_VENV)
	@$(API_VENV)/bin/pip install --quiet fastapi==0.121.3 SQLAlchemy==2.0.44 uvicorn==0.38.0 \
		uvloop==0.23.0 httptools==0.9.0
	@touch $@

install: build ## install the programs and data under PREFIX (default /usr/local)
	install -d $(PREFIX)/bin $(PREFIX)/share/batchvideo
	install -m 755 $(RELEASE)/batchvideo $(RELEASE)/batchvideo-voice $(RELEASE)/batchvideo-render $(PREFIX)/bin
	cp -RL .build/share/batchvideo/. $(PREFIX)/share/batchvideo

format: ## format the Swift sources
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

clean: ## remove everything that was built
	rm -rf .build out
