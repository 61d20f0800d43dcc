// aws-amplify and amazon-cognito-identity-js in Chromium, from a page whose origin differs from the server's.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { NEW_PASSWORD, PASSWORD, makePool } from "../node/pools.mjs";
import { startServer } from "../node/server.mjs";
import { startSite } from "./site.mjs";

const LIBRARIES = ["amplify", "identity-js"];
const SCREENSHOTS = fileURLToPath(new URL("../../target/browser/", import.meta.url));
const START_MILLISECONDS = 120_000;
// The browser can reach only this machine.
const ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

let server, site, browser;

before(async () => {
  [server, site, browser] = await Promise.all([startServer(), startSite(LIBRARIES), launch()]);
});
after(async () => {
  await browser?.close();
  await site?.stop();
  await server?.stop();
});

function launch() {
  return chromium.launch({
    executablePath: chromiumPath(),
    // Chromium's sandbox does not run as root.
    chromiumSandbox: process.getuid() !== 0,
    args: ["--disable-quic", "--disable-gpu", ONLY_HERE],
    timeout: START_MILLISECONDS,
  });
}

function chromiumPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = folders.map((folder) => join(folder, "chromium")).find((path) => existsSync(path));
  assert.ok(found, "chromium is not in PATH: apt install chromium");
  return found;
}

/** A visit to the page: fills in fields, presses buttons, reads the answers. */
class Visit {
  constructor(page) {
    this.page = page;
  }

  async fill(fields) {
    for (const [label, value] of Object.entries(fields)) {
      await this.page.getByLabel(label, { exact: true }).fill(value);
    }
  }

  async press(name) {
    await this.page.getByRole("button", { name, exact: true }).click();
    return this.said();
  }

  /** The sentence that the page shows once it is done. */
  async said() {
    const said = this.page.locator("#said:not(:empty)");
    await said.waitFor();
    return said.textContent();
  }

  async reload() {
    await this.page.reload();
    return this.said();
  }
}

/** Visits the page with a library; takes a screenshot if the visit fails. */
async function visit(library, work, name) {
  const { poolId, clientId } = await makePool(server);
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = new Set();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  page.on("pageerror", (error) => console.error(error));
  const query = new URLSearchParams({ endpoint: server.url, pool: poolId, client: clientId });
  try {
    await page.goto(`${site.origin}/${library}?${query}`);
    await work(new Visit(page));
    assert.deepEqual([...asked].sort(), [server.url, site.origin].sort());
  } catch (error) {
    const path = `${SCREENSHOTS}${name.replaceAll(/\W+/g, "-")}.png`;
    await page.screenshot({ path });
    console.error(`Screenshot: ${path}`);
    throw error;
  } finally {
    await context.close();
  }
}

for (const library of LIBRARIES) {
  test(`an account from sign-up to a changed password with ${library}`, async ({ name }) => {
    const life = async (account) => {
      const Email = "ann@example.com";
      assert.equal(await account.said(), "Nobody is signed in.");
      await account.fill({ Email, Password: PASSWORD });
      assert.equal(await account.press("Sign up"), "A code was sent to a***@e***.");
      await account.fill({ Code: await server.code(Email) });
      assert.equal(await account.press("Confirm"), "Confirmed.");
      assert.equal(await account.press("Sign in"), "Welcome, ann@example.com.");
      assert.equal(await account.reload(), "Welcome back, ann@example.com.");
      assert.equal(await account.press("Refresh"), "The access token is new.");
      await account.fill({ Nickname: "Nan" });
      assert.equal(await account.press("Save nickname"), "Now you are Nan.");
      await account.fill({ Password: PASSWORD, "New password": NEW_PASSWORD });
      assert.equal(await account.press("Change password"), "The password is changed.");
      assert.equal(await account.press("Sign out"), "Signed out.");
      assert.equal(await account.reload(), "Nobody is signed in.");
      await account.fill({ Email, Password: PASSWORD });
      const refused = "NotAuthorizedException: Incorrect username or password.";
      assert.equal(await account.press("Sign in"), refused);
      await account.fill({ Password: NEW_PASSWORD });
      assert.equal(await account.press("Sign in"), "Welcome, ann@example.com.");
    };
    await visit(library, life, name);
  });

  test(`refusals reach the page with ${library}`, async ({ name }) => {
    const refusals = async (account) => {
      await account.said();
      await account.fill({ Email: "bea@example.com", Password: "Sh0rt-!" });
      const short = "Password did not conform with policy: Password not long enough";
      assert.equal(await account.press("Sign up"), `InvalidPasswordException: ${short}`);
      await account.fill({ Password: PASSWORD });
      assert.equal(await account.press("Sign up"), "A code was sent to b***@e***.");
      const taken = "UsernameExistsException: An account with the given email already exists.";
      assert.equal(await account.press("Sign up"), taken);
      await account.fill({ Code: "not-it" });
      const wrong = "CodeMismatchException: Invalid verification code provided, please try again.";
      assert.equal(await account.press("Confirm"), wrong);
    };
    await visit(library, refusals, name);
  });
}
