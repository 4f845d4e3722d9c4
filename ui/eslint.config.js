// What the linter holds: no HTML made from text, no unused code, no untyped corner.
import tseslint from "typescript-eslint";
import svelte from "eslint-plugin-svelte";
import svelteConfig from "./svelte.config.js";

const noHtml = [
  "error",
  ...["innerHTML", "outerHTML"].map((name) => ({
    selector: `MemberExpression[property.name='${name}']`,
    message: "Text of the data is set as text, never as HTML.",
  })),
  {
    selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln|parseFromString)$/]:not([callee.object.property.name='clipboard'])",
    message: "Text of the data is set as text, never as HTML.",
  },
];

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", "src/bindings.ts"] },
  ...tseslint.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
  },
  {
    rules: {
      "no-restricted-syntax": noHtml,
      "no-eval": "error",
      "svelte/no-at-html-tags": "error",
      "svelte/no-inline-styles": "error",
      "svelte/button-has-type": "error",
      eqeqeq: "error",
    },
  },
);
