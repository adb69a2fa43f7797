# Countersign: make demo shows it, make test proves it. Everything else serves these two.

SHELL := /bin/bash
.DEFAULT_GOAL := help
SWIFT ?= swift
PREFIX ?= /usr/local

# What a fresh Debian 12 lacks beside the Swift toolchain, git and make.
PACKAGES := libncurses-dev libssl-dev libsqlite3-dev libqrencode-dev libxml2-dev libstdc++-12-dev \
            ca-certificates tmux pkg-config
# What pictures, codes in pictures and the clipboard are read with, when the program runs.
PICTURES := chafa wl-clipboard xclip zbar-tools
# What some tests try the keyring, the fingerprint reader and codes with; they are skipped without it.
RECOMMENDED := $(PICTURES) dbus fprintd gnome-keyring libsecret-tools python3-dbusmock qrencode
RELEASE  := -c release --static-swift-stdlib --product
FORMATTED := Sources Tests Resources Package.swift

.PHONY: help setup optional build release demo test lint bench install clean

help: ## Show the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/ \t/' | expand -t 12

setup: ## Install the missing Debian packages
	@Scripts/setup $(PACKAGES)

optional: ## Install what pictures, and the tests of keyring and reader, need
	@Scripts/setup $(RECOMMENDED)

build: setup ## Build for development
	$(SWIFT) build

release: setup ## Build the one file to install
	$(SWIFT) build $(RELEASE) countersign

demo: release ## Try it: a sandbox bank and the interface
	@"$$($(SWIFT) build $(RELEASE) countersign --show-bin-path)/countersign" demo

test: setup ## Run every test, those in a real terminal included
	@Scripts/test $(SWIFT)

lint: ## Check the formatting
	$(SWIFT) format lint --strict --recursive $(FORMATTED)

bench: release ## Measure the release build
	$(SWIFT) build $(RELEASE) countersign-bench
	@"$$($(SWIFT) build $(RELEASE) countersign-bench --show-bin-path)/countersign-bench"

install: release ## Copy the program to PREFIX/bin (/usr/local)
	install -D -m 755 "$$($(SWIFT) build $(RELEASE) countersign --show-bin-path)/countersign" \
	  "$(DESTDIR)$(PREFIX)/bin/countersign"

clean: ## Remove everything that was built
	$(SWIFT) package clean
