// An application verifies tokens with aws-jwt-verify while the pool's signing keys are rotated. The test moves the clocks of the
// server and the application together.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { CognitoJwtVerifier } from "aws-jwt-verify";
import { KidNotFoundInJwksError } from "aws-jwt-verify/error";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";

import { startClock } from "./server.mjs";

const PASSWORD = "Correct-horse-7";
const HOUR = 3_600;
const realNow = Date.now;

let server;
before(async () => {
  server = await startClock();
});
after(async () => {
  Date.now = realNow;
  await server.stop();
});

let pool;
beforeEach(async () => {
  await advance(0);
  const { Id: poolId } = (await server.call("CreateUserPool", { PoolName: "rotation" })).UserPool;
  const made = await server.call("CreateUserPoolClient", {
    UserPoolId: poolId,
    ClientName: "app",
    ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"],
    IdTokenValidity: 24,
    AccessTokenValidity: 24,
  });
  const alice = { UserPoolId: poolId, Username: "alice" };
  await server.call("AdminCreateUser", { ...alice, MessageAction: "SUPPRESS" });
  await server.call("AdminSetUserPassword", { ...alice, Password: PASSWORD, Permanent: true });
  pool = { poolId, clientId: made.UserPoolClient.ClientId };
});

/** Moves both clocks. */
async function advance(seconds) {
  const now = Number(await server.control(`advance?seconds=${seconds}`)) * 1000;
  Date.now = () => now;
}

async function signIn() {
  const answer = await server.call("InitiateAuth", {
    ClientId: pool.clientId,
    AuthFlow: "USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: "alice", PASSWORD },
  });
  const { IdToken: id, AccessToken: access } = answer.AuthenticationResult;
  return { id, access, expires: Date.now() / 1000 + 24 * HOUR };
}

function verifiers(jwksCache) {
  const of = (tokenUse) =>
    CognitoJwtVerifier.create({ userPoolId: pool.poolId, clientId: pool.clientId, tokenUse }, { jwksCache });
  return { id: of("id"), access: of("access") };
}

const kid = (token) => JSON.parse(Buffer.from(token.split(".")[0], "base64url")).kid;

/** Signs in every half hour during a rotation and some hours after it, and verifies every token that is still valid. */
async function throughRotation(verify, everyHour) {
  const kids = new Set();
  let tokens = [];
  for (let half = 0; half < 60; half++) {
    if (half === 3) await server.control(`rotate?pool=${pool.poolId}&lead=${2 * HOUR}`);
    if (half % 2 === 0) await everyHour();
    tokens.push(await signIn());
    tokens = tokens.filter(({ expires }) => expires > Date.now() / 1000);
    for (const { id, access } of tokens) {
      for (const token of [id, access]) kids.add(kid(token));
      await verify(id, access);
    }
    await advance(HOUR / 2);
  }
  assert.equal(kids.size, 4, "both pairs have signed");
}

test("keys fetched once an hour verify every token", async () => {
  const both = verifiers();
  let fetched;
  await throughRotation(
    async (id, access) => {
      await both.id.verify(id);
      await both.access.verify(access);
    },
    async () => {
      fetched = await server.jwks(pool.poolId);
      for (const verifier of [both.id, both.access]) verifier.cacheJwks(fetched);
    },
  );
  assert.equal(fetched.keys.length, 2, "the old keys have gone");
});

test("the library's own cache fetches again when it meets a new key", async () => {
  let fetches = 0;
  const fetcher = {
    fetch: async () => {
      fetches += 1;
      return Buffer.from(JSON.stringify(await server.jwks(pool.poolId)));
    },
  };
  const both = verifiers(new SimpleJwksCache({ fetcher }));
  await throughRotation(
    async (id, access) => {
      await both.id.verify(id);
      await both.access.verify(access);
    },
    async () => {},
  );
  assert.equal(fetches, 2, "at first, and for the new keys");
});

test("a retired key verifies nothing", async () => {
  const { id } = await signIn();
  await server.control(`rotate?pool=${pool.poolId}&lead=${2 * HOUR}`);
  await advance(27 * HOUR);
  const { id: verifier } = verifiers();
  verifier.cacheJwks(await server.jwks(pool.poolId));
  assert.throws(() => verifier.verifySync(id), KidNotFoundInJwksError);
});
