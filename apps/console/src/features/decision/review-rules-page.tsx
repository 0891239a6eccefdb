import { useQuery } from '@apollo/client/react';
import { App, Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ErrorView } from '../../components/error-view';
import { FlagFilter } from '../../components/ledger/ledger-filters';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import {
  ReviewRulesDocument,
  type MatterCategory,
  type ReviewRuleFactsFragment,
  type Tier,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { useMay } from '../../lib/session';
import { flag, oneOf, useUrlState } from '../../lib/url-state';
import { BandsForm } from './bands-form';
import { RuleFacts } from './rule-facts';
import { RuleTrial } from './rule-trial';
import { useBand } from './use-amount';
import { CATEGORIES, TIERS } from './words';
import '../../components/ledger/ledger.css';
import './decision.css';

const fields = { tier: oneOf(TIERS, 'SECRETARIAT'), ended: flag() };

/** The rules of pre-review of a tier: of each category its bands, in versions; and which rule a matter would be under. */
export function ReviewRulesPage() {
  const { t } = useTranslation(['decision', 'domain']);
  const { message } = App.useApp();
  const [{ tier, ended }, set] = useUrlState(fields);
  const [setting, setSetting] = useState<MatterCategory | null>(null);
  const maintains = useMay('reviewRule.maintain');
  const { data, previousData, error, refetch } = useQuery(ReviewRulesDocument, {
    variables: { tier, includeEnded: ended },
    fetchPolicy: 'cache-and-network',
  });
  const rules = (data ?? previousData)?.reviewRules;
  const of = (category: MatterCategory) => (rules ?? []).filter((rule) => rule.category === category);
  return (
    <>
      <PageHead title={t('rules.title')} note={t('rules.note')} />
      <div className="page-body">
        <RuleTrial />
        <div className="filter-row ledger-filters review-rules-filters" role="search" aria-label={t('rules.filters')}>
          <Select
            aria-label={t('rules.tier')}
            value={tier}
            options={TIERS.map((value) => ({ value, label: t(`domain:tier.${value}`) }))}
            onChange={(value: Tier) => set({ tier: value })}
          />
          <FlagFilter label={t('rules.ended')} value={ended} onChange={(value) => set({ ended: value })} />
        </div>
        {error && !rules ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {rules?.length === 0 ? <Empty>{t('rules.empty')}</Empty> : null}
        <div className="review-rules">
          {CATEGORIES.map((category) => (
            <Category
              key={category}
              category={category}
              rules={of(category)}
              // not before the rules of the tier itself are there: those of the one before are still shown
              edit={maintains && data ? () => setSetting(category) : null}
            />
          ))}
        </div>
      </div>
      {setting ? (
        <Drawer
          title={t('rules.set', { category: t(`category.${setting}`) })}
          aria-label={t('rules.set', { category: t(`category.${setting}`) })}
          size={600}
          open
          onClose={() => setSetting(null)}
          closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
        >
          <BandsForm
            category={setting}
            tier={tier}
            rules={latest(of(setting))}
            cancel={() => setSetting(null)}
            done={() => {
              setSetting(null);
              void message.success(t('rules.done'));
              void refetch();
            }}
          />
        </Drawer>
      ) : null}
    </>
  );
}

/** The bands of the latest version, from the lowest on. */
function latest(rules: readonly ReviewRuleFactsFragment[]): ReviewRuleFactsFragment[] {
  const last = Math.max(0, ...rules.map(({ versionNo }) => versionNo));
  return rules.filter(({ versionNo }) => versionNo === last);
}

function Category(props: {
  category: MatterCategory;
  rules: readonly ReviewRuleFactsFragment[];
  edit: (() => void) | null;
}) {
  const { t } = useTranslation('decision');
  const band = useBand();
  const { category, rules, edit } = props;
  const name = t(`category.${category}`);
  if (rules.length === 0 && !edit) return null;
  const versions = [...new Set(rules.map(({ versionNo }) => versionNo))];
  return (
    <Panel
      title={name}
      note={rules.length ? t('rules.bands', { count: latest(rules).length }) : t('rules.none')}
      extra={
        edit ? (
          <Button size="small" className="review-change" aria-label={t('rules.set', { category: name })} onClick={edit}>
            {t('rules.change')}
          </Button>
        ) : null
      }
    >
      {versions.map((no) => {
        const bands = rules.filter(({ versionNo }) => versionNo === no);
        return (
          <section key={no} className="review-version" aria-label={t('rules.version', { no })}>
            <h3 className="matter-heading">
              {t('rules.version', { no })}
              <span className="quiet">{t(`rules.${phase(bands[0]!)}`, days(bands[0]!))}</span>
            </h3>
            {bands.map((rule) => (
              <details key={rule.id}>
                <summary>
                  <strong>{band(rule)}</strong>
                  <span className="quiet">
                    {rule.reviewRequired ? t(`reviewingBody.${rule.reviewingBody}`) : t('rule.notReviewed')}
                    {' → '}
                    {t(`decidingBody.${rule.decidingBody}`)}
                  </span>
                </summary>
                <RuleFacts rule={rule} />
              </details>
            ))}
          </section>
        );
      })}
    </Panel>
  );
}

const days = ({ effectiveFrom: from, effectiveTo }: ReviewRuleFactsFragment) => ({ from, to: effectiveTo ?? '' });

/** Whether a version holds, is over, or is yet to come. */
function phase({ effectiveFrom, effectiveTo }: ReviewRuleFactsFragment): 'holds' | 'over' | 'ahead' {
  if (effectiveFrom > today()) return 'ahead';
  return effectiveTo && effectiveTo <= today() ? 'over' : 'holds';
}
