import type { Messages } from '@dangwu/platform/errors';
import { relationWords, typeWords } from '../organization-words';
import { OrganizationStatus } from '../organization.enums';
import type { OrganizationStanding, Standing } from './standing';

export interface Differences {
  /** what becomes of organizations, a sentence for each */
  readonly changes: readonly Messages[];
  readonly flagsRaised: readonly Messages[];
  readonly flagsCleared: readonly Messages[];
}

/** What two standings of the same organizations differ in, in sentences. */
export function differencesOf(before: Standing, after: Standing): Differences {
  const known = new Map(before.organizations.map((one) => [one.id, one]));
  const flags = (of: Standing, without: Standing): Messages[] => {
    const keys = new Set(without.flags.map(({ key }) => key));
    return of.flags.filter(({ key }) => !keys.has(key)).map(({ organization, message }) => said(organization, message));
  };
  return {
    changes: after.organizations.flatMap((one) => changesOf(known.get(one.id), one)),
    flagsRaised: flags(after, before),
    flagsCleared: flags(before, after),
  };
}

const said = (name: string, { zh, en }: Messages): Messages => ({ zh: `“${name}”：${zh}`, en: `"${name}": ${en}` });

function changesOf(before: OrganizationStanding | undefined, after: OrganizationStanding): Messages[] {
  if (!before) return [foundedText(after)];
  const { name } = after;
  const changes: Messages[] = [];
  if (before.status !== after.status) changes.push(statusText(after));
  if (before.name !== name)
    changes.push({ zh: `“${before.name}”改称“${name}”`, en: `"${before.name}" is called "${name}"` });
  if (before.type !== after.type)
    changes.push({
      zh: `“${name}”由${typeWords[before.type].zh}改为${typeWords[after.type].zh}`,
      en: `"${name}" becomes a ${typeWords[after.type].en}, it was a ${typeWords[before.type].en}`,
    });
  if (before.parent !== after.parent || before.relation !== after.relation)
    changes.push({
      zh: `“${name}”由${placeOf(before, 'zh')}移到${placeOf(after, 'zh')}`,
      en: `"${name}" moves from ${placeOf(before, 'en')} to ${placeOf(after, 'en')}`,
    });
  if (before.reportedMemberCount !== after.reportedMemberCount)
    changes.push({
      zh: `“${name}”填报人数由 ${count(before, 'zh')} 变为 ${count(after, 'zh')}`,
      en: `Reported members of "${name}": ${count(before, 'en')} become ${count(after, 'en')}`,
    });
  return changes;
}

function foundedText(after: OrganizationStanding): Messages {
  const { name, type, reportedMemberCount: members } = after;
  return {
    zh: `新设“${name}”（${typeWords[type].zh}），在${placeOf(after, 'zh')}之下${members === null ? '' : `，${members} 人`}`,
    en: `"${name}" (${typeWords[type].en}) is founded below ${placeOf(after, 'en')}${members === null ? '' : `, with ${members} members`}`,
  };
}

function statusText({ name, status }: OrganizationStanding): Messages {
  switch (status) {
    case OrganizationStatus.DISSOLVED:
      return { zh: `“${name}”撤销`, en: `"${name}" is dissolved` };
    case OrganizationStatus.ACTIVE:
      return { zh: `“${name}”恢复`, en: `"${name}" is active again` };
    case OrganizationStatus.PREPARING:
      return { zh: `“${name}”重新等待成立`, en: `"${name}" waits to be founded again` };
  }
}

function placeOf({ parent, relation }: OrganizationStanding, language: keyof Messages): string {
  if (!parent) return language === 'zh' ? '根' : 'the root';
  const word = relation ? relationWords[relation][language] : '';
  return language === 'zh' ? `“${parent}”（${word}）` : `"${parent}" (${word})`;
}

const count = ({ reportedMemberCount }: OrganizationStanding, language: keyof Messages): string =>
  reportedMemberCount === null ? { zh: '未填', en: 'none' }[language] : String(reportedMemberCount);
