.PHONY: bench-audit

bench-audit: $(VENV)/.core translator ## an audit beside a newsroom's script and the floor: throughput and memory
	$(INSTALL_COMPARED)
	$(BIN)/python benchmarks/audit.py $(OPTIONS)
