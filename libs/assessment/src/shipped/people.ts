import type { SchemeTree } from '../engine';
import { group, judged, type ShippedScheme, words } from './shipped-scheme';

const personal: Pick<SchemeTree, 'rounding' | 'scorers' | 'tieBreakers' | 'equalAtLimit'> = {
  rounding: { scale: 2, mode: 'HALF_UP' },
  scorers: { by: 'AVERAGE' },
  tieBreakers: [],
  equalAtLimit: 'NEITHER',
};

/** 民主评议党员: the annual evaluation of full members in their branch. */
export const memberEvaluation: ShippedScheme = {
  key: 'MEMBER_EVALUATION',
  name: words('民主评议党员', 'Annual evaluation of members'),
  basis: words(
    '《中国共产党支部工作条例（试行）》第十八条；优秀一般不超过参评正式党员的三分之一（中组部年度通知）；分值为本系统默认',
    'Regulations on the Work of Branches (trial), article 18; normally at most a third excellent, by the yearly notices; points are defaults of this system',
  ),
  of: 'MEMBER',
  tree: {
    ...personal,
    root: group('TOTAL', '100', words('总分', 'Total'), [
      {
        kind: 'BALLOT',
        key: 'BALLOT',
        name: words('民主测评', 'Ballot of the members'),
        weight: '60',
        groups: [{ key: 'MEMBERS', name: words('党员', 'Members'), weight: '1' }],
        options: [
          { key: 'EXCELLENT', name: words('优秀', 'Excellent'), share: '1' },
          { key: 'QUALIFIED', name: words('合格', 'Qualified'), share: '0.8' },
          { key: 'BARELY_QUALIFIED', name: words('基本合格', 'Barely qualified'), share: '0.6' },
          { key: 'NOT_QUALIFIED', name: words('不合格', 'Not qualified'), share: '0' },
        ],
      },
      group('COMMITTEE', '40', words('支部委员会评定', 'Judged by the branch committee'), [
        judged('BELIEF', '10', '理想信念、政治立场', 'Belief and political stand'),
        judged('DISCIPLINE', '10', '遵守纪律、参加组织生活', 'Discipline, part in the organization life'),
        judged('WORK', '10', '履职尽责、工作实绩', 'Duties done and results of the work'),
        judged('EXAMPLE', '10', '联系群众、先锋作用', 'Close to people, an example to them'),
      ]),
      {
        kind: 'VETO',
        key: 'ABSENT',
        name: words(
          '无正当理由不参加组织生活、不交纳党费',
          'Absent from organization life or dues unpaid, without a reason',
        ),
        figure: null,
        capsAt: 'BARELY_QUALIFIED',
      },
      {
        kind: 'VETO',
        key: 'PUNISHED',
        name: words('受到党纪处分', 'Punished under party discipline'),
        figure: null,
        capsAt: 'QUALIFIED',
      },
    ]),
    grades: [
      { key: 'EXCELLENT', name: words('优秀', 'Excellent'), from: '90' },
      { key: 'QUALIFIED', name: words('合格', 'Qualified'), from: '70' },
      { key: 'BARELY_QUALIFIED', name: words('基本合格', 'Barely qualified'), from: '60' },
      { key: 'NOT_QUALIFIED', name: words('不合格', 'Not qualified'), from: null },
    ],
    topShare: { share: '1/3', atLeastOne: false },
  },
};

const options = [
  { key: 'GOOD', name: words('好', 'Good'), share: '1' },
  { key: 'FAIRLY_GOOD', name: words('较好', 'Fairly good'), share: '0.85' },
  { key: 'FAIR', name: words('一般', 'Fair'), share: '0.6' },
  { key: 'POOR', name: words('差', 'Poor'), share: '0' },
];

/** 述职评议: secretaries report on their party work and are judged by those above and below. */
export const secretaryReview: ShippedScheme = {
  key: 'SECRETARY_REVIEW',
  name: words('党组织书记述职评议', "Review of secretaries' reports"),
  basis: words(
    '党组织书记抓基层党建工作述职评议考核办法（参照）；分值和比例为本系统默认',
    "Measures on secretaries' reports on party building, by analogy; points and shares are defaults of this system",
  ),
  of: 'SECRETARY',
  tree: {
    ...personal,
    root: group('TOTAL', '100', words('总分', 'Total'), [
      group('REPORT', '40', words('述职报告', 'The report'), [
        judged('DONE', '20', '抓党建工作情况和成效', 'What was done for party building, and its effect'),
        judged('PROBLEMS', '10', '问题找得准、原因讲得清', 'Problems and their causes are named'),
        judged('NEXT', '10', '下一步打算和措施', 'What comes next, by which means'),
      ]),
      judged('ANSWERS', '20', '现场提问回答', 'Answers to questions'),
      {
        kind: 'BALLOT',
        key: 'BALLOT',
        name: words('现场测评', 'Ballot at the meeting'),
        weight: '40',
        groups: [
          { key: 'SUPERIORS', name: words('上级党组织委员', 'Committee of the superior organization'), weight: '0.6' },
          {
            key: 'REPRESENTATIVES',
            name: words('党员和群众代表', 'Representatives of members and others'),
            weight: '0.4',
          },
        ],
        options,
      },
    ]),
    grades: [
      { key: 'GOOD', name: words('好', 'Good'), from: '90' },
      { key: 'FAIRLY_GOOD', name: words('较好', 'Fairly good'), from: '80' },
      { key: 'FAIR', name: words('一般', 'Fair'), from: '60' },
      { key: 'POOR', name: words('差', 'Poor'), from: null },
    ],
    topShare: { share: '0.30', atLeastOne: true },
  },
};
