import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import type { ReviewRuleFactsFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useBand } from './use-amount';

/** A share as people write it: ≥ 1/2. */
export const shareInWords = (share: string): string => share.replace('>=', '≥');

/** A review rule in words: who reviews, what must be there, how it is voted, who decides, on which basis. */
export function RuleFacts({ rule }: { rule: ReviewRuleFactsFragment }) {
  const { t } = useTranslation(['decision', 'domain']);
  const band = useBand();
  const fact = (key: string, children: string) => ({ key, label: t(`rule.${key}`), children });
  const checks = [rule.expertOpinion && t('rule.expert'), rule.legalCheck && t('rule.legal')].filter(Boolean);
  const reviewed = [
    fact('reviewingBody', t(`reviewingBody.${rule.reviewingBody}`)),
    fact('presence', t('rule.presenceOf', { share: shareInWords(rule.presence) })),
    fact('majority', t(`rule.majorityOf.${rule.majorityBase}`, { share: shareInWords(rule.majority) })),
    fact('ballot', t(`ballot.${rule.ballot}`)),
    ...(rule.councilBallot ? [fact('councilBallot', t(`ballot.${rule.councilBallot}`))] : []),
    fact('speakingOrder', t(`speakingOrder.${rule.speakingOrder}`)),
    fact('daysAhead', t('rule.days', { count: rule.daysAhead })),
    ...(checks.length ? [fact('checks', checks.join(t('comma')))] : []),
    fact('urgentDays', t('rule.urgent', { count: rule.urgentDays })),
  ];
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 88 } }}
        items={[
          fact('band', band(rule)),
          ...(rule.reviewRequired ? reviewed : [fact('reviewingBody', t('rule.notReviewed'))]),
          fact('materials', rule.materials.join(t('comma'))),
          fact('decidingBody', t(`decidingBody.${rule.decidingBody}`)),
        ]}
      />
      <p className="matter-basis">
        <BasisChip>
          {t('rule.since', { basis: local(rule.basis), from: rule.effectiveFrom, no: rule.versionNo })}
        </BasisChip>
      </p>
    </>
  );
}
