// Bundles the page for each library and serves it on a separate origin.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const PAGE = fileURLToPath(new URL("page/", import.meta.url));

/** Serves `/<library>` with its script at `/<library>.js`; stop it with `stop()`. */
export async function startSite(libraries) {
  const files = new Map();
  const html = await readFile(`${PAGE}index.html`, "utf8");
  for (const library of libraries) {
    const script = `<script type="module" src="/${library}.js"></script>`;
    files.set(`/${library}`, { type: "text/html", body: html.replace("</body>", `${script}</body>`) });
  }
  for (const { path, contents } of await bundles(libraries)) {
    files.set(`/${basename(path)}`, { type: "text/javascript", body: contents });
  }
  const site = createServer((request, response) => {
    const file = files.get(new URL(request.url, "http://localhost").pathname);
    response.writeHead(file ? 200 : 404, { "Content-Type": file?.type ?? "text/plain" });
    response.end(file?.body ?? "");
  });
  await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
  return {
    // Host and port both differ from the server's.
    origin: `http://localhost:${site.address().port}`,
    stop: () => new Promise((resolve) => site.close(resolve).closeAllConnections()),
  };
}

async function bundles(libraries) {
  const { outputFiles } = await build({
    entryPoints: libraries.map((library) => `${PAGE}${library}.mjs`),
    bundle: true,
    format: "esm",
    // A global of Node that amazon-cognito-identity-js uses.
    define: { global: "globalThis" },
    outdir: "/",
    write: false,
  });
  return outputFiles;
}
