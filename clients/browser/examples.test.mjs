// The page in examples/web, in Chromium, against a server with the examples' seed.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { context } from "esbuild";
import { chromium } from "playwright-core";

import { startServer } from "../node/server.mjs";

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));
const WEB = join(EXAMPLES, "web");
const PACKAGES = fileURLToPath(new URL("node_modules", import.meta.url));
const START_MILLISECONDS = 120_000;
// The browser reaches nothing but this machine.
const ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

let server, site, browser, page;

before(async () => {
  [server, site, browser] = await Promise.all([
    startServer("--seed", join(EXAMPLES, "seed.yaml")),
    startSite(),
    launch(),
  ]);
  page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`${site.origin}/?${new URLSearchParams({ endpoint: server.url })}`);
});
after(async () => {
  await browser?.close();
  await site?.stop();
  await server?.stop();
});

test("a user of the seed signs in, stays signed in, and signs out", async () => {
  await shows("You are not signed in.");
  await fill({ Email: "ada@example.com", Password: "a guess" });
  await press("Sign in");
  await shows("Incorrect username or password.");
  await fill({ Password: "Development1" });
  await press("Sign in");
  await shows("You are ada@example.com (staff).");
  await page.reload();
  await shows("You are ada@example.com (staff).");
  await press("Sign out");
  await shows("You are not signed in.");
});

test("a new user signs up with the code from the inbox", async () => {
  const Email = "dan@example.com";
  await fill({ Email, Password: "Development1" });
  await press("Sign up");
  await shows(`A code was sent to ${Email}: see ${server.url}/_poolkeeper/inbox`);
  await fill({ Code: await server.code(Email) });
  await press("Confirm");
  await shows(`You are ${Email}.`);
});

test("the example has the versions that are tested", () => {
  const dependencies = (path) => JSON.parse(readFileSync(path, "utf8")).dependencies;
  const tested = dependencies(new URL("package.json", import.meta.url));
  for (const [name, version] of Object.entries(dependencies(join(WEB, "package.json")))) {
    assert.equal(version, tested[name], name);
  }
});

/** Serves the page as its `npm start` does, with the packages of this folder. */
async function startSite() {
  const bundle = await context({
    absWorkingDir: WEB,
    entryPoints: ["app.mjs"],
    bundle: true,
    format: "esm",
    outdir: "bundle",
    write: false,
    nodePaths: [PACKAGES],
  });
  const { port } = await bundle.serve({ servedir: ".", host: "127.0.0.1", port: 0 });
  return { origin: `http://127.0.0.1:${port}`, stop: () => bundle.dispose() };
}

function launch() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const executablePath = folders.map((folder) => join(folder, "chromium")).find((path) => existsSync(path));
  assert.ok(executablePath, "chromium is not in PATH: apt install chromium");
  return chromium.launch({
    executablePath,
    // Chromium refuses its sandbox to root.
    chromiumSandbox: process.getuid() !== 0,
    args: ["--disable-quic", "--disable-gpu", ONLY_HERE],
    timeout: START_MILLISECONDS,
  });
}

async function fill(fields) {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
}

function press(name) {
  return page.getByRole("button", { name, exact: true }).click();
}

/** Waits until the page says this. */
function shows(sentence) {
  return page.getByRole("status").filter({ hasText: sentence }).waitFor();
}
