"use strict";
(() => {
  const EVERY_MILLISECONDS = 2000;
  const list = document.getElementById("messages");
  const none = document.getElementById("none");
  const state = document.getElementById("state");
  const address = location.pathname + location.search;
  let known = null;

  function say(text) {
    if (state.textContent !== text) state.textContent = text;
    state.hidden = false;
  }

  async function read(type) {
    const response = await fetch(address, { headers: { Accept: type }, cache: "no-store" });
    if (!response.ok) throw new Error(response.status);
    return response.text();
  }

  /** Adds new messages and removes deleted ones. Others stay untouched, so a selection in them survives. */
  function take(fresh) {
    const wanted = [...fresh.getElementById("messages").children];
    const ids = new Set(wanted.map((item) => item.id));
    for (const item of [...list.children]) if (!ids.has(item.id)) item.remove();
    let at = list.firstElementChild;
    for (const item of wanted) {
      if (at?.id === item.id) at = at.nextElementSibling;
      else list.insertBefore(document.getElementById(item.id) ?? document.adoptNode(item), at);
    }
    none.hidden = fresh.getElementById("none").hidden;
    const select = document.querySelector("select");
    const pools = [...fresh.querySelectorAll("option")];
    if (document.activeElement !== select && pools.length !== select.options.length) {
      const chosen = select.value;
      select.replaceChildren(...pools.map((pool) => document.adoptNode(pool)));
      select.value = chosen;
    }
    enliven();
  }

  /** Shows the copy buttons and how long ago each message was sent. */
  function enliven() {
    for (const button of list.querySelectorAll("button[hidden]")) button.hidden = false;
    for (const time of list.querySelectorAll("time")) {
      const text = `${new Date(time.dateTime).toLocaleString()}, ${ago(Date.now() - Date.parse(time.dateTime))}`;
      if (time.textContent !== text) time.textContent = text;
    }
  }

  function ago(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const units = [[86400, "day"], [3600, "hour"], [60, "minute"]];
    const [length, name] = units.find(([length]) => seconds >= length) ?? [];
    if (!name) return "just now";
    const count = Math.floor(seconds / length);
    return `${count} ${name}${count === 1 ? "" : "s"} ago`;
  }

  async function look() {
    if (!document.hidden) {
      try {
        const json = await read("application/json");
        if (known !== null && json !== known) {
          const html = await read("text/html");
          take(new DOMParser().parseFromString(html, "text/html"));
        }
        known = json;
        enliven();
        say("New messages appear automatically.");
      } catch {
        say("The server is not responding. Retrying.");
      }
    }
    setTimeout(look, EVERY_MILLISECONDS);
  }

  async function copy(button) {
    const code = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // No clipboard API outside https and localhost: fall back, and at least select the code.
      getSelection().selectAllChildren(code);
      if (!document.execCommand("copy")) return;
    }
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button) copy(button);
  });
  enliven();
  look();
})();
