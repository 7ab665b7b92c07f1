// Our style sheets ask nothing that Chrome 80, Firefox 78 or Safari 13 lack, but for what is left out
// there without harm:
const HARMLESS = [
  "css-focus-visible", // the outline then stays, also for whoever taps
  "css-paged-media", // margins of what is printed
  "css-color-adjust", // backgrounds of what is printed
  "css-not-sel-list", // also told of :not() with one selector, which all of them know
];

const BROWSERS = ["chrome 80", "firefox 78", "safari 13", "ios_saf 13.0"];

// Short forms of logical properties are younger (Chrome 87) than the long ones (69), and no list of
// features tells them apart.
const TOO_YOUNG = ["margin-block", "margin-inline", "padding-block", "padding-inline", "inset", "inset-block", "inset-inline", "aspect-ratio"];

export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "property-disallowed-list": TOO_YOUNG,
    "selector-pseudo-class-disallowed-list": ["is", "where", "has"],
    "plugin/no-unsupported-browser-features": [true, { browsers: BROWSERS, ignore: HARMLESS, ignorePartialSupport: true }],
  },
};
