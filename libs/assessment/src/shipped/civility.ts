import { group, judged, organizationScheme, satisfaction, type ShippedScheme, words } from './shipped-scheme';

/** 文明单位: civility in duty, service and office. */
export const civility: ShippedScheme = {
  key: 'CIVILITY',
  name: words('文明单位', 'Civil unit'),
  basis: words(
    '协会党建工作现场会讲话（2020）一（八）5：文明履职、文明服务、文明办公，检查评比并公布结果；权重为本系统默认',
    'Speech on party building in the association (2020), 1 (8) 5: civility in duty, service and office, with results made public; weights are defaults of this system',
  ),
  of: 'ORGANIZATION',
  tree: organizationScheme(
    [
      group('DUTY', '40', words('文明履职', 'Civility in duty'), [
        judged('RULES', '15', '依法依规、廉洁履职', 'Duties done by law and rules, and clean'),
        judged('RESPONSIBILITY', '15', '担当作为、按时办结', 'Responsibility taken, work finished in time'),
        judged('UNITY', '10', '团结协作、作风优良', 'Unity and a good style of work'),
      ]),
      group('SERVICE', '35', words('文明服务', 'Civility in service'), [
        judged('ATTITUDE', '10', '态度热情、用语文明', 'Warm in manner, civil in words'),
        judged('QUALITY', '15', '服务会员的质量和实效', 'Members are served well'),
        { ...satisfaction('SATISFACTION', '10'), name: words('服务满意度', 'Satisfaction with the service') },
      ]),
      group('OFFICE', '25', words('文明办公', 'Civility in the office'), [
        judged('ORDER', '10', '办公秩序、环境整洁', 'Order and clean rooms'),
        judged('THRIFT', '5', '勤俭节约、绿色办公', 'Thrift, and care for the environment'),
        judged('SAFETY', '10', '安全保密、值班值守', 'Safety, secrecy, people on duty'),
      ]),
      {
        kind: 'VETO',
        key: 'ACCIDENT',
        name: words('发生责任事故或泄密事件', 'An accident or a leak that it answers for'),
        figure: null,
        capsAt: 'POOR',
      },
    ],
    {
      tieBreakers: [
        { by: 'NODE', key: 'SERVICE' },
        { by: 'NODE', key: 'DUTY' },
      ],
    },
  ),
};
