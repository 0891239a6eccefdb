import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  SetReviewRulesDocument,
  type BallotKind,
  type DecidingBody,
  type MajorityBase,
  type MatterCategory,
  type ReviewingBody,
  type ReviewRuleFactsFragment,
  type SpeakingOrder,
  type Tier,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { fenOf, tenThousands } from './amount';
import { shareInWords } from './rule-facts';

const BODIES: readonly ReviewingBody[] = ['FUNCTIONAL_COMMITTEE', 'LEADING_GROUP'];
const DECIDING: readonly DecidingBody[] = ['COUNCIL', 'STANDING_COUNCIL', 'OFFICE_MEETING'];
const BASES: readonly MajorityBase[] = ['ENTITLED', 'PRESENT'];
const BALLOTS: readonly BallotKind[] = ['OPEN', 'SECRET'];
const ORDERS: readonly SpeakingOrder[] = ['CHAIR_LAST', 'EVERYONE_CHAIR_LAST'];
const SHARES = ['> 1/2', '>= 1/2', '>= 2/3', '>= 3/4', '>= 4/5'] as const;

interface BandFields {
  /** where it ends, in units of 10,000 yuan; the last one is open */
  to?: string;
  reviewRequired: boolean;
  reviewingBody: ReviewingBody;
  materials: string[];
  daysAhead: number;
  presence: string;
  majorityBase: MajorityBase;
  majority: string;
  ballot: BallotKind;
  /** empty: as the reviewing body */
  councilBallot: BallotKind | '';
  speakingOrder: SpeakingOrder;
  expertOpinion: boolean;
  legalCheck: boolean;
  decidingBody: DecidingBody;
  urgentDays: number;
}

interface Fields {
  bands: BandFields[];
  basis: string;
  effectiveFrom: Dayjs;
}

const usual: BandFields = {
  reviewRequired: true,
  reviewingBody: 'FUNCTIONAL_COMMITTEE',
  materials: [],
  daysAhead: 3,
  presence: '>= 1/2',
  majorityBase: 'ENTITLED',
  majority: '> 1/2',
  ballot: 'OPEN',
  councilBallot: '',
  speakingOrder: 'CHAIR_LAST',
  expertOpinion: false,
  legalCheck: false,
  decidingBody: 'STANDING_COUNCIL',
  urgentDays: 7,
};

function fieldsOf(rule: ReviewRuleFactsFragment): BandFields {
  const { reviewRequired, reviewingBody, materials, daysAhead, presence, majorityBase, majority, ballot } = rule;
  const { speakingOrder, expertOpinion, legalCheck, decidingBody, urgentDays, amountTo } = rule;
  const councilBallot = rule.councilBallot ?? ('' as const);
  const voted = { presence, majorityBase, majority, ballot, councilBallot, speakingOrder };
  const before = { reviewRequired, reviewingBody, materials: [...materials], daysAhead, expertOpinion, legalCheck };
  return { to: amountTo === null ? '' : tenThousands(amountTo), ...before, ...voted, decidingBody, urgentDays };
}

