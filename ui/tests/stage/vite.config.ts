// Serves the real screens over the stand-in, to look at them in a browser: npm run stage.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte({ configFile: "../../svelte.config.js" })],
  server: { port: 1421, strictPort: true, fs: { allow: ["../.."] } },
  build: { outDir: "../../node_modules/.stage", emptyOutDir: true, target: "es2022" },
});
