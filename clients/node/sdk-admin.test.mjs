// @aws-sdk/client-cognito-identity-provider: an operator's calls, with signatures that the server verifies.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import {
  AddCustomAttributesCommand,
  AdminAddUserToGroupCommand,
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GroupExistsException,
  ListUserPoolsCommand,
  ResourceNotFoundException,
  SignUpCommand,
  UserNotFoundException,
  paginateAdminListGroupsForUser,
  paginateListGroups,
  paginateListUserPoolClients,
  paginateListUserPools,
  paginateListUsers,
  paginateListUsersInGroup,
} from "@aws-sdk/client-cognito-identity-provider";

import { PASSWORD, claims, named } from "./pools.mjs";
import { startServer } from "./server.mjs";

const KEY = { accessKeyId: "AKIAJUDGE", secretAccessKey: "a-secret-of-the-judges" };

let server, idp;

before(async () => {
  server = await startServer("--access-key", `${KEY.accessKeyId}:${KEY.secretAccessKey}`);
  idp = client(KEY);
});
after(() => server.stop());

function client(credentials, region = "eu-west-1") {
  return new CognitoIdentityProviderClient({ endpoint: server.url, region, credentials });
}

const send = (Command, input) => idp.send(new Command(input));

async function makePool(settings = {}) {
  return (await send(CreateUserPoolCommand, { PoolName: "operated", ...settings })).UserPool;
}

async function makeClient(UserPoolId, settings) {
  const made = await send(CreateUserPoolClientCommand, { UserPoolId, ClientName: "back-end", ...settings });
  return made.UserPoolClient;
}

/** All items of a paginator, and the number of pages. */
async function collected(pages, member) {
  const found = [];
  let count = 0;
  for await (const page of pages) {
    found.push(...page[member]);
    count += 1;
  }
  return { found, count };
}

test("a pool and a client are described as they were created", async () => {
  const made = await makePool({
    Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: false } },
    UserPoolTags: { team: "shop" },
    Schema: [{ Name: "plan", AttributeDataType: "String", Mutable: true }],
  });
  assert.match(made.Id, /^eu-west-1_[A-Za-z0-9]{9}$/);
  assert.ok(made.CreationDate instanceof Date);
  assert.deepEqual((await send(DescribeUserPoolCommand, { UserPoolId: made.Id })).UserPool, made);
  assert.equal(made.Policies.PasswordPolicy.MinimumLength, 12);
  assert.deepEqual(made.UserPoolTags, { team: "shop" });
  assert.ok(made.SchemaAttributes.some(({ Name }) => Name === "custom:plan"));

  await send(AddCustomAttributesCommand, {
    UserPoolId: made.Id,
    CustomAttributes: [{ Name: "age", AttributeDataType: "Number" }],
  });
  const { SchemaAttributes } = (await send(DescribeUserPoolCommand, { UserPoolId: made.Id })).UserPool;
  assert.ok(SchemaAttributes.some(({ Name }) => Name === "custom:age"));

  const validity = { AccessTokenValidity: 30, TokenValidityUnits: { AccessToken: "minutes" } };
  const app = await makeClient(made.Id, { GenerateSecret: true, ...validity });
  const { ClientId } = app;
  assert.deepEqual((await send(DescribeUserPoolClientCommand, { UserPoolId: made.Id, ClientId })).UserPoolClient, app);
  assert.ok(app.ClientSecret.length > 40);
  await send(DeleteUserPoolCommand, { UserPoolId: made.Id });
  await assert.rejects(send(DescribeUserPoolCommand, { UserPoolId: made.Id }), ResourceNotFoundException);
});

