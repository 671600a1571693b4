# lego, which gets certificates from Let's Encrypt, with a folder that its user may write to.
ARG LEGO_IMAGE=goacme/lego:v4.17
FROM ${LEGO_IMAGE}
RUN mkdir /certificates && chown 10002:10002 /certificates
COPY renew /usr/local/bin/renew
USER 10002:10002
ENTRYPOINT ["sh", "/usr/local/bin/renew"]
