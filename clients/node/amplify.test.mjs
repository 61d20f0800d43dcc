// aws-amplify in Node with `userPoolEndpoint`: what its `auth` category does without a browser.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { Amplify } from "aws-amplify";
import {
  autoSignIn,
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  confirmUserAttribute,
  deleteUser,
  deleteUserAttributes,
  fetchAuthSession,
  fetchMFAPreference,
  fetchUserAttributes,
  getCurrentUser,
  resendSignUpCode,
  resetPassword,
  sendUserAttributeVerificationCode,
  signIn,
  signOut,
  signUp,
  updatePassword,
  updateUserAttributes,
} from "aws-amplify/auth";

import { NEW_PASSWORD, PASSWORD, invite, makePool, makeUser } from "./pools.mjs";
import { startServer } from "./server.mjs";

let server, pool;

before(async () => {
  server = await startServer();
  pool = await makePool(server);
});
after(() => server.stop());
beforeEach(() => configure(pool));
afterEach(() => signOut());

function configure({ poolId, clientId }) {
  Amplify.configure({
    Auth: { Cognito: { userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: server.url } },
  });
}

/** Signs in a new user and returns the tokens. */
async function signedIn(email, options) {
  await makeUser(server, pool.poolId, email);
  const done = await signIn({ username: email, password: PASSWORD, options });
  assert.deepEqual(done, { isSignedIn: true, nextStep: { signInStep: "DONE" } });
  return (await fetchAuthSession()).tokens;
}

test("sign-up and confirmation with automatic sign-in", async () => {
  const username = "ann@example.com";
  const options = { userAttributes: { nickname: "Nan" }, autoSignIn: true };
  const made = await signUp({ username, password: PASSWORD, options });
  assert.equal(made.nextStep.signUpStep, "CONFIRM_SIGN_UP");
  assert.equal(made.nextStep.codeDeliveryDetails.destination, "a***@e***");
  const taken = signUp({ username, password: PASSWORD });
  await assert.rejects(taken, { name: "UsernameExistsException" });
  await resendSignUpCode({ username });
  const confirmationCode = await server.code(username);
  const confirmed = await confirmSignUp({ username, confirmationCode });
  assert.deepEqual(confirmed, { isSignUpComplete: true, nextStep: { signUpStep: "COMPLETE_AUTO_SIGN_IN" } });
  assert.equal((await autoSignIn()).isSignedIn, true);
  const user = await getCurrentUser();
  assert.deepEqual([user.userId, user.signInDetails.loginId], [made.userId, username]);
});

test("sign-in before the confirmation leads to it", async () => {
  const username = "abe@example.com";
  await signUp({ username, password: PASSWORD });
  const { isSignedIn, nextStep } = await signIn({ username, password: PASSWORD });
  assert.deepEqual([isSignedIn, nextStep], [false, { signInStep: "CONFIRM_SIGN_UP" }]);
});

test("refusals have the service's names and messages", async () => {
  const username = "amy@example.com";
  await makeUser(server, pool.poolId, username);
  const wrong = { name: "NotAuthorizedException", message: "Incorrect username or password." };
  for (const authFlowType of ["USER_SRP_AUTH", "USER_PASSWORD_AUTH"]) {
    const options = { authFlowType };
    await assert.rejects(signIn({ username, password: "Wrong-horse-7", options }), wrong);
    await assert.rejects(signIn({ username: "nobody@example.com", password: PASSWORD, options }), wrong);
  }
  await assert.rejects(signUp({ username: "new@example.com", password: "Sh0rt-!" }), {
    name: "InvalidPasswordException",
    message: "Password did not conform with policy: Password not long enough",
  });
});

for (const authFlowType of ["USER_SRP_AUTH", "USER_PASSWORD_AUTH"]) {
  test(`sign-in and refresh: ${authFlowType}`, async () => {
    const email = `${authFlowType.toLowerCase()}@example.com`;
    const first = await signedIn(email, { authFlowType });
    assert.equal(first.idToken.payload.email, email);
    assert.equal(first.idToken.payload.aud, pool.clientId);
    assert.equal(first.accessToken.payload.scope, "aws.cognito.signin.user.admin");
    const { tokens, userSub } = await fetchAuthSession({ forceRefresh: true });
    assert.notEqual(tokens.accessToken.toString(), first.accessToken.toString());
    assert.equal(tokens.accessToken.payload.origin_jti, first.accessToken.payload.origin_jti);
    assert.equal(userSub, first.idToken.payload.sub);
  });
}