test("an operator manages a user from creation to deletion", async () => {
  const { Id: UserPoolId } = await makePool();
  const { ClientId } = await makeClient(UserPoolId, {
    ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  });
  const alice = { UserPoolId, Username: "alice" };
  const signIn = (password) => ({
    UserPoolId,
    ClientId,
    AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
    AuthParameters: { USERNAME: "alice", PASSWORD: password },
  });
  const { User } = await send(AdminCreateUserCommand, {
    ...alice,
    TemporaryPassword: "Temporary-1",
    MessageAction: "SUPPRESS",
    UserAttributes: [{ Name: "email", Value: "alice@example.com" }],
  });
  assert.equal(User.UserStatus, "FORCE_CHANGE_PASSWORD");
  const { ChallengeName, Session } = await send(AdminInitiateAuthCommand, signIn("Temporary-1"));
  assert.equal(ChallengeName, "NEW_PASSWORD_REQUIRED");
  const ChallengeResponses = { USERNAME: "alice", NEW_PASSWORD: PASSWORD };
  const answer = { UserPoolId, ClientId, ChallengeName, Session, ChallengeResponses };
  const { AuthenticationResult } = await send(AdminRespondToAuthChallengeCommand, answer);
  assert.equal(claims(AuthenticationResult.AccessToken).username, "alice");

  await send(AdminUpdateUserAttributesCommand, { ...alice, UserAttributes: [{ Name: "email_verified", Value: "true" }] });
  await send(AdminDisableUserCommand, alice);
  const user = await send(AdminGetUserCommand, alice);
  assert.deepEqual([user.UserStatus, user.Enabled], ["CONFIRMED", false]);
  assert.ok(user.UserLastModifiedDate instanceof Date && user.UserLastModifiedDate >= user.UserCreateDate);
  assert.equal(named(user.UserAttributes).email_verified, "true");
  await assert.rejects(send(AdminInitiateAuthCommand, signIn(PASSWORD)), {
    name: "NotAuthorizedException",
    message: "User is disabled.",
  });

  await send(AdminEnableUserCommand, alice);
  await send(AdminSetUserPasswordCommand, { ...alice, Password: "Another-horse-8", Permanent: true });
  await send(AdminUserGlobalSignOutCommand, alice);
  await send(AdminInitiateAuthCommand, signIn("Another-horse-8"));
  await send(AdminDeleteUserCommand, alice);
  await assert.rejects(send(AdminGetUserCommand, alice), (error) => {
    assert.ok(error instanceof UserNotFoundException);
    assert.equal(error.message, "User does not exist.");
    return true;
  });
});

test("an operator confirms a sign-up", async () => {
  const { Id: UserPoolId } = await makePool();
  const { ClientId } = await makeClient(UserPoolId, {});
  await send(SignUpCommand, { ClientId, Username: "bob", Password: PASSWORD });
  await send(AdminConfirmSignUpCommand, { UserPoolId, Username: "bob" });
  assert.equal((await send(AdminGetUserCommand, { UserPoolId, Username: "bob" })).UserStatus, "CONFIRMED");
});

test("paginators walk whole lists", async () => {
  const { Id: UserPoolId } = await makePool({ PoolName: "crowd" });
  const names = Array.from({ length: 7 }, (_, at) => `u${at}`);
  for (const GroupName of names) await send(CreateGroupCommand, { UserPoolId, GroupName });
  await assert.rejects(send(CreateGroupCommand, { UserPoolId, GroupName: "u0" }), GroupExistsException);
  for (const Username of names) {
    await send(AdminCreateUserCommand, { UserPoolId, Username, MessageAction: "SUPPRESS" });
    await send(AdminAddUserToGroupCommand, { UserPoolId, Username, GroupName: "u0" });
    await send(AdminAddUserToGroupCommand, { UserPoolId, Username: "u0", GroupName: Username });
    await makeClient(UserPoolId, { ClientName: Username });
  }
  const paging = { client: idp, pageSize: 3 };
  const lists = [
    [paginateListUsers, { UserPoolId }, "Users", "Username"],
    [paginateListUsersInGroup, { UserPoolId, GroupName: "u0" }, "Users", "Username"],
    [paginateListGroups, { UserPoolId }, "Groups", "GroupName"],
    [paginateAdminListGroupsForUser, { UserPoolId, Username: "u0" }, "Groups", "GroupName"],
    [paginateListUserPoolClients, { UserPoolId }, "UserPoolClients", "ClientName"],
  ];
  for (const [paginate, input, member, name] of lists) {
    const { found, count } = await collected(paginate(paging, input), member);
    assert.deepEqual(found.map((one) => one[name]).sort(), names, paginate.name);
    assert.ok(count >= 3, `${member} came in ${count} pages`);
  }
  const filtered = await collected(paginateListUsers(paging, { UserPoolId, Filter: 'username = "u3"' }), "Users");
  assert.deepEqual(filtered.found.map(({ Username }) => Username), ["u3"]);
  const pools = await collected(paginateListUserPools({ client: idp, pageSize: 1 }, {}), "UserPools");
  assert.ok(pools.found.some(({ Id }) => Id === UserPoolId));
});

test("only the configured credentials are accepted", async () => {
  const list = (credentials) => client(credentials).send(new ListUserPoolsCommand({ MaxResults: 1 }));
  await assert.rejects(list({ ...KEY, secretAccessKey: "another" }), { name: "InvalidSignatureException" });
  await assert.rejects(list({ ...KEY, accessKeyId: "AKIANOBODY" }), { name: "UnrecognizedClientException" });
});

test("an operation that is not implemented is refused as such", async () => {
  const { Id: UserPoolId } = await makePool();
  const domain = send(CreateUserPoolDomainCommand, { UserPoolId, Domain: "shop" });
  await assert.rejects(domain, { name: "UnsupportedOperationException" });
});
