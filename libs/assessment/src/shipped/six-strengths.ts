import {
  between,
  byBands,
  group,
  judged,
  measured,
  organizationScheme,
  rate,
  satisfaction,
  type ShippedScheme,
  words,
} from './shipped-scheme';

/** 六强: what the association's meeting on party building asks grassroots organizations to be strong in. */
export const sixStrengths: ShippedScheme = {
  key: 'SIX_STRENGTHS',
  name: words('六强', 'Six strengths'),
  basis: words(
    '协会党建工作现场会讲话（2020）三（四）：六强；权重和档次为本系统默认',
    'Speech on party building in the association (2020), 3 (4): six strengths; weights and bands are defaults of this system',
  ),
  of: 'ORGANIZATION',
  tree: organizationScheme(
    [
      group('ORGANIZING', '20', words('工作组织推动性强', 'Strong in organizing and driving the work'), [
        measured(
          'MEETINGS_HELD',
          '8',
          '三会一课等组织生活完成率',
          'Organization life held',
          rate('obligation.fulfilmentRate', byBands),
        ),
        measured('ATTENDANCE', '4', '到会率', 'Attendance', rate('attendance.rate', between('80', '95'))),
        judged('LEADERSHIP', '5', '班子研究党建、履行一岗双责', 'The leadership attends to party building'),
        satisfaction('SATISFACTION', '3'),
        {
          kind: 'DEDUCTION',
          key: 'LACKING_RECORDS',
          name: words('组织生活未补记录', 'Organization life without records'),
          figure: 'obligation.awaitingRecord',
          each: '0.30',
          cap: '2.00',
        },
      ]),
      group('PLANNING', '15', words('工作计划导向性强', 'Strong in plans that give direction'), [
        judged('DIRECTION', '6', '计划体现中央精神和上级要求', 'The plan follows what the centre and superiors ask'),
        judged('TASKS', '4', '任务具体、责任到人', 'Tasks are definite and somebody answers for each'),
        measured(
          'MATTERS_IN_TIME',
          '5',
          '重大事项按时前置审议',
          'Major matters reviewed in time',
          rate('matter.reviewedInTime', between('60', '100')),
        ),
      ]),
      group('MEASURES', '15', words('工作措施有效性强', 'Strong in measures that work'), [
        judged('PRACTICE', '6', '出实招、抓落实', 'Practical measures, carried through'),
        judged('ABILITY', '4', '抓素质提高、能力提升', 'Quality and ability are raised'),
        measured('STUDY_HOURS', '5', '党员人均学时', 'Hours of study per member', {
          figure: 'study.hoursPerMember',
          unit: 'HOURS',
          mapping: between('0', '32'),
        }),
      ]),
      group('FINDINGS', '15', words('查摆问题针对性强', 'Strong in finding problems to the point'), [
        judged('FINDING', '8', '问题找得准、原因挖得深', 'Problems and their causes are found'),
        judged('MENDING', '7', '整改措施切实、问题解决', 'They are mended and solved'),
      ]),
      group('CENTRAL_WORK', '20', words('与中心工作融合性强', 'Strong in being one with the central work'), [
        judged(
          'TOGETHER',
          '8',
          '同谋划、同部署、同推动、同考评、同落实',
          'Planned, set, driven, judged and done together',
        ),
        judged('CARRIERS', '7', '搭建融入中心工作的载体和平台', 'Forms and platforms that join the two'),
        judged('PROMOTED', '5', '抓党建促工作、促发展的成效', 'Work and growth furthered by party building'),
      ]),
      group('FOUNDATION', '15', words('基础建设体系性强', 'Strong in a system of foundations'), [
        measured('COVERAGE', '4', '应建单位覆盖率', 'Coverage of units', rate('coverage.rate', between('60', '100'))),
        measured(
          'REELECTION',
          '4',
          '按期换届率',
          'Re-elections in time',
          rate('reelection.onTimeRate', between('50', '100')),
        ),
        measured('MINUTES', '4', '会议记录按时率', 'Minutes in time', rate('minutes.onTimeRate', byBands)),
        judged('RULES', '3', '制度健全、执行有力', 'Rules are complete and kept'),
      ]),
      {
        kind: 'BONUS',
        key: 'CASES',
        name: words('经验做法被上级推广', 'Experience that superiors made known'),
        figure: null,
        each: '1.00',
        cap: '2.00',
      },
      {
        kind: 'VETO',
        key: 'DISCIPLINE',
        name: words('发生严重违纪违法案件', 'A grave breach of discipline or law'),
        figure: null,
        capsAt: 'POOR',
      },
      {
        kind: 'VETO',
        key: 'CRITICIZED',
        name: words('党建工作被上级通报批评', 'Criticized by superiors for its party work'),
        figure: null,
        capsAt: 'FAIR',
      },
    ],
    {
      tieBreakers: [
        { by: 'NODE', key: 'FINDINGS' },
        { by: 'NODE', key: 'CENTRAL_WORK' },
        {
          by: 'FIGURE',
          figure: 'obligation.late',
          name: words('逾期义务', 'Late obligations'),
          first: 'LOW',
        },
      ],
    },
  ),
};
