// @aws-sdk/client-cognito-identity-provider: what only SDKs from late 2026 have, sessions and several client secrets.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import {
  AddUserPoolClientSecretCommand,
  AdminListUserSessionsCommand,
  AdminRevokeUserSessionCommand,
  CognitoIdentityProviderClient,
  DeleteUserPoolClientSecretCommand,
  GetUserCommand,
  GetUserPoolSessionConfigurationCommand,
  InitiateAuthCommand,
  ListUserPoolClientSecretsCommand,
  ListUserSessionsCommand,
  RevokeUserSessionCommand,
  SetUserPoolSessionConfigurationCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { createSecretHash } from "cognito-srp-helper";

import { PASSWORD, makePool, makeUser } from "./pools.mjs";
import { startServer } from "./server.mjs";

const BY_NAME = { UsernameAttributes: undefined, AutoVerifiedAttributes: undefined };
const REVOKED = { name: "NotAuthorizedException", message: "Access Token has been revoked" };

let server, idp;

before(async () => {
  server = await startServer();
  const credentials = { accessKeyId: "any", secretAccessKey: "any" };
  idp = new CognitoIdentityProviderClient({ endpoint: server.url, region: "eu-west-1", credentials });
});
after(() => server.stop());

const send = (Command, input) => idp.send(new Command(input));

/** A pool with alice in it. */
async function poolOfAlice(clientSettings) {
  const pool = await makePool(server, BY_NAME, clientSettings);
  await makeUser(server, pool.poolId, "alice");
  return pool;
}

async function signIn(ClientId, proof = {}) {
  const AuthParameters = { USERNAME: "alice", PASSWORD, ...proof };
  const answer = await send(InitiateAuthCommand, { ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters });
  return answer.AuthenticationResult.AccessToken;
}

test("sessions are listed and ended one by one", async () => {
  const { poolId: UserPoolId, clientId } = await poolOfAlice();
  const tracking = { UserSessionTracking: "ENABLED", TokenSession: { MaxPerUser: 3 } };
  await send(SetUserPoolSessionConfigurationCommand, { UserPoolId, ...tracking });
  const kept = await send(GetUserPoolSessionConfigurationCommand, { UserPoolId });
  assert.equal(kept.UserSessionTracking, "ENABLED");

  const [phone, laptop, tablet] = [await signIn(clientId), await signIn(clientId), await signIn(clientId)];
  const { Sessions } = await send(ListUserSessionsCommand, { AccessToken: phone });
  assert.equal(Sessions.length, 3);
  for (const session of Sessions) {
    assert.match(session.SessionId, /^tkn[a-z0-9]{25}$/);
    assert.ok(session.CreateDate instanceof Date);
    assert.deepEqual([session.SessionType, session.ClientId], ["TOKEN", clientId]);
    assert.equal(session.LastIPAddress, "127.0.0.1");
  }
  const own = async (AccessToken) => {
    const listed = (await send(ListUserSessionsCommand, { AccessToken })).Sessions;
    return listed.find(({ IsCurrentSession }) => IsCurrentSession).SessionId;
  };
  await send(RevokeUserSessionCommand, { AccessToken: phone, SessionId: await own(laptop) });
  await assert.rejects(send(GetUserCommand, { AccessToken: laptop }), REVOKED);
  const alice = { UserPoolId, Username: "alice" };
  await send(AdminRevokeUserSessionCommand, { ...alice, SessionId: await own(tablet) });
  await assert.rejects(send(GetUserCommand, { AccessToken: tablet }), REVOKED);
  const left = (await send(AdminListUserSessionsCommand, alice)).Sessions;
  assert.deepEqual(left.map(({ SessionId }) => SessionId), [await own(phone)]);
});

test("a client secret is replaced without downtime", async () => {
  const { poolId: UserPoolId, clientId: ClientId, clientSecret } = await poolOfAlice({ GenerateSecret: true });
  const proof = (secret) => ({ SECRET_HASH: createSecretHash("alice", ClientId, secret) });
  const client = { UserPoolId, ClientId };
  const { ClientSecretDescriptor: added } = await send(AddUserPoolClientSecretCommand, client);
  for (const secret of [clientSecret, added.ClientSecretValue]) await signIn(ClientId, proof(secret));

  const { ClientSecrets } = await send(ListUserPoolClientSecretsCommand, client);
  assert.equal(ClientSecrets.length, 2);
  assert.ok(ClientSecrets.every((secret) => secret.ClientSecretValue === undefined));
  const old = ClientSecrets.find(({ ClientSecretId }) => ClientSecretId !== added.ClientSecretId);
  await send(DeleteUserPoolClientSecretCommand, { ...client, ClientSecretId: old.ClientSecretId });
  await signIn(ClientId, proof(added.ClientSecretValue));
  await assert.rejects(signIn(ClientId, proof(clientSecret)), {
    name: "NotAuthorizedException",
    message: `Unable to verify secret hash for client ${ClientId}`,
  });
});
