// aws-amplify on a web server: a context of its own for each request, with the tokens in the request's cookies.
// Its adapter for Next.js works like this.

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

/** A request's context; two requests with the same cookies are of one browser. */
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

test("refreshed tokens go back into the cookies", async () => {
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
