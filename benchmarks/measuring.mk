.PHONY: bench-pairs bench-start

bench-pairs: $(VENV)/.core translator ## score labelled pairs: make bench-pairs FILE=...
	@test -n "$(FILE)" || { echo 'which pairs? make bench-pairs FILE=pairs.jsonl' >&2; exit 2; }
	$(BIN)/python benchmarks/pairs.py $(FILE) $(OPTIONS)

bench-start: $(VENV)/.core translator ## start-up times, memory, installed sizes
	$(BIN)/python benchmarks/start.py $(OPTIONS)
