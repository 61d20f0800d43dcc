"use strict";
(() => {
  const texts = JSON.parse(document.getElementById("texts").textContent);
  const explainer = globalThis.tokenExplainer(texts);
  const field = document.getElementById("token");
  const clear = document.getElementById("clear");
  const result = document.getElementById("result");
  const verdictLine = document.getElementById("verdict");
  const NOT_VERIFIED_KINDS = ["refresh", "encrypted", "session", "nothing"];
  let round = 0;

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  /** Fetches a public document of this server, or null if there is none. The URL contains nothing but a pool id. */
  async function published(pool, name) {
    const response = await fetch(`/${pool}/.well-known/${name}`, { credentials: "omit", referrerPolicy: "no-referrer" });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response.json();
  }

  const unverified = (reason) => ({ state: "", says: explainer.filled(texts.verdicts.unverified, () => reason), checks: [] });

  async function isSigned(read, key) {
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const { kty, n, e } = key;
    const imported = await crypto.subtle.importKey("jwk", { kty, n, e }, algorithm, false, ["verify"]);
    return crypto.subtle.verify(algorithm, imported, read.signature, new TextEncoder().encode(read.signed));
  }

  /** Runs the checks in order, with the keys of this server's pool, until one fails. */
  async function verify(read, now) {
    if (!globalThis.crypto?.subtle) {
      return unverified("browsers verify signatures only on https and localhost pages. Open this page there, or use poolkeeper token.");
    }
    const pool = explainer.pool(read);
    if (pool === undefined) return unverified("its issuer is not a user pool.");
    const [discovery, jwks] = await Promise.all([published(pool, "openid-configuration"), published(pool, "jwks.json")]);
    if (!discovery || !jwks) return unverified(`this server has no user pool ${pool}.`);
    const { header, claims } = read;
    const key = jwks.keys.find((key) => key.kid === header.kid && key.kty === "RSA");
    const exp = explainer.secondsOf(claims.exp);
    const start = explainer.secondsOf(claims.nbf);
    const tests = [
      ["form", () => !("crit" in header) && !("b64" in header) && read.signature.length > 0],
      ["issuer", () => claims.iss === discovery.issuer],
      ["key", () => typeof header.kid === "string" && key !== undefined],
      ["algorithm", () => header.alg === "RS256"],
      ["signature", () => isSigned(read, key)],
      ["expiry", () => exp !== undefined && exp > now],
      ["start", () => claims.nbf === undefined || (start !== undefined && start <= now)],
      ["use", () => claims.token_use === "id" || claims.token_use === "access"],
    ];
    const known = {
      ...claims,
      detail: "it has no signature, or its header asks for an extension",
      issuer: discovery.issuer,
      kid: header.kid,
      alg: header.alg,
      words: exp === undefined ? undefined : explainer.words(exp - now),
      date: exp === undefined ? undefined : (explainer.date(exp) ?? exp),
    };
    const fill = (name) => (known[name] === undefined ? undefined : explainer.harmless(String(known[name])));
    const checks = [];
    for (const [name, test] of tests) {
      const isGood = await test();
      const text = name === "expiry" && exp === undefined ? texts.expiry.none : texts.checks[name][isGood ? "good" : "bad"];
      const says = explainer.filled(text, fill);
      checks.push([isGood, says]);
      if (isGood) continue;
      const reason = says.replace(/^./, (c) => c.toLowerCase());
      return { state: "bad", says: explainer.filled(texts.verdicts.bad, () => reason), checks };
    }
    return { state: "good", says: explainer.filled(texts.verdicts.good, () => explainer.words(exp - now)), checks };
  }

  function list(items) {
    return make("ul", "plain", ...items.map(([className, text]) => make("li", className, text)));
  }

  function section(title, ...children) {
    return make("section", "card", make("h2", "", title), ...children);
  }

  function claimRow({ name, shown, moment, says, more = [] }) {
    return [
      make("dt", "", name),
      make("dd", "value", moment ? `${shown} (${moment})` : shown),
      ...[says, ...more].map((text) => make("dd", "says", text)),
    ];
  }

  function parts(explained, verdict) {
    const paragraph = (text) => make("p", "", text);
    const out = [];
    out.push(section(explained.name.replace(/^./, (c) => c.toUpperCase()), paragraph(explained.is)));
    if (explained.kind === "nothing") return out;
    out.push(section("Who it is for", paragraph(explained.for)));
    const uses = [...explained.may.map((text) => ["yes", text]), ...explained.mayNot.map((text) => ["no", text])];
    out.push(section("What it may and may not be used for", list(uses)));
    const ends = [explained.expiry, ...explained.revocation].filter((text) => text);
    out.push(section("When it stops being valid", ...ends.map(paragraph)));
    if (explained.claims.length > 0) {
      out.push(section("What it contains", make("dl", "claims", ...explained.claims.flatMap(claimRow))));
    }
    if (verdict?.checks.length > 0) {
      out.push(section("What was checked", list(verdict.checks.map(([isGood, text]) => [isGood ? "yes" : "no", text]))));
    }
    return out;
  }

  function show(sections, verdict) {
    verdictLine.hidden = verdict === null;
    verdictLine.className = `verdict ${verdict?.state ?? ""}`;
    verdictLine.textContent = verdict?.says ?? "";
    result.replaceChildren(...sections);
  }

  async function look() {
    const mine = ++round;
    clear.hidden = field.value === "";
    if (field.value.trim() === "") return show([], null);
    const now = Math.floor(Date.now() / 1000);
    const read = explainer.read(field.value);
    const explained = explainer.explain(read, now);
    let verdict = null;
    if (!NOT_VERIFIED_KINDS.includes(explained.kind)) {
      verdict = await verify(read, now).catch((error) => unverified(`the keys could not be fetched (${error.message}).`));
    }
    // Another token was pasted while this one was being verified.
    if (mine === round) show(parts(explained, verdict), verdict);
  }

  field.addEventListener("input", look);
  clear.addEventListener("click", () => {
    field.value = "";
    field.focus();
    look();
  });
  look();
})();
