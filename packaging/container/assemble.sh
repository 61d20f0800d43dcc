#!/bin/sh
# Assembles the root folder of the image: assemble.sh PROGRAM FOLDER
set -eu

program=$1
image=$2

mkdir -p "$image/usr/bin" "$image/etc/poolkeeper" "$image/etc/ssl/certs" "$image/var/lib/poolkeeper" "$image/tmp"
chmod 1777 "$image/tmp"
chmod 700 "$image/var/lib/poolkeeper"
cp "$program" "$image/usr/bin/poolkeeper"

# The dynamic linker and every library that the program is linked to, under their own paths. The C
# library looks up host names itself and needs nothing else from the system.
ldd "$program" | grep -o '/[^ ]*' | sort -u | while read -r library; do
    mkdir -p "$image$(dirname "$library")"
    cp --dereference "$library" "$image$library"
done
# Certificates of public authorities, for PostgreSQL over TLS.
if [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    cp /etc/ssl/certs/ca-certificates.crt "$image/etc/ssl/certs/"
fi
printf 'hosts: files dns\n' > "$image/etc/nsswitch.conf"
printf 'poolkeeper:x:65532:65532::/var/lib/poolkeeper:/\n' > "$image/etc/passwd"
