// Sign-up, confirmation, sign-in and sign-out with Amplify.

import { Amplify } from "aws-amplify";
import { autoSignIn, confirmSignUp, fetchAuthSession, signIn, signOut, signUp } from "aws-amplify/auth";

const endpoint = new URLSearchParams(location.search).get("endpoint") ?? "http://127.0.0.1:7665";
Amplify.configure({
  Auth: {
    Cognito: {
      // The user pool and the app client of examples/seed.yaml.
      userPoolId: "eu-west-1_Shop00001",
      userPoolClientId: "shop0browser0client00000001",
      userPoolEndpoint: endpoint,
    },
  },
});

const element = (id) => document.getElementById(id);
let email;

/** Shows one of the two forms, or the button to sign out. */
function show(id, status) {
  for (const each of ["sign-in", "confirm", "sign-out"]) element(each).hidden = each !== id;
  element("status").textContent = status;
}

/** Shows who is signed in. Amplify keeps the tokens in the browser's storage and refreshes them. */
async function showUser() {
  const { tokens } = await fetchAuthSession();
  if (tokens === undefined) return show("sign-in", "You are not signed in.");
  const { email, "cognito:groups": groups = [] } = tokens.idToken.payload;
  show("sign-out", `You are ${email}${groups.length === 0 ? "" : ` (${groups.join(", ")})`}.`);
}

/** Runs an action and shows the error if it fails. */
async function attempt(action) {
  try {
    await action();
  } catch (error) {
    element("status").textContent = error.message;
  }
}

element("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData(event.target, event.submitter);
  const password = form.get("password");
  email = form.get("email");
  attempt(async () => {
    if (form.get("action") === "sign-in") {
      const { nextStep } = await signIn({ username: email, password });
      if (nextStep.signInStep !== "DONE") throw new Error(`Not in this example: ${nextStep.signInStep}`);
      return showUser();
    }
    await signUp({ username: email, password, options: { autoSignIn: true } });
    show("confirm", `A code was sent to ${email}: see ${endpoint}/_poolkeeper/inbox`);
  });
});

element("confirm").addEventListener("submit", (event) => {
  event.preventDefault();
  const confirmationCode = new FormData(event.target).get("code");
  attempt(async () => {
    await confirmSignUp({ username: email, confirmationCode });
    await autoSignIn();
    await showUser();
  });
});

element("sign-out").addEventListener("click", () =>
  attempt(async () => {
    await signOut();
    await showUser();
  }),
);

attempt(showUser);
