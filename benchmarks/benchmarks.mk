.PHONY: bench-mutations

bench-mutations: $(VENV)/.core translator ## falsified pairs: what is caught, by type and language
	$(BIN)/python benchmarks/mutations.py
