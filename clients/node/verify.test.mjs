// aws-jwt-verify checks tokens as a resource server does: offline, against the published keys.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { CognitoJwtVerifier, JwtVerifier } from "aws-jwt-verify";
import { validateCognitoJwtFields } from "aws-jwt-verify/cognito-verifier";
import {
  CognitoJwtInvalidClientIdError,
  CognitoJwtInvalidGroupError,
  CognitoJwtInvalidTokenUseError,
  JwtInvalidAudienceError,
  JwtInvalidIssuerError,
  JwtInvalidScopeError,
  JwtInvalidSignatureError,
  KidNotFoundInJwksError,
  ParameterValidationError,
} from "aws-jwt-verify/error";

import { startServer } from "./server.mjs";

const PASSWORD = "Correct-horse-7";
const API_SCOPE = "aws.cognito.signin.user.admin";

/** A pool with one client and a group, and the tokens of a member. */
async function signedIn(server) {
  const { Id: poolId } = (await server.call("CreateUserPool", { PoolName: "verify" })).UserPool;
  const made = await server.call("CreateUserPoolClient", {
    UserPoolId: poolId,
    ClientName: "app",
    ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  });
  const clientId = made.UserPoolClient.ClientId;
  const alice = { UserPoolId: poolId, Username: "alice" };
  await server.call("AdminCreateUser", { ...alice, MessageAction: "SUPPRESS" });
  await server.call("AdminSetUserPassword", { ...alice, Password: PASSWORD, Permanent: true });
  await server.call("CreateGroup", { UserPoolId: poolId, GroupName: "staff" });
  await server.call("AdminAddUserToGroup", { ...alice, GroupName: "staff" });
  const answer = await server.call("InitiateAuth", {
    ClientId: clientId,
    AuthFlow: "USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: "alice", PASSWORD },
  });
  const { IdToken: id, AccessToken: access } = answer.AuthenticationResult;
  return { poolId, clientId, id, access, jwks: await server.jwks(poolId) };
}

/** The token with one character of the part changed: 1 is the payload, 2 the signature. */
function tampered(token, part) {
  const parts = token.split(".");
  const middle = Math.floor(parts[part].length / 2);
  const other = parts[part][middle] === "A" ? "B" : "A";
  parts[part] = parts[part].slice(0, middle) + other + parts[part].slice(middle + 1);
  return parts.join(".");
}

describe("tokens with AWS's form of the issuer", () => {
  let server, pool;

  before(async () => {
    server = await startServer("--issuer", "aws");
    pool = await signedIn(server);
  });
  after(() => server.stop());

  /** A verifier as in the library's documentation, except that the keys come from this server. */
  function verifier(properties) {
    const made = CognitoJwtVerifier.create({ userPoolId: pool.poolId, clientId: pool.clientId, ...properties });
    made.cacheJwks(pool.jwks);
    return made;
  }

  test("an ID token", async () => {
    const claims = await verifier({ tokenUse: "id" }).verify(pool.id);
    assert.equal(claims.iss, `https://cognito-idp.eu-west-1.amazonaws.com/${pool.poolId}`);
    assert.equal(claims["cognito:username"], "alice");
    assert.equal(claims.aud, pool.clientId);
    assert.deepEqual(claims["cognito:groups"], ["staff"]);
  });

  test("an access token", async () => {
    const claims = await verifier({ tokenUse: "access", scope: API_SCOPE }).verify(pool.access);
    assert.equal(claims.client_id, pool.clientId);
    assert.equal(claims.username, "alice");
    assert.equal(claims.aud, undefined);
  });

  test("ID and access tokens are not interchangeable", async () => {
    await assert.rejects(verifier({ tokenUse: "access" }).verify(pool.id), CognitoJwtInvalidTokenUseError);
    await assert.rejects(verifier({ tokenUse: "id" }).verify(pool.access), CognitoJwtInvalidTokenUseError);
  });

  test("a token of another client", async () => {
    for (const [tokenUse, token] of [["id", pool.id], ["access", pool.access]]) {
      await assert.rejects(verifier({ tokenUse, clientId: "another" }).verify(token), CognitoJwtInvalidClientIdError);
    }
  });

  test("groups", async () => {
    for (const [tokenUse, token] of [["id", pool.id], ["access", pool.access]]) {
      await verifier({ tokenUse, groups: ["admins", "staff"] }).verify(token);
      await assert.rejects(verifier({ tokenUse, groups: "admins" }).verify(token), CognitoJwtInvalidGroupError);
    }
  });

  test("a scope that was not granted", async () => {
    const strict = verifier({ tokenUse: "access", scope: "orders/read" });
    await assert.rejects(strict.verify(pool.access), JwtInvalidScopeError);
  });

  test("tampered tokens", async () => {
    const lenient = verifier({ tokenUse: null, clientId: null });
    await lenient.verify(pool.id);
    await assert.rejects(lenient.verify(tampered(pool.id, 2)), JwtInvalidSignatureError);
    await assert.rejects(lenient.verify(tampered(pool.access, 2)), JwtInvalidSignatureError);
    await assert.rejects(lenient.verify(tampered(pool.access, 1)));
  });

  test("a token of another pool", async () => {
    const other = await signedIn(server);
    const mine = verifier({ tokenUse: "access" });
    await assert.rejects(mine.verify(other.access), ParameterValidationError);
  });
});

