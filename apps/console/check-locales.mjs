// Texts of the console: both languages have the same keys and the same {{values}}, every key used exists,
// every key is used, and no Chinese stands in the code itself.
//   node apps/console/check-locales.mjs
// Keys are found as t('…'), t(`…${x}…`) and t(a ? '…' : '…'); the namespace is that of the file's useTranslation.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.join(import.meta.dirname, 'src');
const problems = [];
const texts = { zh: {}, en: {} };
for (const language of ['zh', 'en']) {
  for (const file of globSync(`locales/${language}/*.json`, { cwd: source })) {
    texts[language][path.basename(file, '.json')] = flat(JSON.parse(readFileSync(path.join(source, file), 'utf8')));
  }
}

for (const namespace of new Set([...Object.keys(texts.zh), ...Object.keys(texts.en)])) {
  const [zh, en] = [texts.zh[namespace], texts.en[namespace]];
  if (!zh || !en) {
    problems.push(`${namespace}.json is missing in ${zh ? 'en' : 'zh'}`);
    continue;
  }
  for (const key of new Set([...Object.keys(zh), ...Object.keys(en)])) {
    const [one, other] = [variant(zh, key), variant(en, key)];
    if (one === undefined || other === undefined) {
      problems.push(`${namespace}:${key} is missing in ${one === undefined ? 'zh' : 'en'}`);
    } else if (values(one) !== values(other)) {
      problems.push(`${namespace}:${key} names other values in en (${values(other)}) than in zh (${values(one)})`);
    } else if (one.trim() === '' || other.trim() === '') problems.push(`${namespace}:${key} is empty`);
  }
}

const used = new Set();
const keysOf = (namespace) => Object.keys(texts.zh[namespace] ?? {});
for (const file of globSync('**/*.{ts,tsx}', { cwd: source, exclude: ['generated/**', '**/*.spec.ts'] })) {
  const code = withoutComments(readFileSync(path.join(source, file), 'utf8'));
  const han = /[\p{Script=Han}，。；：！？、]/u.exec(code);
  if (han)
    problems.push(
      `${file}: "${code.slice(Math.max(0, han.index - 12), han.index + 12).replaceAll('\n', ' ')}" belongs into locales/`,
    );
  const own = /useTranslation\(\s*\[?\s*'([^']+)'/.exec(code)?.[1];
  for (const call of calls(code)) {
    // The key is the first argument; it may choose between several.
    for (const [, quoted, template] of call.matchAll(/'((?:\w+:)?[\w.]+)'|`((?:\w+:)?[^`]*)`/g)) {
      const [namespace, pattern] = split(quoted ?? template, own);
      if (template === undefined && !looksLikeKey(call, quoted)) continue;
      if (!namespace) {
        problems.push(`${file}: t('${pattern}') without a namespace (useTranslation)`);
        continue;
      }
      const expression = new RegExp(
        `^${pattern
          .split(/\$\{[^}]*\}/)
          .map(escape)
          .join('[^.]+')}(_(zero|one|two|few|many|other))?$`,
      );
      const found = keysOf(namespace).filter((key) => expression.test(key));
      if (found.length === 0) problems.push(`${file}: ${namespace}:${pattern} does not exist`);
      found.forEach((key) => used.add(`${namespace}:${key}`));
    }
  }
}
for (const namespace of Object.keys(texts.zh)) {
  for (const key of keysOf(namespace)) {
    if (!used.has(`${namespace}:${key}`)) problems.push(`${namespace}:${key} is not used`);
  }
}

problems.forEach((problem) => console.error(problem));
const count = Object.values(texts.zh).reduce((sum, all) => sum + Object.keys(all).length, 0);
console.log(`${count} texts in two languages, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);

function flat(tree, before = '') {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value]] : Object.entries(flat(value, `${before}${key}.`)),
    ),
  );
}

/** English may have _one and _other where Chinese has one text. */
function variant(all, key) {
  const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return all[key] ?? all[base] ?? all[`${base}_other`];
}

function values(text) {
  return [...new Set([...text.matchAll(/\{\{-?\s*(\w+)/g)].map(([, name]) => name))].sort().join(', ');
}

function withoutComments(code) {
  return code.replaceAll(/\/\*[\s\S]*?\*\/|(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** The first argument of every t(…) call. */
function calls(code) {
  const found = [];
  for (const { index } of code.matchAll(/(?<![\w.])(?:i18next\.)?t\(|i18nKey=\{?/g)) {
    const start = code.indexOf(code.slice(index).startsWith('i18nKey') ? '=' : '(', index) + 1;
    let depth = 0;
    let end = start;
    for (; end < code.length; end += 1) {
      const char = code[end];
      if ('([{'.includes(char)) depth += 1;
      if (')]}'.includes(char)) depth -= 1;
      if (depth < 0 || (depth === 0 && char === ',')) break;
    }
    found.push(code.slice(start, end));
  }
  return found;
}

/** In `state === 'late' ? 'a' : 'b'` the compared word is no key. */
function looksLikeKey(call, word) {
  return !new RegExp(`(===|!==)\\s*'${escape(word)}'`).test(call);
}

function split(key, own) {
  const at = key.indexOf(':');
  return at > 0 && /^\w+$/.test(key.slice(0, at)) ? [key.slice(0, at), key.slice(at + 1)] : [own, key];
}

function escape(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
