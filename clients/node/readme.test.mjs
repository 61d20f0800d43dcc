// The JavaScript of README.md runs as it stands there; only the ids and the address are this test's own.

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

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const BLOCKS = [...README.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);
const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const ADDRESS = "http://127.0.0.1:7665";
// The user of the examples.
const [USERNAME, PASSWORD] = ["alice@example.com", "Correct-horse-7"];

/** What is there before the example of a package, and what is to be seen after it. */
const EXAMPLES = {
  "@aws-sdk/client-cognito-identity-provider": {
    before: async () => ({}),
    after: async (_, operator) => assert.equal((await operator.user()).UserStatus, "UNCONFIRMED"),
  },
  "aws-amplify": {
    before: async (operator, { poolId, clientId }) => {
      await operator.makeUser();
      return { userPoolId: poolId, userPoolClientId: clientId };
    },
    after: async (tokens) => assert.equal(tokens.idToken.payload.email, USERNAME),
    shows: "tokens",
  },
  "aws-jwt-verify": {
    before: async (operator) => {
      await operator.makeUser();
      return { idToken: await operator.idToken() };
    },
    after: async (claims) => assert.equal(claims.email, USERNAME),
    shows: "claims",
  },
};

assert.ok(BLOCKS.length > 0, "README.md has no JavaScript");
for (const code of BLOCKS) {
  const name = Object.keys(EXAMPLES).find((each) => code.includes(`from "${each}"`));
  test(`the example of ${name ?? "an unknown package"}`, async () => {
    assert.ok(name, `no example is known for:\n${code}`);
    const { server, ...ids } = await startFirstPool();
    try {
      const operator = operatorOf(server, ids);
      const { before, after, shows } = EXAMPLES[name];
      const values = { ...ids, ...(await before(operator, ids)) };
      await after(await run(withValues(code, values).replaceAll(ADDRESS, server.url), shows), operator);
    } finally {
      await server.stop();
    }
  });
}

/** `const NAME = "..."` gets its value; a name that the example takes for granted is defined before it. */
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

/** Runs the code as a module beside this file, and gives the value of the variable that it leaves. */
async function run(code, shows = "null") {
  const child = spawn(process.execPath, ["--input-type=module"], { cwd: FOLDER, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(`${code}\nprocess.stdout.write(JSON.stringify(${shows}));\n`);
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += chunk));
  const status = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(status, 0, `the example ended with ${status}:\n${code}`);
  return JSON.parse(printed);
}

/** Who prepares the first pool for an example, and looks at it afterwards. */
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
