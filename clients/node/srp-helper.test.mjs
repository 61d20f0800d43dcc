// cognito-srp-helper computes SRP, which @aws-sdk/client-cognito-identity-provider leaves to the application.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import {
  createPasswordHash,
  createSecretHash,
  createSrpSession,
  signSrpSession,
  wrapAuthChallenge,
  wrapInitiateAuth,
} from "cognito-srp-helper";

import { PASSWORD, claims, makePool, makeUser } from "./pools.mjs";
import { startServer } from "./server.mjs";

const BY_NAME = { UsernameAttributes: undefined, AutoVerifiedAttributes: undefined };
const WRONG = { name: "NotAuthorizedException", message: "Incorrect username or password." };

let server, idp;

before(async () => {
  server = await startServer();
  const credentials = { accessKeyId: "any", secretAccessKey: "any" };
  idp = new CognitoIdentityProviderClient({ endpoint: server.url, region: "eu-west-1", credentials });
});
after(() => server.stop());

/** Signs in as `username` in both steps, with a session of the helper, and returns the tokens. */
async function signIn(pool, username, session, { proof = {}, admin = false } = {}) {
  const [Start, Answer] = admin
    ? [AdminInitiateAuthCommand, AdminRespondToAuthChallengeCommand]
    : [InitiateAuthCommand, RespondToAuthChallengeCommand];
  const whose = { ClientId: pool.clientId, ...(admin && { UserPoolId: pool.poolId }) };
  const AuthParameters = { USERNAME: username, ...proof };
  const start = wrapInitiateAuth(session, { ...whose, AuthFlow: "USER_SRP_AUTH", AuthParameters });
  const asked = await idp.send(new Start(start));
  assert.equal(asked.ChallengeName, "PASSWORD_VERIFIER");
  const ChallengeResponses = { USERNAME: username, ...proof };
  const answer = { ...whose, ChallengeName: "PASSWORD_VERIFIER", ChallengeResponses };
  const done = await idp.send(new Answer(wrapAuthChallenge(signSrpSession(session, asked), answer)));
  return done.AuthenticationResult;
}

test("a plain and a hashed password", async () => {
  const pool = await makePool(server, BY_NAME);
  await makeUser(server, pool.poolId, "alice");
  const plain = createSrpSession("alice", PASSWORD, pool.poolId, false);
  assert.equal(claims((await signIn(pool, "alice", plain)).AccessToken).username, "alice");
  const hashed = createSrpSession("alice", createPasswordHash("alice", PASSWORD, pool.poolId), pool.poolId);
  assert.equal(claims((await signIn(pool, "alice", hashed)).AccessToken).username, "alice");
  const wrong = createSrpSession("alice", "Wrong-horse-7", pool.poolId, false);
  await assert.rejects(signIn(pool, "alice", wrong), WRONG);
});

test("an app client with a secret", async () => {
  const pool = await makePool(server, BY_NAME, { GenerateSecret: true });
  await makeUser(server, pool.poolId, "alice");
  const session = () => createSrpSession("alice", PASSWORD, pool.poolId, false);
  const proof = { SECRET_HASH: createSecretHash("alice", pool.clientId, pool.clientSecret) };
  assert.ok((await signIn(pool, "alice", session(), { proof })).IdToken);
  await assert.rejects(signIn(pool, "alice", session()), {
    name: "NotAuthorizedException",
    message: `Client ${pool.clientId} is configured for secret but secret was not received`,
  });
});

test("an address as user name, for a user and for an operator", async () => {
  const pool = await makePool(server);
  const email = "ann@example.com";
  await makeUser(server, pool.poolId, email);
  for (const admin of [false, true]) {
    const session = createSrpSession(email, PASSWORD, pool.poolId, false);
    const { IdToken } = await signIn(pool, email, session, { admin });
    assert.equal(claims(IdToken).email, email);
  }
});
