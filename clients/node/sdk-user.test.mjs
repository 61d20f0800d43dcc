// @aws-sdk/client-cognito-identity-provider: an application's calls for its users, without credentials.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import {
  ChangePasswordCommand,
  CodeMismatchException,
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  DeleteUserCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  ResendConfirmationCodeCommand,
  ResourceNotFoundException,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
  UpdateUserAttributesCommand,
  UsernameExistsException,
  UserNotConfirmedException,
  VerifyUserAttributeCommand,
} from "@aws-sdk/client-cognito-identity-provider";

import { NEW_PASSWORD, PASSWORD, claims, invite, makePool, makeUser, named } from "./pools.mjs";
import { startServer } from "./server.mjs";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let server, idp, pool, ClientId;

before(async () => {
  server = await startServer();
  pool = await makePool(server);
  ClientId = pool.clientId;
  idp = new CognitoIdentityProviderClient({ endpoint: server.url, region: "eu-west-1" });
});
after(() => server.stop());

/** Expects the call to be refused with an exception of this class and this message. */
async function refused(Command, input, kind, message) {
  await assert.rejects(idp.send(new Command(input)), (error) => {
    assert.ok(error instanceof kind, `${error.name}: ${error.message}`);
    assert.ok(error instanceof CognitoIdentityProviderServiceException);
    assert.equal(error.name, kind.name);
    assert.equal(error.message, message);
    assert.equal(error.$fault, "client");
    assert.equal(error.$metadata.httpStatusCode, 400);
    assert.match(error.$metadata.requestId, UUID);
    return true;
  });
}

function passwordSignIn(username, password = PASSWORD) {
  return { ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters: { USERNAME: username, PASSWORD: password } };
}

async function tokens(username, password) {
  return (await idp.send(new InitiateAuthCommand(passwordSignIn(username, password)))).AuthenticationResult;
}

test("sign-up, confirmation, sign-in", async () => {
  const Username = "ann@example.com";
  const made = await idp.send(new SignUpCommand({ ClientId, Username, Password: PASSWORD }));
  assert.equal(made.UserConfirmed, false);
  assert.match(made.UserSub, UUID);
  const delivery = { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: "a***@e***" };
  assert.deepEqual(made.CodeDeliveryDetails, delivery);
  await refused(InitiateAuthCommand, passwordSignIn(Username), UserNotConfirmedException, "User is not confirmed.");
  assert.deepEqual(
    (await idp.send(new ResendConfirmationCodeCommand({ ClientId, Username }))).CodeDeliveryDetails,
    delivery,
  );
  const ConfirmationCode = await server.code(Username);
  const wrong = ConfirmationCode === "000000" ? "000001" : "000000";
  await refused(
    ConfirmSignUpCommand,
    { ClientId, Username, ConfirmationCode: wrong },
    CodeMismatchException,
    "Invalid verification code provided, please try again.",
  );
  await idp.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
  const { IdToken, ExpiresIn, TokenType } = await tokens(Username);
  assert.deepEqual([claims(IdToken).email, claims(IdToken).sub], [Username, made.UserSub]);
  assert.deepEqual([ExpiresIn, TokenType], [3600, "Bearer"]);
});

test("refusals are the exceptions of the SDK", async () => {
  const Username = "bea@example.com";
  await makeUser(server, pool.poolId, Username);
  const signUp = { ClientId, Username, Password: PASSWORD };
  await refused(SignUpCommand, signUp, UsernameExistsException, "An account with the given email already exists.");
  await refused(
    SignUpCommand,
    { ...signUp, Username: "new@example.com", Password: "Sh0rt-!" },
    InvalidPasswordException,
    "Password did not conform with policy: Password not long enough",
  );
  const credentials = "Incorrect username or password.";
  await refused(InitiateAuthCommand, passwordSignIn(Username, "Wrong-horse-7"), NotAuthorizedException, credentials);
  await refused(InitiateAuthCommand, passwordSignIn("nobody@example.com"), NotAuthorizedException, credentials);
  const elsewhere = { ...passwordSignIn(Username), ClientId: "nosuchclient" };
  await refused(
    InitiateAuthCommand,
    elsewhere,
    ResourceNotFoundException,
    "User pool client nosuchclient does not exist.",
  );
  await refused(GetUserCommand, { AccessToken: "a.b.c" }, NotAuthorizedException, "Invalid Access Token");
  await refused(
    InitiateAuthCommand,
    { ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters: { USERNAME: Username } },
    InvalidParameterException,
    "Missing required parameter PASSWORD",
  );
});

