# quotecheck with an offline translator for Spanish, French and Italian posts.
#   docker build -t quotecheck .
#   docker run --rm -v "$PWD:/work" quotecheck check article.html
FROM python:3.11-slim-bookworm

RUN apt-get update -qq \
    && apt-get install -qq -y --no-install-recommends git apertium apertium-eng-spa apertium-fr-es apertium-spa-ita cg3 \
    && rm -rf /var/lib/apt/lists/*

COPY requirements.txt /tmp/requirements.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/requirements.txt && rm /tmp/requirements.txt

COPY . /tmp/quotecheck
RUN pip install --no-cache-dir --no-deps /tmp/quotecheck && rm -rf /tmp/quotecheck

RUN useradd --create-home reader && git config --system --add safe.directory '*'
USER reader
WORKDIR /work
ENTRYPOINT ["quotecheck"]
CMD ["--help"]
