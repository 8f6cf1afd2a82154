.PHONY: bench-audit

bench-audit: $(VENV)/.core translator ## an audit beside a newsroom's script and the floor: throughput and memory
	$(BIN)/python -m pip install -q --disable-pip-version-check beautifulsoup4 selectolax
	$(BIN)/python benchmarks/audit.py $(OPTIONS)
