#!/usr/bin/env bash
# Builds the container and looks whether it runs as deploy/compose.yaml runs it: read-only, as its user, healthy, and
# ended by SIGTERM with 0. Needs Docker. No chat is reached: Slack's address is one at which nobody listens.
set -euo pipefail
cd "$(dirname "$0")/.."
docker build --quiet --file deploy/Containerfile --tag meetup-bot .
bot=$(docker run --detach --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --memory 512m \
  --env SLACK_BOT_TOKEN=xoxb-nobody --env SLACK_SIGNING_SECRET=nobody --env SLACK_API_URL=http://127.0.0.1:9/api/ \
  --publish 127.0.0.1:9464:9464 meetup-bot)
fail() {
  echo "FAILED: $1" >&2
  docker logs "$bot" >&2
  exit 1
}
trap 'docker rm --force "$bot" >/dev/null' EXIT

for _ in $(seq 30); do
  curl --silent --fail http://127.0.0.1:9464/healthz >/dev/null && break
  sleep 1
done
curl --silent --fail http://127.0.0.1:9464/healthz || fail 'no answer from /healthz'
# The notes are read, and the database in the volume can be written to.
curl --silent --fail 'http://127.0.0.1:9464/readyz?exclude=chat:slack' || fail 'not ready'
[ "$(docker exec "$bot" id -un)" = node ] || fail 'it does not run as node'
! docker exec "$bot" touch /app/file 2>/dev/null || fail 'its root file system can be written to'
docker exec "$bot" node dist/main.js ask --json kubernetes | grep --quiet '"answered"' || fail 'it answers nothing'
docker stop --time 30 "$bot" >/dev/null
[ "$(docker inspect --format '{{.State.ExitCode}}' "$bot")" = 0 ] || fail 'SIGTERM did not end it with 0'
echo 'The container runs as it should.'
