# Built in two stages: the second has no compiler, no uv and no caches.
FROM python:3.10-slim-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make git && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir "uv>=0.8"
WORKDIR /app
COPY . .
RUN make setup train && rm -rf .cache build/encoder/minilm-float32.onnx

FROM python:3.10-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /app b12guide && mkdir /data && chown b12guide /data
WORKDIR /app
COPY --from=build /app /app
ENV B12GUIDE_DATA=/data RASA_TELEMETRY_ENABLED=false PYTHONUNBUFFERED=1
USER b12guide
VOLUME /data
EXPOSE 5005
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s CMD \
  ["/app/.venv/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:5005/health', timeout=2)"]
CMD ["/app/.venv/bin/python", "-m", "b12guide.serve", "--interface", "0.0.0.0", "--port", "5005"]
