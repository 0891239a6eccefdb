// The commit hook complains and changes nothing, so that what is committed is what was looked at.
const quoted = (files) => files.map((file) => JSON.stringify(file)).join(' ');

export default {
  '*.{ts,tsx,mts,mjs}': (files) => `node tools/lint.mjs ${quoted(files)}`,
  '*': (files) => `prettier --check --ignore-unknown ${quoted(files)}`,
};
