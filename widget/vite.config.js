import { defineConfig } from "vite";

const LICENCES = "/* B12 Guide widget. Contains Lit: Copyright Google LLC, SPDX-License-Identifier: BSD-3-Clause */\n";

/** What Lit writes to the global object, and what stands there instead: a guest on other people's pages leaves nothing. */
const GLOBALS = [
  // Its versions, three times.
  [/\([\w$]+\.(?:litHtmlVersions|litElementVersions|reactiveElementVersions) *\?\?= *\[\]\)\.push\("[\d.]+"\)/g, "void 0", 3],
  // The metadata of decorators, of which the widget has none.
  [/[\w$]+\.litPropertyMetadata *\?\?= *(?:\/\*.*?\*\/ *)?new WeakMap(?:\(\))?/g, "litPropertyMetadata = new WeakMap()", 1],
  [/Symbol\.metadata *\?\?= *(?:\/\*.*?\*\/ *)?Symbol\("metadata"\)/g, "void 0", 1],
];

function withoutGlobals() {
  return {
    name: "without-globals",
    renderChunk(code) {
      let own = code;
      for (const [pattern, instead, times] of GLOBALS) {
        const found = own.match(pattern)?.length ?? 0;
        if (found !== times) this.error(`${pattern}: expected ${times} times in the bundle, found ${found}: Lit has changed.`);
        own = own.replace(pattern, instead);
      }
      return { code: `(() => { let litPropertyMetadata;\n${own}\n})();`, map: null };
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === "chunk") file.code = LICENCES + file.code;
    },
  };
}

/** Styles and markup as one writes them, without the comments and indents that nobody but us reads. */
function packed() {
  const tight = (code) => code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s*([{};,])\s+/g, "$1").replace(/: /g, ":");
  return {
    name: "packed",
    transform(code, id) {
      return /(styles|colours)\.ts$/.test(id) ? { code: code.replace(/css`[^`]*`/g, tight), map: null } : null;
    },
    // What is left of indents once the code is minified stands in markup, where any space is one space.
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === "chunk") file.code = file.code.replace(/\n[ \t]+/g, " ");
    },
  };
}

export default defineConfig({
  plugins: [packed(), withoutGlobals()],
  logLevel: "warn",
  build: {
    target: "es2022",
    outDir: "../b12guide/web/static",
    emptyOutDir: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    lib: { entry: "src/main.ts", formats: ["iife"], name: "b12guide", fileName: () => "widget.js" },
  },
});
