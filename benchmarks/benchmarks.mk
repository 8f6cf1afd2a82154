.PHONY: bench-mutations bench-reliability confidences

bench-mutations: $(VENV)/.core translator ## falsified pairs: what is caught, by kind and language
	$(BIN)/python benchmarks/mutations.py $(OPTIONS)

bench-reliability: $(VENV)/.core translator ## how far the confidences can be believed, cross-validated
	$(BIN)/python benchmarks/reliability.py $(OPTIONS)

confidences: $(VENV)/.core translator ## learn quotecheck/rules/calibration.toml anew
	$(BIN)/python benchmarks/learn_confidences.py $(OPTIONS)

bench-ci: $(VENV)/.core translator ## a cold run over 200 articles, a warm one, one article changed
	$(BIN)/python benchmarks/ci.py $(OPTIONS)

bench-quotations: $(VENV)/.core ## quotations, speakers, cues and kinds on labelled paragraphs
	$(BIN)/python benchmarks/quotations.py $(OPTIONS)

bench-extract: $(VENV)/.core ## reading pages, beside trafilatura and others where they are installed
	$(BIN)/python -m pip install -q --disable-pip-version-check trafilatura readability-lxml || true
	$(BIN)/python benchmarks/extract.py $(OPTIONS)
