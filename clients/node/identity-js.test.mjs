// amazon-cognito-identity-js, the library of older web applications, with its `endpoint` option.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import identity from "amazon-cognito-identity-js";

import { NEW_PASSWORD, PASSWORD, invite, makePool, makeUser } from "./pools.mjs";
import { startServer } from "./server.mjs";

const { AuthenticationDetails, CognitoUser, CognitoUserAttribute, CognitoUserPool } = identity;
const TEMPORARY = "Temporary-1";

let server, ids, pool;

before(async () => {
  server = await startServer();
  ids = await makePool(server);
  pool = poolOf(ids);
});
after(() => server.stop());

function poolOf({ poolId, clientId }) {
  return new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint: server.url });
}

/** A user object of the library, with promises instead of callbacks. */
function userNamed(Username, Pool = pool) {
  const user = new CognitoUser({ Username, Pool });
  const nodeStyle = (method) => (...args) => promisify(user[method].bind(user))(...args);
  const byName = (method, ...args) =>
    new Promise((onSuccess, onFailure) => {
      const asks = (challenge) => (...details) => onSuccess({ challenge, details });
      user[method](...args, {
        onSuccess,
        onFailure,
        newPasswordRequired: asks("NEW_PASSWORD_REQUIRED"),
        inputVerificationCode: asks("CODE"),
      });
    });
  return { user, nodeStyle, byName };
}

async function signIn(email, password = PASSWORD, flow = "USER_SRP_AUTH", Pool = pool) {
  const { user, byName, nodeStyle } = userNamed(email, Pool);
  user.setAuthenticationFlowType(flow);
  const details = new AuthenticationDetails({ Username: email, Password: password });
  return { session: await byName("authenticateUser", details), user, byName, nodeStyle };
}

const refusal = (name, message) => (error) => {
  assert.deepEqual([error.name, error.code, error.message], [name, name, message]);
  return true;
};
const WRONG = refusal("NotAuthorizedException", "Incorrect username or password.");

test("sign-up, confirmation and sign-in with SRP", async () => {
  const email = "ann@example.com";
  const attributes = [new CognitoUserAttribute({ Name: "nickname", Value: "Nan" })];
  const signUp = promisify(pool.signUp.bind(pool));
  const made = await signUp(email, PASSWORD, attributes, null);
  assert.equal(made.userConfirmed, false);
  assert.equal(made.codeDeliveryDetails.Destination, "a***@e***");
  await assert.rejects(
    signUp(email, PASSWORD, [], null),
    refusal("UsernameExistsException", "An account with the given email already exists."),
  );
  await assert.rejects(signIn(email), refusal("UserNotConfirmedException", "User is not confirmed."));
  const { nodeStyle } = userNamed(email);
  await nodeStyle("resendConfirmationCode")();
  assert.equal(await nodeStyle("confirmRegistration")(await server.code(email), true), "SUCCESS");

  const { session, nodeStyle: signedIn } = await signIn(email);
  assert.ok(session.isValid());
  assert.equal(session.getIdToken().payload.nickname, "Nan");
  assert.equal(session.getAccessToken().payload.sub, made.userSub);
  const attributesNow = await signedIn("getUserAttributes")();
  assert.equal(attributesNow.find(({ Name }) => Name === "email_verified").Value, "true");
  await assert.rejects(signIn(email, "Wrong-horse-7"), WRONG);
  await assert.rejects(signIn("nobody@example.com"), WRONG);
});

test("the password flow, and names that are not an address", async () => {
  const byName = await makePool(server, { UsernameAttributes: undefined, AutoVerifiedAttributes: undefined });
  await makeUser(server, byName.poolId, "alice");
  for (const flow of ["USER_PASSWORD_AUTH", "USER_SRP_AUTH"]) {
    const { session } = await signIn("alice", PASSWORD, flow, poolOf(byName));
    assert.equal(session.getAccessToken().payload.username, "alice", flow);
  }
});

