// User pools, app clients and users for a test, created through the API.

export const PASSWORD = "Correct-horse-7";
export const NEW_PASSWORD = "Another-horse-8";

/** A typical pool of a web application: email addresses as user names, and one app client. */
export async function makePool(server, settings = {}, clientSettings = {}) {
  const { UserPool: made } = await server.call("CreateUserPool", {
    PoolName: "judge",
    UsernameAttributes: ["email"],
    AutoVerifiedAttributes: ["email"],
    ...settings,
  });
  const { UserPoolClient: client } = await server.call("CreateUserPoolClient", {
    UserPoolId: made.Id,
    ClientName: "app",
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    PreventUserExistenceErrors: "ENABLED",
    ...clientSettings,
  });
  return { poolId: made.Id, clientId: client.ClientId, clientSecret: client.ClientSecret };
}

/** A user created by an administrator with a temporary password; an address as name is verified. */
export async function invite(server, poolId, username, temporaryPassword) {
  const address = [
    { Name: "email", Value: username },
    { Name: "email_verified", Value: "true" },
  ];
  await server.call("AdminCreateUser", {
    UserPoolId: poolId,
    Username: username,
    TemporaryPassword: temporaryPassword,
    MessageAction: "SUPPRESS",
    UserAttributes: username.includes("@") ? address : [],
  });
}

/** A confirmed user with `PASSWORD`. */
export async function makeUser(server, poolId, username) {
  await invite(server, poolId, username, PASSWORD);
  const permanent = { UserPoolId: poolId, Username: username, Password: PASSWORD, Permanent: true };
  await server.call("AdminSetUserPassword", permanent);
}

/** The claims of a token, unverified. */
export function claims(token) {
  return JSON.parse(Buffer.from(token.split(".")[1], "base64url"));
}

/** `[{ Name, Value }]` as an object. */
export function named(attributes) {
  return Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]));
}
