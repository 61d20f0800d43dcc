// The page with amazon-cognito-identity-js.

import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
} from "amazon-cognito-identity-js";

import { setting, show } from "./app.mjs";

const pool = new CognitoUserPool({
  UserPoolId: setting("pool"),
  ClientId: setting("client"),
  endpoint: setting("endpoint"),
});

/** Calls a function whose last argument is a Node-style callback, and returns its result. */
function done(call) {
  return new Promise((resolve, reject) => call((error, result) => (error ? reject(error) : resolve(result))));
}

/** The user who is signed in, with the tokens read from the browser's storage. */
async function current() {
  const user = pool.getCurrentUser();
  if (user !== null) await done((callback) => user.getSession(callback));
  return user;
}

const tokenOf = (session) => session.getAccessToken().getJwtToken();

show({
  signUp: async (email, password) => {
    const made = await done((callback) => pool.signUp(email, password, [], null, callback));
    return made.codeDeliveryDetails.Destination;
  },
  confirm: (Username, code) =>
    done((callback) => new CognitoUser({ Username, Pool: pool }).confirmRegistration(code, false, callback)),
  signIn: (Username, Password) =>
    new Promise((onSuccess, onFailure) => {
      const details = new AuthenticationDetails({ Username, Password });
      new CognitoUser({ Username, Pool: pool }).authenticateUser(details, { onSuccess, onFailure });
    }),
  attributes: async () => {
    const user = await current();
    const attributes = await done((callback) => user.getUserAttributes(callback));
    return Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]));
  },
  accessToken: async () => {
    const user = await current();
    return user === null ? null : tokenOf(user.getSignInUserSession());
  },
  refresh: async () => {
    const user = await current();
    const token = user.getSignInUserSession().getRefreshToken();
    return tokenOf(await done((callback) => user.refreshSession(token, callback)));
  },
  changePassword: async (before, after) => {
    const user = await current();
    await done((callback) => user.changePassword(before, after, callback));
  },
  saveNickname: async (Value) => {
    const user = await current();
    const attributes = [new CognitoUserAttribute({ Name: "nickname", Value })];
    await done((callback) => user.updateAttributes(attributes, callback));
  },
  signOut: async () => {
    const user = await current();
    await done((callback) => user.signOut(callback));
  },
});
