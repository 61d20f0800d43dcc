#!/usr/bin/env python3
"""Makes the upgrade fixtures of one version.

README.md in this folder says what they are and how to run this. Needs the standard library, `psql` and `pg_dump`.
"""

import argparse
import json
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import time

import record
from folder import Maker
from program import Program, write_config

SCHEMA = "poolkeeper_upgrade"


def dump(program, url, folder, data, key):
    """The data in PostgreSQL: copied by the program, dumped by pg_dump."""
    psql = ["psql", "-q", url, "-c"]
    subprocess.run([*psql, f"CREATE SCHEMA {SCHEMA}"], check=True)
    inside = f"{url}?sslmode=disable&options=-csearch_path%3D{SCHEMA}"
    program.run("migrate", "--config", write_config(folder / "postgres.toml", f'url = "{inside}"', key))
    program.run("copy", "--from", f"sqlite:{data}", "--to", inside)
    command = ["pg_dump", "--rows-per-insert=100", "--no-owner", f"--schema={SCHEMA}", url]
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    subprocess.run([*psql, f"SET client_min_messages = warning; DROP SCHEMA {SCHEMA} CASCADE"], check=True)
    # Commands of psql, and comments: only SQL is left.
    lines = [line for line in text.splitlines() if line and not line.startswith(("\\", "--"))]
    return "\n".join(lines) + "\n"


def outstanding_jobs(database):
    with sqlite3.connect(database) as connection:
        return [kind for (kind,) in connection.execute("SELECT kind FROM jobs ORDER BY kind")]


def schema_number(database):
    with sqlite3.connect(database) as connection:
        return connection.execute("SELECT max(number) FROM schema_migrations").fetchone()[0]


def written(recorded):
    """JSON with a line for each entry of each member."""
    def text(value):
        return json.dumps(value, ensure_ascii=False)

    members = []
    for name, value in recorded.items():
        if isinstance(value, list):
            value = "[\n" + ",\n".join(map(text, value)) + "]"
        elif isinstance(value, dict):
            value = "{\n" + ",\n".join(f"{text(key)}: {text(entry)}" for key, entry in value.items()) + "}"
        else:
            value = text(value)
        members.append(f"{text(name)}: {value}")
    return "{\n" + ",\n".join(members) + "\n}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", type=pathlib.Path, help="the poolkeeper program")
    parser.add_argument("out", type=pathlib.Path, help="the folder of the fixtures")
    parser.add_argument("--postgres", required=True, metavar="URL", help="a database to work in, postgres://...")
    parser.add_argument("--made-by", required=True, help='e.g. "0.1.0, commit f0602e3"')
    arguments = parser.parse_args()
    program, out = Program(arguments.binary), arguments.out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        maker = Maker(program, folder)
        maker.all()
        made_at = int(time.time() * 1000)
        for name in ["backup.db", "recorded.json", "postgres.sql"]:
            (out / name).unlink(missing_ok=True)
        program.run("backup", "--data", maker.data, "--to", out / "backup.db")
        assert outstanding_jobs(out / "backup.db") == ["delete-pool"]
        for name in ["master.key", "seeds.journal"]:
            shutil.copy(maker.data / name, out / name)
        shutil.copy(pathlib.Path(__file__).parent / "seed.yaml", out / "seed.yaml")
        key = folder / "key"
        shutil.copy(maker.data / "master.key", key)
        (out / "postgres.sql").write_text(dump(program, arguments.postgres, folder, maker.data, key))
        answers = record.answers(program, maker, folder, out)
        recorded = {
            "made_by": arguments.made_by, "made_at": made_at, "schema": schema_number(out / "backup.db"),
            "pools": maker.pools, "clients": maker.clients, "users": maker.users, "tokens": maker.tokens,
            "codes": maker.codes, "challenges": maker.challenges, **answers,
        }
        (out / "recorded.json").write_text(written(recorded))
    for file in out.iterdir():
        file.chmod(0o644)


if __name__ == "__main__":
    main()
