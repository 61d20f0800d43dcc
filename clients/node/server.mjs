// The release binary as a process, and the JSON API through plain fetch.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const BINARY = fileURLToPath(new URL("../../target/release/poolkeeper", import.meta.url));
const CLOCK_BINARY = fileURLToPath(new URL("../../target/debug/poolkeeper-testclock", import.meta.url));
const START_MILLISECONDS = 30_000;
// Without configured access keys `dev` reads only the region of this header.
const ANY_CREDENTIALS =
  "AWS4-HMAC-SHA256 Credential=any/20260101/eu-west-1/cognito-idp/aws4_request, " +
  "SignedHeaders=host;x-amz-date;x-amz-target, Signature=" +
  "0".repeat(64);

/** Starts `poolkeeper dev --empty` with more options; stop it with `stop()`. */
export async function startServer(...options) {
  return launch("--empty", ...options);
}

/** Starts `poolkeeper dev` and returns it with the ids that it prints: `{ server, poolId, clientId }`. */
export async function startFirstPool() {
  const server = await launch();
  const printed = async (name) => {
    const line = new RegExp(`^${name}: +(\\S+)$`, "m");
    const deadline = Date.now() + START_MILLISECONDS;
    while (!line.test(server.said())) {
      if (Date.now() > deadline) throw new Error(`the server printed no line "${name}: ...":\n${server.said()}`);
      await pause(20);
    }
    return line.exec(server.said())[1];
  };
  return { server, poolId: await printed("User pool"), clientId: await printed("App client") };
}

async function launch(...options) {
  if (!existsSync(BINARY)) throw new Error(`${BINARY} is missing: run \`cargo build --release\` first`);
  const folder = await mkdtemp(join(tmpdir(), "poolkeeper-node-"));
  const port = await freePort();
  const fixed = ["dev", "--listen", `127.0.0.1:${port}`, "--data", join(folder, "data")];
  const child = spawn(BINARY, [...fixed, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));
  const server = new Server(`http://127.0.0.1:${port}`, async () => {
    child.kill("SIGTERM");
    const outcome = await ended;
    await rm(folder, { recursive: true });
    if (outcome !== 0) throw new Error(`the server exited with ${outcome} on SIGTERM:\n${said}`);
  });
  server.said = () => said;
  const deadline = Date.now() + START_MILLISECONDS;
  while (!(await server.isLive())) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`the server did not start:\n${said}`);
    }
    await pause(20);
  }
  return server;
}

/** Starts a server whose clock only `control` moves, with an issuer in AWS's form; stop it with `stop()`. */
export async function startClock() {
  if (!existsSync(CLOCK_BINARY)) {
    throw new Error(`${CLOCK_BINARY} is missing: run \`cargo build -p poolkeeper-testkit\` first`);
  }
  const port = await freePort();
  const child = spawn(CLOCK_BINARY, [`127.0.0.1:${port}`], { stdio: ["pipe", "inherit", "inherit"] });
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));
  const server = new Server(`http://127.0.0.1:${port}`, async () => {
    child.stdin.end();
    const outcome = await ended;
    if (outcome !== 0) throw new Error(`the server exited with ${outcome}`);
  });
  const deadline = Date.now() + START_MILLISECONDS;
  while (!(await server.isLive())) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error("the server with a clock did not start");
    }
    await pause(20);
  }
  return server;
}

class Server {
  constructor(url, stop) {
    this.url = url;
    this.stop = stop;
  }

  async isLive() {
    try {
      return (await fetch(`${this.url}/_poolkeeper/live`)).ok;
    } catch {
      return false;
    }
  }

  /** One operation of the user-pool API; a refusal is thrown as `type: message`. */
  async call(operation, input) {
    const response = await fetch(this.url, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": `AWSCognitoIdentityProviderService.${operation}`,
        Authorization: ANY_CREDENTIALS,
      },
      body: JSON.stringify(input),
    });
    const text = await response.text();
    const output = text === "" ? {} : JSON.parse(text);
    if (!response.ok) throw new Error(`${output.__type}: ${output.message}`);
    return output;
  }

  /** Sends a command to a server started by `startClock` and returns its answer. */
  async control(what) {
    const response = await fetch(`${this.url}/control/${what}`, { method: "POST" });
    const text = await response.text();
    if (!response.ok) throw new Error(`${what}: ${text}`);
    return text;
  }

  /** The code in the newest message to an address. */
  async code(destination) {
    const { messages } = await (await fetch(`${this.url}/_poolkeeper/inbox`)).json();
    const newest = messages.find((message) => message.destination === destination);
    if (newest === undefined) throw new Error(`no message was sent to ${destination}`);
    return newest.code;
  }

  /** The published keys of a user pool. */
  async jwks(poolId) {
    return await (await fetch(`${this.url}/${poolId}/.well-known/jwks.json`)).json();
  }
}

/** A port below the range from which the system picks ports for outgoing connections. */
async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise((resolve) => {
      const probe = createServer().once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
