"use strict";
/** Explains tokens with the rules and texts of `poolkeeper token`. Makes no requests. */
globalThis.tokenExplainer = (texts) => {
  const UNITS = [[31536000, "year"], [86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]];
  const LAST_SECOND = 253402300799;
  const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
  const AROUND = /^[ \t\n\f\r"',]+|[ \t\n\f\r"',]+$/g;

  /** Escapes control characters, invisible characters and those that change the reading direction. */
  const harmless = (text) => text.replace(STEERING, (c) => `\\u{${c.codePointAt(0).toString(16)}}`);

  function shown(value) {
    if (typeof value === "string") return harmless(value);
    const isTexts = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
    return harmless(isTexts ? value.join(", ") : JSON.stringify(value));
  }

  /** Fills the placeholders of a sentence. Inserted values are not expanded again. */
  const filled = (sentence, find) => sentence.replace(/\{([^}]*)\}/g, (_, name) => find(name) ?? "(none)");

  /** Decodes canonical unpadded base64url; null for anything else. */
  function bytes(part) {
    if (!/^[A-Za-z0-9_-]*$/.test(part) || part.length % 4 === 1) return null;
    const binary = atob(part.replace(/-/g, "+").replace(/_/g, "/"));
    const again = btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    return again === part ? Uint8Array.from(binary, (c) => c.charCodeAt(0)) : null;
  }

  function object(part) {
    try {
      const value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes(part) ?? new Uint8Array()));
      return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** Classifies the text by its form: `{form, ...}`. */
  function read(pasted) {
    let text = pasted.replace(AROUND, "");
    if (/^bearer /i.test(text)) text = text.slice(7).replace(AROUND, "");
    const parts = text.split(".");
    const broken = (why) => ({ form: "broken", why });
    if (text === "") return broken(texts.broken.empty);
    if (parts.length === 1 && text.startsWith("AYABe")) return { form: "session" };
    if (parts.length === 5 && object(parts[0])) {
      const { cty, enc, alg } = object(parts[0]);
      return { form: cty === "JWT" && enc === "A256GCM" && alg === "RSA-OAEP" ? "refresh" : "encrypted" };
    }
    if (parts.length !== 3) return broken(filled(texts.broken.parts, () => String(parts.length)));
    const [header, claims, signature] = [object(parts[0]), object(parts[1]), bytes(parts[2])];
    if (!header) return broken(texts.broken.header);
    if (!claims) return broken(texts.broken.payload);
    if (!signature) return broken(texts.broken.signature);
    return { form: "jwt", header, claims, signature, signed: `${parts[0]}.${parts[1]}` };
  }

  const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);
  const text = (read, name) => (typeof own(read.claims, name) === "string" ? read.claims[name] : undefined);

  /** The user pool named by the issuer. */
  function pool(read) {
    const id = (text(read, "iss") ?? "").match(/\/([^/]*)$/)?.[1];
    return id !== undefined && id.length <= 55 && /^[A-Za-z0-9-]+_[A-Za-z0-9]+$/.test(id) ? id : undefined;
  }

  function kind(read) {
    if (read.form === "broken") return "nothing";
    if (read.form !== "jwt") return read.form;
    if (text(read, "iss") === "https://cognito-identity.amazonaws.com") return "identity_pool";
    const use = text(read, "token_use");
    if (pool(read) === undefined || (use !== "id" && use !== "access")) return "foreign";
    if (use === "id") return "id";
    const sub = text(read, "sub");
    return text(read, "username") === undefined && sub !== undefined && sub === text(read, "client_id") ? "machine" : "access";
  }

  function words(seconds) {
    let rest = Math.abs(seconds);
    const said = [];
    for (const [unit, name] of UNITS) {
      const count = Math.floor(rest / unit);
      rest %= unit;
      if (count > 0) said.push(`${count} ${name}${count === 1 ? "" : "s"}`);
      else if (said.length > 0) break;
      if (said.length === 2) break;
    }
    return said.length === 0 ? "0 seconds" : said.join(" ");
  }

  const secondsOf = (value) => (typeof value === "number" ? Math.floor(value) : undefined);

  function date(seconds) {
    if (!(seconds >= 0 && seconds <= LAST_SECOND)) return undefined;
    return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
  }

  function moment(seconds, now) {
    if (seconds === undefined || date(seconds) === undefined) return undefined;
    const span = words(seconds - now);
    const relative = seconds === now ? "now" : seconds < now ? `${span} ago` : `in ${span}`;
    return `${date(seconds)}, ${relative}`;
  }

  function expiry(read, now) {
    const exp = secondsOf(own(read.claims, "exp"));
    if (exp === undefined) return texts.expiry.none;
    const sentence = exp > now ? texts.expiry.ahead : texts.expiry.past;
    return filled(sentence, (name) => (name === "words" ? words(exp - now) : (date(exp) ?? String(exp))));
  }

  function claim(name, value, kind, now, fill) {
    const fits = (row) =>
      (row.prefix ? name.startsWith(row.name) : name === row.name) && (row.in ?? [kind]).includes(kind);
    const place = texts.claims.findIndex(fits);
    const row = texts.claims[place];
    const explained = { name: harmless(name), value, shown: shown(value) };
    const when = row?.time ? moment(secondsOf(value), now) : undefined;
    if (when) {
      explained.time = new Date(secondsOf(value) * 1000).toISOString().replace(".000Z", "Z");
      explained.moment = when;
    }
    explained.says = row ? filled(row.says, fill) : texts.other_claim;
    const more = row ? said(row, value) : [];
    if (more.length > 0) explained.more = more;
    return [row ? place : Infinity, explained];
  }

  /** Explains the values themselves. */
  function said(row, value) {
    if (row.values) return [own(row.values, shown(value))].filter((sentence) => sentence !== undefined);
    if (!row.each) return [];
    const items = typeof value === "string" ? value.split(" ") : Array.isArray(value) ? value : [];
    return items
      .filter((item) => typeof item === "string" && item !== "")
      .map((item) => `${harmless(item)}: ${own(row.each, item) ?? row.each["*"]}`);
  }

  /** Everything known about the text at a time in seconds since the epoch. */
  function explain(read, now) {
    const name = kind(read);
    const about = texts.kinds[name];
    const claims = read.claims ?? {};
    const scopes = (text(read, "scope") ?? "").split(" ");
    const fill = (place) => {
      if (read.form !== "jwt") return undefined;
      if (place === "pool") return pool(read);
      return Object.hasOwn(claims, place) ? shown(claims[place]) : undefined;
    };
    const holds = (when) => {
      if (when === undefined) return true;
      if (when.startsWith("claim:")) return Object.hasOwn(claims, when.slice(6));
      if (when.startsWith("scope:")) return scopes.includes(when.slice(6));
      return scopes.some((scope) => scope.includes("/"));
    };
    const sentences = (list) => list.filter((sentence) => sentence).map((sentence) => filled(sentence, fill));
    const explained = {
      kind: name,
      name: about.name,
      is: read.form === "broken" ? `${about.is} ${read.why}` : about.is,
      for: filled(about.for, fill),
      may: sentences(about.uses.map((use) => holds(use.when) && use.may)),
      mayNot: sentences(about.uses.map((use) => (use.when === undefined || !holds(use.when)) && use.may_not)),
      expiry: read.form === "jwt" ? expiry(read, now) : null,
      revocation: sentences(about.revocation.map((item) => (holds(item.when) ? item.then : item.else))),
    };
    if (read.header && Object.keys(read.header).length > 0) explained.header = read.header;
    explained.claims = Object.entries(claims)
      .map(([claimed, value]) => claim(claimed, value, name, now, fill))
      .sort(([a, one], [b, other]) => (a === b ? (one.name < other.name ? -1 : 1) : a < b ? -1 : 1))
      .map(([, row]) => row);
    return explained;
  }

  return { read, explain, pool, words, date, secondsOf, harmless, filled };
};
