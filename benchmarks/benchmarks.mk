# What quotecheck is measured beside; Python 3.11's own pip stumbles over its names of extras.
INSTALL_COMPARED := $(BIN)/python -m pip install -q --upgrade pip && $(BIN)/python -m pip install -q -e '.[bench]'

.PHONY: bench-mutations bench-reliability confidences

bench-mutations: $(VENV)/.core translator ## falsified pairs: what is caught, by kind and language
	$(BIN)/python benchmarks/mutations.py $(OPTIONS)

bench-reliability: $(VENV)/.core translator ## how far the confidences can be believed, cross-validated
	$(BIN)/python benchmarks/reliability.py $(OPTIONS)

confidences: $(VENV)/.core translator ## learn quotecheck/rules/calibration.toml anew
	$(BIN)/python benchmarks/learn_confidences.py $(OPTIONS)

bench-ci: $(VENV)/.core translator ## a cold run over 200 articles, a warm one, one article changed
	$(BIN)/python benchmarks/ci.py $(OPTIONS)

bench-articles: $(VENV)/.core translator ## whole articles of ours, faithful and falsified
	$(BIN)/python benchmarks/articles.py $(OPTIONS)

bench-quotations: $(VENV)/.core ## quotations, speakers, cues and kinds on labelled paragraphs
	$(BIN)/python benchmarks/quotations.py $(OPTIONS)

bench-extract: $(VENV)/.core ## reading pages, beside trafilatura, readability and newspaper4k
	$(INSTALL_COMPARED)
	$(BIN)/python benchmarks/extract.py $(OPTIONS)
