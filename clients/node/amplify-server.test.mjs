// aws-amplify on a web server: one context per request, with the tokens in the request's cookies, as its adapter for
// Next.js does it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { createAmplifyContext } from "aws-amplify";
import {
  createKeyValueStorageFromCookieStorageAdapter,
  createUserPoolsTokenProvider,
} from "aws-amplify/adapter-core";
import { signIn, signOut } from "aws-amplify/auth";
import { fetchAuthSession, fetchUserAttributes, getCurrentUser } from "aws-amplify/auth/server";

import { PASSWORD, makePool, makeUser } from "./pools.mjs";
import { startServer } from "./server.mjs";

let server, pool;

before(async () => {
  server = await startServer();
  pool = await makePool(server);
});
after(() => server.stop());

/** The context of a request; requests with the same cookies come from one browser. */
function contextOf(cookies) {
  const Auth = {
    Cognito: { userPoolId: pool.poolId, userPoolClientId: pool.clientId, userPoolEndpoint: server.url },
  };
  const storage = createKeyValueStorageFromCookieStorageAdapter({
    get: (name) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
    getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
    set: (name, value) => cookies.set(name, value),
    delete: (name) => cookies.delete(name),
  });
  return createAmplifyContext({ Auth }, { Auth: { tokenProvider: createUserPoolsTokenProvider(Auth, storage) } });
}

test("each request acts for the user of its cookies", async () => {
  const browsers = new Map();
  for (const email of ["ann@example.com", "bea@example.com"]) {
    await makeUser(server, pool.poolId, email);
    const cookies = new Map();
    const done = await signIn(contextOf(cookies), { username: email, password: PASSWORD });
    assert.equal(done.isSignedIn, true);
    browsers.set(email, cookies);
  }
  for (const [email, cookies] of browsers) {
    const attributes = await fetchUserAttributes(contextOf(cookies));
    assert.equal(attributes.email, email);
    assert.equal((await getCurrentUser(contextOf(cookies))).userId, attributes.sub);
  }
});

test("refreshed tokens are written back to the cookies", async () => {
  const [email, cookies] = ["cleo@example.com", new Map()];
  await makeUser(server, pool.poolId, email);
  await signIn(contextOf(cookies), { username: email, password: PASSWORD });
  const token = async (options) => (await fetchAuthSession(contextOf(cookies), options)).tokens?.accessToken.toString();
  const first = await token();
  const second = await token({ forceRefresh: true });
  assert.notEqual(second, first);
  assert.equal(await token(), second);
  await signOut(contextOf(cookies));
  assert.equal(await token(), undefined);
});
