// How components become code: by createElement, never by innerHTML, so that Trusted Types can forbid the latter.
export default {
  compilerOptions: { fragments: "tree", runes: true },
};
