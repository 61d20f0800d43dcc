#!/bin/sh
# Creates the secrets for compose.yaml, once. Keep secrets/master.key: without it the secrets in the
# database cannot be read.
set -eu
cd "$(dirname "$0")"

if [ "$(id -u)" = 0 ]; then
    echo "Run this as the user that the server will run as, not as root." >&2
    exit 1
fi

umask 077
mkdir -p secrets
for name in database.password master.key operator.secret; do
    [ -s "secrets/$name" ] || openssl rand -base64 32 > "secrets/$name"
done
printf 'POOLKEEPER_USER=%s:%s\n' "$(id -u)" "$(id -g)" > .env
echo "The operator's access key is AKIAOPERATOR; its secret is in secrets/operator.secret."