test("refresh with refresh token rotation", async () => {
  const rotating = await makePool(server, {}, {
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
    RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 0 },
  });
  await makeUser(server, rotating.poolId, "rob@example.com");
  configure(rotating);
  await signIn({ username: "rob@example.com", password: PASSWORD });
  const seen = new Set();
  for (let at = 0; at < 3; at += 1) {
    const { tokens } = await fetchAuthSession({ forceRefresh: true });
    seen.add(tokens.accessToken.toString());
  }
  assert.equal(seen.size, 3);
});

test("a temporary password is replaced", async () => {
  const username = "cleo@example.com";
  await invite(server, pool.poolId, username, "Temporary-1");
  const asked = await signIn({ username, password: "Temporary-1" });
  assert.deepEqual(asked, {
    isSignedIn: false,
    nextStep: { signInStep: "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED", missingAttributes: [] },
  });
  const userAttributes = { nickname: "Cleo" };
  const done = await confirmSignIn({ challengeResponse: PASSWORD, options: { userAttributes } });
  assert.equal(done.isSignedIn, true);
  assert.equal((await fetchUserAttributes()).nickname, "Cleo");
});

test("attributes are written, read and deleted, and an address is verified", async () => {
  const other = "dora.two@example.com";
  const { idToken } = await signedIn("dora@example.com");
  const changed = await updateUserAttributes({ userAttributes: { nickname: "Dodo", email: other } });
  assert.deepEqual(changed.nickname, { isUpdated: true, nextStep: { updateAttributeStep: "DONE" } });
  assert.equal(changed.email.nextStep.updateAttributeStep, "CONFIRM_ATTRIBUTE_WITH_CODE");
  const sent = await sendUserAttributeVerificationCode({ userAttributeKey: "email" });
  assert.deepEqual(sent, { attributeName: "email", deliveryMedium: "EMAIL", destination: "d***@e***" });
  await confirmUserAttribute({ userAttributeKey: "email", confirmationCode: await server.code(other) });
  const { sub } = idToken.payload;
  assert.deepEqual(await fetchUserAttributes(), { sub, nickname: "Dodo", email: other, email_verified: "true" });
  await deleteUserAttributes({ userAttributeKeys: ["nickname"] });
  assert.equal((await fetchUserAttributes()).nickname, undefined);
  assert.deepEqual(await fetchMFAPreference(), { enabled: undefined, preferred: undefined });
});

test("passwords are changed and reset", async () => {
  const username = "eve@example.com";
  await signedIn(username);
  await updatePassword({ oldPassword: PASSWORD, newPassword: NEW_PASSWORD });
  await signOut();
  const { nextStep } = await resetPassword({ username });
  assert.equal(nextStep.resetPasswordStep, "CONFIRM_RESET_PASSWORD_WITH_CODE");
  assert.equal(nextStep.codeDeliveryDetails.destination, "e***@e***");
  const confirmationCode = await server.code(username);
  await confirmResetPassword({ username, confirmationCode, newPassword: PASSWORD });
  assert.equal((await signIn({ username, password: PASSWORD })).isSignedIn, true);
});

/** The user that a token belongs to, from the server. */
const getUser = (AccessToken) => server.call("GetUser", { AccessToken: String(AccessToken) });

/** An access token of the same user on another device. */
async function elsewhere(username) {
  const AuthParameters = { USERNAME: username, PASSWORD };
  const input = { ClientId: pool.clientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters };
  return (await server.call("InitiateAuth", input)).AuthenticationResult.AccessToken;
}

test("local and global sign-out, and deletion of the own account", async () => {
  const username = "fay@example.com";
  const revoked = { message: "NotAuthorizedException: Access Token has been revoked" };
  const here = (await signedIn(username)).accessToken;
  const there = await elsewhere(username);
  await signOut();
  await assert.rejects(getUser(here), revoked);
  await getUser(there);
  await assert.rejects(getCurrentUser(), { name: "UserUnAuthenticatedException" });
  assert.equal((await fetchAuthSession()).tokens, undefined);

  await signIn({ username, password: PASSWORD });
  await signOut({ global: true });
  await assert.rejects(getUser(there), revoked);

  await signIn({ username, password: PASSWORD });
  await deleteUser();
  await assert.rejects(signIn({ username, password: PASSWORD }), { name: "NotAuthorizedException" });
});
