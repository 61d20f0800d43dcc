// The page: one button per action of a library, and the outcome as a sentence.

const element = (id) => document.getElementById(id);
const field = (id) => element(id).value;

/** A setting from the page's address: `?endpoint=…&pool=…&client=…`. */
export function setting(name) {
  return new URLSearchParams(location.search).get(name);
}

/** Shows the page with buttons that call one library. */
export function show(library) {
  const actions = {
    "Sign up": async () => `A code was sent to ${await library.signUp(field("email"), field("password"))}.`,
    Confirm: async () => {
      await library.confirm(field("email"), field("code"));
      return "Confirmed.";
    },
    "Sign in": async () => {
      await library.signIn(field("email"), field("password"));
      return `Welcome, ${(await library.attributes()).email}.`;
    },
    Refresh: async () => {
      const before = await library.accessToken();
      const after = await library.refresh();
      return before === after ? "The access token has not changed." : "The access token is new.";
    },
    "Change password": async () => {
      await library.changePassword(field("password"), field("new-password"));
      return "The password is changed.";
    },
    "Save nickname": async () => {
      await library.saveNickname(field("nickname"));
      return `Now you are ${(await library.attributes()).nickname}.`;
    },
    "Sign out": async () => {
      await library.signOut();
      return "Signed out.";
    },
  };
  for (const [name, action] of Object.entries(actions)) {
    const button = element("buttons").appendChild(document.createElement("button"));
    button.textContent = name;
    button.addEventListener("click", () => say(action));
  }
  say(async () => {
    const token = await library.accessToken();
    return token === null ? "Nobody is signed in." : `Welcome back, ${(await library.attributes()).email}.`;
  });
}

async function say(action) {
  element("said").textContent = "";
  let sentence;
  try {
    sentence = await action();
  } catch (error) {
    sentence = `${error.name}: ${error.message}`;
  }
  element("said").textContent = sentence;
}