describe("tokens with the server's own issuer", () => {
  let server, pool;

  before(async () => {
    server = await startServer();
    pool = await signedIn(server);
  });
  after(() => server.stop());

  function verifier(properties, jwks = pool.jwks) {
    const made = JwtVerifier.create({ issuer: `${server.url}/${pool.poolId}`, ...properties });
    made.cacheJwks(jwks);
    return made;
  }

  test("an ID token, by its audience", async () => {
    const claims = await verifier({ audience: pool.clientId }).verify(pool.id);
    assert.equal(claims.token_use, "id");
    await assert.rejects(verifier({ audience: "another" }).verify(pool.id), JwtInvalidAudienceError);
  });

  test("an access token has no audience: client and use are checked with Cognito's rules", async () => {
    const check = (tokenUse, clientId, groups) => ({
      audience: null,
      customJwtCheck: ({ payload }) => validateCognitoJwtFields(payload, { tokenUse, clientId, groups }),
    });
    const claims = await verifier(check("access", pool.clientId, "staff")).verify(pool.access);
    assert.equal(claims.scope, API_SCOPE);
    const wrong = [
      [check("id", pool.clientId), CognitoJwtInvalidTokenUseError],
      [check("access", "another"), CognitoJwtInvalidClientIdError],
      [check("access", pool.clientId, "admins"), CognitoJwtInvalidGroupError],
    ];
    for (const [properties, error] of wrong) {
      await assert.rejects(verifier(properties).verify(pool.access), error);
    }
    await assert.rejects(verifier({ audience: pool.clientId }).verify(pool.access), JwtInvalidAudienceError);
  });

  test("ID and access tokens are signed with different keys", async () => {
    assert.equal(pool.jwks.keys.length, 2);
    const kid = (token) => JSON.parse(Buffer.from(token.split(".")[0], "base64url")).kid;
    assert.notEqual(kid(pool.id), kid(pool.access));
    for (const [token, other] of [[pool.id, pool.access], [pool.access, pool.id]]) {
      const keys = pool.jwks.keys.filter((key) => key.kid === kid(token));
      verifier({ audience: null }, { keys }).verifySync(token);
      assert.throws(() => verifier({ audience: null }, { keys }).verifySync(other), KidNotFoundInJwksError);
    }
  });

  test("another issuer and tampered tokens", async () => {
    const elsewhere = JwtVerifier.create({ issuer: `${server.url}/eu-west-1_Elsewhere`, audience: null });
    elsewhere.cacheJwks(pool.jwks);
    await assert.rejects(elsewhere.verify(pool.id), JwtInvalidIssuerError);
    await assert.rejects(verifier({ audience: null }).verify(tampered(pool.id, 2)), JwtInvalidSignatureError);
  });
});
