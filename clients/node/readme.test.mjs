// Runs the JavaScript of the documents unchanged, except for the ids and the server's address.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from "@aws-sdk/client-cognito-identity-provider";

import { startFirstPool } from "./server.mjs";

const DOCUMENTS = ["README.md", "docs/clients.md"];
const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const ADDRESS = "http://127.0.0.1:7665";
// The user of the examples.
const [USERNAME, PASSWORD] = ["alice@example.com", "Correct-horse-7"];

const sameUser = async (claims) => assert.equal(claims.email, USERNAME);
const withToken = async (operator) => {
  await operator.makeUser();
  return { idToken: await operator.idToken() };
};

/** By package: what an example needs, the expression for its result, and what must be true afterwards. */
const EXAMPLES = {
  "@aws-sdk/client-cognito-identity-provider": {
    before: async () => ({}),
    after: async (_, operator) => assert.equal((await operator.user()).Enabled, true),
  },
  "amazon-cognito-identity-js": {
    before: (operator) => operator.makeUser(),
    leaves: "session.getIdToken().payload",
    after: sameUser,
  },
  "aws-amplify": {
    before: async (operator, { poolId, clientId }) => {
      await operator.makeUser();
      return { userPoolId: poolId, userPoolClientId: clientId };
    },
    leaves: "tokens.idToken.payload",
    after: sameUser,
  },
  "aws-jwt-verify": { before: withToken, leaves: "claims", after: sameUser },
  jose: { before: withToken, leaves: "claims", after: sameUser },
};

for (const path of DOCUMENTS) {
  const document = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const examples = [...document.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);
  test(`${path} has examples in JavaScript`, () => assert.notEqual(examples.length, 0));
  for (const code of examples) {
    const name = Object.keys(EXAMPLES).find((each) => code.includes(`from "${each}"`));
    test(`${path}: ${name ?? "an unknown package"}`, () => runExample(name, code));
  }
}

test("docs/clients.md names the installed versions", () => {
  const document = readFileSync(new URL("../../docs/clients.md", import.meta.url), "utf8");
  const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  for (const [name, version] of Object.entries(dependencies)) {
    const row = document.split("\n").find((line) => line.startsWith(`| [${name}](`));
    assert.equal(row?.split("|")[2].trim(), version, name);
  }
});

async function runExample(name, code) {
  assert.ok(name, `no example is known for:\n${code}`);
  const { server, ...ids } = await startFirstPool();
  try {
    const operator = operatorOf(server, ids);
    const { before, leaves, after } = EXAMPLES[name];
    const values = { ...ids, ...(await before(operator, ids)) };
    await after(await run(withValues(code, values).replaceAll(ADDRESS, server.url), leaves), operator);
  } finally {
    await server.stop();
  }
}

/** Fills in each `const NAME = "..."`; a name that the example presupposes is defined before it. */
function withValues(code, values) {
  let [defined, rest] = ["", code];
  for (const [name, value] of Object.entries(values)) {
    const definition = `const ${name} = ${JSON.stringify(value)};`;
    const placeholder = `const ${name} = "...";`;
    if (rest.includes(placeholder)) rest = rest.replace(placeholder, definition);
    else defined += `${definition}\n`;
  }
  return defined + rest;
}

/** Runs the code as a module in this folder and returns the value of an expression after it. */
async function run(code, leaves = "null") {
  const child = spawn(process.execPath, ["--input-type=module"], { cwd: FOLDER, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(`${code}\nprocess.stdout.write(JSON.stringify(${leaves}));\n`);
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += chunk));
  const status = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(status, 0, `the example exited with ${status}:\n${code}`);
  return JSON.parse(printed);
}

/** Prepares the first pool for an example and inspects it afterwards. */
function operatorOf(server, { poolId, clientId }) {
  const credentials = { accessKeyId: "any", secretAccessKey: "any" };
  const idp = new CognitoIdentityProviderClient({ endpoint: server.url, region: "us-east-1", credentials });
  const user = { UserPoolId: poolId, Username: USERNAME };
  return {
    makeUser: async () => {
      await idp.send(new AdminCreateUserCommand({ ...user, MessageAction: "SUPPRESS" }));
      await idp.send(new AdminSetUserPasswordCommand({ ...user, Password: PASSWORD, Permanent: true }));
    },
    user: () => idp.send(new AdminGetUserCommand(user)),
    idToken: async () => {
      const AuthParameters = { USERNAME, PASSWORD };
      const signIn = new InitiateAuthCommand({ ClientId: clientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters });
      return (await idp.send(signIn)).AuthenticationResult.IdToken;
    },
  };
}
