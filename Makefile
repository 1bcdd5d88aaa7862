# The README's two commands, and what maintainers need. Each does its own set-up.
SHELL := /bin/bash
AS_OF := 2020-07-06T09:00
TONGBAO = .build/release/tongbao

.PHONY: run test check bench format setup clean

## Builds Tongbao and turns the shipped Inbox into the bulletins of May and June 2020.
run: setup
	Scripts/release-build --product tongbao
	$(TONGBAO) run --period 2020-05 --as-of $(AS_OF)
	$(TONGBAO) run --as-of $(AS_OF)

## Everything that must hold, without formatting.
test: setup
	Scripts/layering
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build
	Scripts/recompute short
	Scripts/portable-formulas short

## The whole gate: format, layers, generated files, tests.
check: setup
	Scripts/check

## Readers and writer beside their peers, in a table.
bench: setup
	Scripts/benchmark

format:
	swift format --in-place --recursive Sources Tests Fuzz Benchmarks Package.swift

setup:
	@Scripts/setup

clean:
	rm -rf .build .build-fuzz .build-bench