test("a temporary password is replaced at the first sign-in", async () => {
  const email = "cleo@example.com";
  await invite(server, pool.poolId, email, "Temporary-1");
  const asked = await idp.send(new InitiateAuthCommand(passwordSignIn(email, "Temporary-1")));
  assert.equal(asked.ChallengeName, "NEW_PASSWORD_REQUIRED");
  assert.equal(asked.AuthenticationResult, undefined);
  const { ChallengeName, Session } = asked;
  const ChallengeResponses = { USERNAME: email, NEW_PASSWORD: PASSWORD };
  const done = await idp.send(
    new RespondToAuthChallengeCommand({ ClientId, ChallengeName, Session, ChallengeResponses }),
  );
  assert.equal(claims(done.AuthenticationResult.IdToken).email, email);
});

test("attributes, and an address that takes effect once verified", async () => {
  const [email, other] = ["dora@example.com", "dora.two@example.com"];
  await makeUser(server, pool.poolId, email);
  const { AccessToken } = await tokens(email);
  const changed = await idp.send(
    new UpdateUserAttributesCommand({
      AccessToken,
      UserAttributes: [
        { Name: "nickname", Value: "Dodo" },
        { Name: "email", Value: other },
      ],
    }),
  );
  assert.deepEqual(changed.CodeDeliveryDetailsList, [
    { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: "d***@e***" },
  ]);
  const verification = { AccessToken, AttributeName: "email" };
  await idp.send(new GetUserAttributeVerificationCodeCommand(verification));
  await idp.send(new VerifyUserAttributeCommand({ ...verification, Code: await server.code(other) }));
  const user = await idp.send(new GetUserCommand({ AccessToken }));
  const attributes = named(user.UserAttributes);
  assert.equal(user.Username, attributes.sub);
  assert.deepEqual(
    [attributes.nickname, attributes.email, attributes.email_verified],
    ["Dodo", other, "true"],
  );
});

test("passwords are changed and reset", async () => {
  const Username = "eve@example.com";
  await makeUser(server, pool.poolId, Username);
  const { AccessToken } = await tokens(Username);
  const change = { AccessToken, PreviousPassword: PASSWORD, ProposedPassword: NEW_PASSWORD };
  await idp.send(new ChangePasswordCommand(change));
  await tokens(Username, NEW_PASSWORD);
  const { CodeDeliveryDetails } = await idp.send(new ForgotPasswordCommand({ ClientId, Username }));
  assert.equal(CodeDeliveryDetails.Destination, "e***@e***");
  const ConfirmationCode = await server.code(Username);
  await idp.send(new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password: PASSWORD }));
  await tokens(Username);
});

test("refresh, revocation, sign-out, deletion", async () => {
  const email = "fay@example.com";
  await makeUser(server, pool.poolId, email);
  const first = await tokens(email);
  const refresh = {
    ClientId,
    AuthFlow: "REFRESH_TOKEN_AUTH",
    AuthParameters: { REFRESH_TOKEN: first.RefreshToken },
  };
  const again = (await idp.send(new InitiateAuthCommand(refresh))).AuthenticationResult;
  assert.equal(again.RefreshToken, undefined);
  const fresh = { ClientId, RefreshToken: first.RefreshToken };
  const third = (await idp.send(new GetTokensFromRefreshTokenCommand(fresh))).AuthenticationResult;
  assert.equal(claims(third.AccessToken).origin_jti, claims(first.AccessToken).origin_jti);

  const second = await tokens(email);
  await idp.send(new RevokeTokenCommand({ ClientId, Token: first.RefreshToken }));
  await refused(InitiateAuthCommand, refresh, NotAuthorizedException, "Refresh Token has been revoked");
  await idp.send(new GetUserCommand({ AccessToken: second.AccessToken }));
  await idp.send(new GlobalSignOutCommand({ AccessToken: second.AccessToken }));
  const { AccessToken } = second;
  await refused(GetUserCommand, { AccessToken }, NotAuthorizedException, "Access Token has been revoked");
  await idp.send(new DeleteUserCommand({ AccessToken: (await tokens(email)).AccessToken }));
  const words = "Incorrect username or password.";
  await refused(InitiateAuthCommand, passwordSignIn(email), NotAuthorizedException, words);
});