/** A new version of the rules of a category and tier. A band begins where the one above it ends: nothing is left out. */
export function BandsForm(props: {
  category: MatterCategory;
  tier: Tier;
  /** the latest version, from the lowest band on */
  rules: readonly ReviewRuleFactsFragment[];
  done(): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['decision', 'console']);
  const { category, tier, rules } = props;
  const [set, { loading, error }] = useMutation(SetReviewRulesDocument);
  const needed = { required: true, message: t('console:entry.missing') };
  const initial = {
    bands: rules.length ? rules.map(fieldsOf) : [usual],
    effectiveFrom: dayjs(today()),
  };
  const save = async ({ bands, basis, effectiveFrom }: Fields) => {
    const input = {
      category,
      tier,
      versionNo: rules[0]?.versionNo ?? 0,
      basis: basis.trim(),
      effectiveFrom: effectiveFrom.format('YYYY-MM-DD'),
      bands: bands.map(({ to, councilBallot, ...band }, i) => ({
        ...band,
        councilBallot: councilBallot || null,
        amountFrom: fenOf(bands[i - 1]?.to) ?? '0',
        amountTo: i === bands.length - 1 ? null : fenOf(to),
      })),
    };
    const answer = await set({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done();
  };
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('rules.change')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={initial}
      onFinish={(fields) => void save(fields)}
    >
      <p className="quiet">{t('rules.help')}</p>
      <Form.List name="bands">
        {(bands, { add, remove }) => (
          <>
            {bands.map(({ key, name }) => (
              <fieldset key={key} className="review-band">
                <legend>{t('rules.band', { no: name + 1 })}</legend>
                <Band name={name} last={name === bands.length - 1} />
                {bands.length > 1 ? (
                  <Button onClick={() => remove(name)}>{t('rules.removeBand', { no: name + 1 })}</Button>
                ) : null}
              </fieldset>
            ))}
            {bands.length < 10 ? <Button onClick={() => add(usual)}>{t('rules.addBand')}</Button> : null}
          </>
        )}
      </Form.List>
      <Form.Item name="effectiveFrom" label={t('rules.from')} rules={[needed]}>
        <DatePicker allowClear={false} disabledDate={(day: Dayjs) => day.format('YYYY-MM-DD') < today()} />
      </Form.Item>
      <Form.Item name="basis" label={t('rules.basis')} rules={[{ ...needed, whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('rules.save')} cancel={props.cancel} />
    </Form>
  );
}

/** What one band asks for. */
function Band({ name, last }: { name: number; last: boolean }) {
  const { t } = useTranslation(['decision', 'console']);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  const choice = <T extends string>(
    field: keyof BandFields,
    label: string,
    words: readonly T[],
    word: (w: T) => string,
  ) => (
    <Form.Item name={[name, field]} label={label} rules={needed}>
      <Select options={words.map((value) => ({ value, label: word(value) }))} />
    </Form.Item>
  );
  const tick = (field: keyof BandFields, words: string) => (
    <Form.Item name={[name, field]} valuePropName="checked">
      <Checkbox>{words}</Checkbox>
    </Form.Item>
  );
  const count = (field: keyof BandFields, label: string, least: number) => (
    <Form.Item name={[name, field]} label={label} rules={needed}>
      <InputNumber min={least} max={60} precision={0} />
    </Form.Item>
  );
  return (
    <>
      {last ? null : (
        <Form.Item
          name={[name, 'to']}
          label={t('rules.to')}
          rules={[...needed, { pattern: /^\d{1,9}(\.\d{1,6})?$/, message: t('field.amountWrong') }]}
        >
          <Input inputMode="decimal" suffix={t('amount.unit')} />
        </Form.Item>
      )}
      {tick('reviewRequired', t('rules.reviewed'))}
      {choice('reviewingBody', t('rule.reviewingBody'), BODIES, (each) => t(`reviewingBody.${each}`))}
      <Form.Item name={[name, 'materials']} label={t('rule.materials')} rules={needed}>
        <Select mode="tags" maxCount={20} tokenSeparators={[...t('rules.separators')]} />
      </Form.Item>
      <div className="review-pair">
        {choice('presence', t('rules.presence'), SHARES, shareInWords)}
        {choice('majority', t('rules.majority'), SHARES, shareInWords)}
        {choice('majorityBase', t('rules.base'), BASES, (each) => t(`base.${each}`))}
        {choice('ballot', t('rule.ballot'), BALLOTS, (each) => t(`ballot.${each}`))}
        <Form.Item name={[name, 'councilBallot']} label={t('rule.councilBallot')}>
          <Select
            options={[
              { value: '', label: t('rules.asReviewing') },
              ...BALLOTS.map((value) => ({ value, label: t(`ballot.${value}`) })),
            ]}
          />
        </Form.Item>
        {count('daysAhead', t('rules.daysAhead'), 0)}
        {count('urgentDays', t('rules.urgentDays'), 1)}
      </div>
      {choice('speakingOrder', t('rule.speakingOrder'), ORDERS, (each) => t(`speakingOrder.${each}`))}
      {choice('decidingBody', t('rule.decidingBody'), DECIDING, (each) => t(`decidingBody.${each}`))}
      {tick('expertOpinion', t('rule.expert'))}
      {tick('legalCheck', t('rule.legal'))}
    </>
  );
}
