import type { GroupNode, NotApplicable } from '../engine';
import { group, judged, organizationScheme, type ShippedScheme, words } from './shipped-scheme';

/** A duty as the profiles of libs/organization name it; who does not have it is not assessed by it. */
function duty(
  key: string,
  weight: string,
  zh: string,
  en: string,
  items: readonly (readonly [zh: string, en: string, weight: string])[],
): GroupNode {
  const notApplicable: readonly NotApplicable[] = [{ on: 'DUTY_NONE_OF', list: [key] }];
  const children = items.map(([item, inEnglish, points], index) =>
    judged(`${key}.${index + 1}`, points, item, inEnglish),
  );
  return { ...group(key, weight, words(zh, en), children), notApplicable };
}

/** 八个作用: what an organization is for by its type, so that a branch is not asked for what a committee does. */
export const duties: ShippedScheme = {
  key: 'DUTIES',
  name: words('八个作用', 'Eight roles'),
  basis: words(
    '协会党建工作现场会讲话（2020）三（三）：八个作用，按组织类型的工作职责；权重为本系统默认',
    'Speech on party building in the association (2020), 3 (3): eight roles, by the duties of each type of organization; weights are defaults of this system',
  ),
  of: 'ORGANIZATION',
  tree: organizationScheme(
    [
      duty('DIRECTION', '11', '把方向作用', 'Set the direction', [
        ['重大事项前置研究审议到位', 'Major matters are reviewed beforehand', '6'],
        ['意见建议明确并得到落实', 'Opinions are clear and followed up', '5'],
      ]),
      duty('LEAD', '11', '引领作用', 'Lead', [
        ['政治引领、思想引领', 'Lead politically and in thought', '6'],
        ['组织引领，党员率先垂范', 'Lead in organization; members set the example', '5'],
      ]),
      duty('OVERSEE', '11', '监督作用', 'Oversee', [
        ['监督依法依规行使权力', 'Powers are used by law and rules', '6'],
        ['监督诚实守信、搞好服务', 'Honest and good service is seen to', '5'],
      ]),
      duty('CARRY_THROUGH', '11', '促落实作用', 'See things through', [
        ['定期听取汇报、检查督促', 'Reports are heard, progress is checked', '6'],
        ['任务按期完成', 'Tasks are done in time', '5'],
      ]),
      duty('GUIDE', '11', '指导作用', 'Guide', [
        ['具体指导秘书处和分支机构党的工作', 'Party work is guided in practice', '11'],
      ]),
      duty('POLITICAL_CORE', '11', '政治核心作用', 'Be the political core', [
        ['在重大问题、重要事项上把好政治关口', 'The political line is kept in major questions', '11'],
      ]),
      duty('GUARANTEE', '11', '保证监督作用', 'Guarantee and supervise', [
        ['上级和协会决策部署贯彻落实', 'What was decided above is carried out', '6'],
        ['保证监督措施有效', 'The means of supervision work', '5'],
      ]),
      duty('FORTRESS', '11', '战斗堡垒作用', 'Be the fighting fortress', [
        ['团结带领党员和员工完成任务', 'Members and staff are led to accomplish the tasks', '6'],
        ['党员先锋模范作用', 'Members are in the vanguard', '5'],
      ]),
      duty('PLAN', '4', '谋划组织', 'Plan and organize', [
        ['谋划党建工作，分解和协调任务', 'Party building is planned, tasks divided', '4'],
      ]),
      duty('ADVISE', '4', '智囊参谋', 'Advise', [['提供专业意见，参加评审', 'Expert opinions are given', '4']]),
      duty('GROUP_LIFE', '4', '小组组织生活', 'Life of the group', [
        ['组织学习，完成党支部交办的任务', 'Study is held, what the branch asks is done', '4'],
      ]),
    ],
    { tieBreakers: [] },
  ),
};
