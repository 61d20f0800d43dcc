// jose finds the keys through the issuer's discovery document and fetches them itself, also over plain http.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { createRemoteJWKSet, errors, jwtVerify } from "jose";

import { PASSWORD, makePool, makeUser } from "./pools.mjs";
import { startServer } from "./server.mjs";

const EMAIL = "ann@example.com";

let server, ids, tokens, issuer, keys;

before(async () => {
  server = await startServer();
  ids = await makePool(server);
  await makeUser(server, ids.poolId, EMAIL);
  const AuthParameters = { USERNAME: EMAIL, PASSWORD };
  const input = { ClientId: ids.clientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters };
  tokens = (await server.call("InitiateAuth", input)).AuthenticationResult;
  issuer = `${server.url}/${ids.poolId}`;
  const discovery = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
  assert.equal(discovery.issuer, issuer);
  keys = createRemoteJWKSet(new URL(discovery.jwks_uri));
});
after(() => server.stop());

test("an ID token has issuer and audience", async () => {
  const { payload, protectedHeader } = await jwtVerify(tokens.IdToken, keys, { issuer, audience: ids.clientId });
  assert.deepEqual([payload.token_use, payload.email], ["id", EMAIL]);
  assert.equal(protectedHeader.alg, "RS256");
  const another = jwtVerify(tokens.IdToken, keys, { issuer, audience: "another" });
  await assert.rejects(another, errors.JWTClaimValidationFailed);
});

test("an access token has an issuer and a client", async () => {
  const { payload } = await jwtVerify(tokens.AccessToken, keys, { issuer });
  assert.deepEqual([payload.token_use, payload.client_id, payload.aud], ["access", ids.clientId, undefined]);
  const elsewhere = jwtVerify(tokens.AccessToken, keys, { issuer: `${server.url}/eu-west-1_Elsewhere` });
  await assert.rejects(elsewhere, errors.JWTClaimValidationFailed);
});

test("a changed token is refused", async () => {
  const [header, payload, signature] = tokens.IdToken.split(".");
  const middle = Math.floor(signature.length / 2);
  const other = signature[middle] === "A" ? "B" : "A";
  const changed = signature.slice(0, middle) + other + signature.slice(middle + 1);
  const forged = jwtVerify(`${header}.${payload}.${changed}`, keys, { issuer });
  await assert.rejects(forged, errors.JWSSignatureVerificationFailed);
});
