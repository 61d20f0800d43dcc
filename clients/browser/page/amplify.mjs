// The page with aws-amplify.

import { Amplify } from "aws-amplify";
import {
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  signIn,
  signOut,
  signUp,
  updatePassword,
  updateUserAttributes,
} from "aws-amplify/auth";

import { setting, show } from "./app.mjs";

Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: setting("pool"),
      userPoolClientId: setting("client"),
      userPoolEndpoint: setting("endpoint"),
    },
  },
});

async function accessToken(options) {
  const { tokens } = await fetchAuthSession(options);
  return tokens?.accessToken.toString() ?? null;
}

show({
  signUp: async (username, password) => {
    const { nextStep } = await signUp({ username, password });
    return nextStep.codeDeliveryDetails.destination;
  },
  confirm: (username, confirmationCode) => confirmSignUp({ username, confirmationCode }),
  signIn: (username, password) => signIn({ username, password }),
  attributes: () => fetchUserAttributes(),
  accessToken: () => accessToken(),
  refresh: () => accessToken({ forceRefresh: true }),
  changePassword: (oldPassword, newPassword) => updatePassword({ oldPassword, newPassword }),
  saveNickname: (nickname) => updateUserAttributes({ userAttributes: { nickname } }),
  signOut: () => signOut(),
});
