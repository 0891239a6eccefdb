# syntax=docker/dockerfile:1
# One image for every process: the API (with the console), the worker, the development inbox and the command line.

FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
COPY tools/after-install.mjs tools/
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install scripts: what runs in production ships ready-made binaries.
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DANGWU_DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /src/apps/api/dist apps/api/dist
COPY --from=build /src/apps/console/dist apps/console/dist
COPY package.json LICENSE ./
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
# Sources are not in the image; --enable-source-maps still names them in stack traces.
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
