import { figureRegister } from './figure';

const units = { COUNT: '—', PERCENT: '%', HOURS: 'h' } as const;

/** `docs/figures.md`, printed from the register: what is counted, in what, from which rows, for whom. */
export function figuresPage(): string {
  const rows = figureRegister().map(
    ({ key, name, definition, unit, source, permission }) =>
      `| \`${key}\` | ${name.zh}<br>${name.en} | ${definition.zh}<br>${definition.en} | ${units[unit]} | ${source} | \`${permission}\` |`,
  );
  return [
    '# Figures',
    '',
    'Printed by `npm run print`; do not edit.',
    '',
    'Everything that console, mails and assessments count is an entry here, and is counted in one place. A rate is the sum of',
    'its parts divided by the sum of its wholes, so that the rate of a subtree is not the average of rates.',
    '',
    '| key | name | what is counted | in | from | for whoever holds |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
