// Our scripts run as they are written: no newer words than ES2018, nothing that Chrome 80, Firefox 78
// or Safari 13 lack. What is looked for before it is used is named in `polyfills`.
import compat from "eslint-plugin-compat";

export default [
  {
    files: ["**/*.js"],
    plugins: { compat },
    languageOptions: {
      ecmaVersion: 2018,
      sourceType: "script",
      globals: { window: "readonly", document: "readonly", navigator: "readonly" },
    },
    settings: {
      browsers: ["chrome 80", "firefox 78", "safari 13", "ios_saf 13.0"],
      polyfills: ["MediaRecorder", "AudioContext"],
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { "compat/compat": "error" },
  },
];
