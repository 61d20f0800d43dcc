// The page that explains a token gives the same explanation as the command: both read the same texts.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const texts = JSON.parse(readFileSync(file("crates/server/src/explain/texts.json"), "utf8"));
const page = { TextDecoder, atob, btoa };
runInNewContext(readFileSync(file("crates/server/templates/explain.js"), "utf8"), page);
const explainer = page.tokenExplainer(texts);

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (claims, header = { kid: "k", alg: "RS256" }) => `${part(header)}.${part(claims)}.c2lnbmF0dXJl`;
const POOL = "https://auth.example.com/eu-west-1_AbCdEf123";
const now = Math.floor(Date.now() / 1000);
const user = { iss: POOL, sub: "b4f8", exp: now + 3600, iat: now - 86400, auth_time: now - 86400, origin_jti: "o", jti: "j" };
const access = { ...user, token_use: "access", client_id: "app", username: "ann", scope: "aws.cognito.signin.user.admin" };

const cases = {
  "an ID token": token({
    ...user,
    token_use: "id",
    aud: "app",
    "cognito:username": "{iss}",
    "cognito:groups": ["a", "b"],
    amr: ["pwd", "constructor"],
    acr: "urn:cognito:loa:4",
    email_verified: false,
    address: { formatted: "x" },
    "custom:n": "1",
    zzz: null,
    aaa: [],
    toString: "x",
    "\u001b[2J": "\u202e\u0007",
  }),
  "an access token": token(access),
  "an access token of the OAuth endpoints": token({ ...access, scope: "openid orders/read", aud: "x", version: 2 }),
  "one without a family": token({ ...access, origin_jti: undefined, exp: 99999999999999 }),
  "a machine's": token({ iss: POOL, sub: "app", client_id: "app", token_use: "access", scope: "a/b", exp: now + 90061 }),
  "an expired one": token({ ...access, exp: now - 12 * 86400, nbf: 0.5 }),
  "an identity pool's": token({ iss: "https://cognito-identity.amazonaws.com", aud: "p", sub: "i", amr: ["x"] }),
  "another issuer's": token({ iss: "https://accounts.example.org", aud: ["a", 1], exp: "soon" }),
  "of no pool": token({ ...access, iss: "https://auth.example.com/../x_y" }),
  "a refresh token": "eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.a.b.c.d",
  "an encrypted one": "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c",
  "a session": "AYABeAAAAAAAAAAAAAAAAAAA",
  "in a header": `Bearer ${token(access)}`,
  "in JSON": ` "${token(access)}",\n`,
  "two parts": "hello.world",
  "five parts": "a.b.c.d.e",
  "a bad header": "a.b.c",
  "an array": "W10.W10.c",
  "bad claims": `${part({})}.W10.c`,
  "bad signature": `${part({})}.${part({})}.!`,
  "another form of base64url": `${part({})}.${part({})}.c2lnbmF0dXJ`,
  nothing: " \n",
};

/** The explanation of the command, without its verdict. */
function byCommand(text) {
  const run = spawnSync(file("target/release/poolkeeper"), ["token", "--offline", "--json", "-"], { input: text, encoding: "utf8" });
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  const { verdict, ...explained } = JSON.parse(run.stdout);
  return explained;
}

for (const [name, text] of Object.entries(cases)) {
  test(`page and command give the same explanation: ${name}`, () => {
    const before = Math.floor(Date.now() / 1000);
    const said = JSON.stringify(byCommand(text));
    const after = Math.floor(Date.now() / 1000);
    const byPage = [];
    for (let second = before; second <= after; second += 1) {
      const explained = explainer.explain(explainer.read(text), second);
      for (const claim of explained.claims) delete claim.shown;
      byPage.push(JSON.stringify(inOrderOf(JSON.parse(said), JSON.parse(JSON.stringify(explained)))));
    }
    if (!byPage.includes(said)) assert.deepEqual(JSON.parse(byPage.at(-1)), JSON.parse(said));
  });
}

/** The value with the members of its objects in the order of the model's. */
function inOrderOf(model, value) {
  if (Array.isArray(value)) return value.map((item, at) => inOrderOf(model?.[at], item));
  if (typeof value !== "object" || value === null) return value;
  const names = [...new Set([...Object.keys(model ?? {}), ...Object.keys(value)])].filter((name) => Object.hasOwn(value, name));
  return Object.fromEntries(names.map((name) => [name, inOrderOf(model?.[name], value[name])]));
}