test("the session is stored, refreshed and restored", async () => {
  const email = "bea@example.com";
  await makeUser(server, ids.poolId, email);
  const { session, nodeStyle } = await signIn(email);
  const refreshed = await nodeStyle("refreshSession")(session.getRefreshToken());
  assert.notEqual(refreshed.getAccessToken().getJwtToken(), session.getAccessToken().getJwtToken());
  assert.equal(refreshed.getAccessToken().payload.origin_jti, session.getAccessToken().payload.origin_jti);

  const found = pool.getCurrentUser();
  const restored = await promisify(found.getSession.bind(found))();
  assert.equal(restored.getAccessToken().getJwtToken(), refreshed.getAccessToken().getJwtToken());
});

test("a temporary password is replaced together with a required attribute", async () => {
  const required = [{ Name: "name", AttributeDataType: "String", Required: true, Mutable: true }];
  const strict = await makePool(server, { Schema: required });
  const email = "cleo@example.com";
  await invite(server, strict.poolId, email, TEMPORARY);
  const { session: asked, byName } = await signIn(email, TEMPORARY, "USER_SRP_AUTH", poolOf(strict));
  assert.equal(asked.challenge, "NEW_PASSWORD_REQUIRED");
  assert.deepEqual(asked.details, [{ email_verified: "true", email }, ["name"]]);
  const session = await byName("completeNewPasswordChallenge", PASSWORD, { name: "Cleo" });
  assert.equal(session.getIdToken().payload.name, "Cleo");
});

test("attributes are written, read and deleted, and an address is verified", async () => {
  const email = "dora@example.com";
  const other = "dora.two@example.com";
  await makeUser(server, ids.poolId, email);
  const { nodeStyle, byName } = await signIn(email);
  const list = [
    new CognitoUserAttribute({ Name: "nickname", Value: "Dodo" }),
    new CognitoUserAttribute({ Name: "email", Value: other }),
  ];
  assert.equal(await nodeStyle("updateAttributes")(list), "SUCCESS");
  assert.equal((await byName("getAttributeVerificationCode", "email")).challenge, "CODE");
  await assert.rejects(byName("verifyAttribute", "email", "not-it"), { name: "CodeMismatchException" });
  assert.equal(await byName("verifyAttribute", "email", await server.code(other)), "SUCCESS");
  assert.equal(await nodeStyle("deleteAttributes")(["nickname"]), "SUCCESS");
  const { UserAttributes } = await nodeStyle("getUserData")();
  const shown = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
  assert.deepEqual([shown.email, shown.email_verified, shown.nickname], [other, "true", undefined]);
});

test("passwords are changed and reset", async () => {
  const email = "eve@example.com";
  await makeUser(server, ids.poolId, email);
  const { nodeStyle, byName } = await signIn(email);
  assert.equal(await nodeStyle("changePassword")(PASSWORD, NEW_PASSWORD), "SUCCESS");
  await assert.rejects(signIn(email), WRONG);
  const { challenge, details } = await byName("forgotPassword");
  assert.deepEqual([challenge, details[0].CodeDeliveryDetails.Destination], ["CODE", "e***@e***"]);
  assert.equal(await byName("confirmPassword", await server.code(email), PASSWORD), "SUCCESS");
  await signIn(email);
});

test("local and global sign-out, and deletion of the own account", async () => {
  const email = "fay@example.com";
  await makeUser(server, ids.poolId, email);
  const [here, there] = [await signIn(email), await signIn(email)];
  assert.equal(await there.byName("globalSignOut"), "SUCCESS");
  await assert.rejects(
    here.nodeStyle("getUserAttributes")(),
    refusal("NotAuthorizedException", "Access Token has been revoked"),
  );
  const { session, nodeStyle } = await signIn(email);
  await nodeStyle("signOut")();
  assert.equal(pool.getCurrentUser(), null);
  const RefreshToken = session.getRefreshToken().getToken();
  await assert.rejects(server.call("GetTokensFromRefreshToken", { ClientId: ids.clientId, RefreshToken }), {
    message: "NotAuthorizedException: Refresh Token has been revoked",
  });
  assert.equal(await (await signIn(email)).nodeStyle("deleteUser")(), "SUCCESS");
  await assert.rejects(signIn(email), WRONG);
});
