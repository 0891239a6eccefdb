import { useMutation } from '@apollo/client/react';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import { ChangeMatterDocument, DraftMatterDocument, type MatterCategory } from '../../generated/graphql';
import { useScope } from '../../lib/scope';
import { fenOf, tenThousands } from './amount';
import type { MatterDetail } from './matter-drawer';
import { RuleFacts } from './rule-facts';
import { useRuleFor } from './use-rule-for';
import { CATEGORIES } from './words';

interface Fields {
  organizationId: string;
  category: MatterCategory;
  title: string;
  amount?: string;
  background?: string;
  options?: string;
  socialEffect?: string;
  urgentReason?: string;
}

/** 起草 without a matter, 修改 with one. It asks for what the rule of such a matter needs, and shows that rule. */
export function MatterForm(props: {
  matter: MatterDetail | null;
  done(words: string, id?: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['decision', 'console']);
  const { within } = useScope();
  const { matter } = props;
  const [form] = Form.useForm<Fields>();
  const [draft, drafting] = useMutation(DraftMatterDocument);
  const [change, changing] = useMutation(ChangeMatterDocument);
  const needed = { required: true, message: t('console:entry.missing') };
  const initial: Partial<Fields> = matter
    ? {
        category: matter.category,
        title: matter.title,
        amount: matter.amountFen === null ? '' : tenThousands(matter.amountFen),
        background: matter.background,
        options: matter.options,
        socialEffect: matter.socialEffect,
        urgentReason: matter.urgentReason ?? '',
      }
    : { organizationId: within ?? undefined };
  const watched = Form.useWatch((values: Partial<Fields>) => values, form);
  const { organizationId, category, amount } = watched ?? initial;
  const organization = matter?.organization ?? (organizationId ? { id: organizationId } : null);
  const rule = useRuleFor({ category, organization, amountFen: fenOf(amount) });
  // where there is one band for all amounts, none is asked
  const asksAmount = rule ? rule.amountFrom !== '0' || rule.amountTo !== null : false;
  const save = async (fields: Fields) => {
    const facts = {
      category: fields.category,
      title: fields.title.trim(),
      amountFen: asksAmount ? fenOf(fields.amount) : null,
      background: fields.background ?? '',
      options: fields.options ?? '',
      socialEffect: fields.socialEffect ?? '',
      urgentReason: fields.urgentReason?.trim() || null,
    };
    const { title } = facts;
    // a refusal is shown above the buttons; the fields stay as they are
    if (matter) {
      const input = { id: matter.id, version: matter.version, ...facts };
      const answer = await change({ variables: { input } }).catch(() => null);
      if (answer?.data) props.done(t('change.done', { title }), matter.id);
      return;
    }
    const input = { organizationId: fields.organizationId, ...facts };
    const answer = await draft({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('draft.done', { title }), answer.data.draftMatter.id);
  };
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t(matter ? 'change.verb' : 'draft.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={initial}
      onFinish={(fields) => void save(fields)}
    >
      {matter ? null : (
        <Form.Item name="organizationId" label={t('field.organization')} rules={[needed]}>
          <OrganizationPicker />
        </Form.Item>
      )}
      <Form.Item name="category" label={t('field.category')} rules={[needed]}>
        <Select options={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))} />
      </Form.Item>
      <Form.Item name="title" label={t('field.title')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      {asksAmount ? (
        <Form.Item
          name="amount"
          label={t('field.amountTyped')}
          rules={[{ pattern: /^\d{1,9}(\.\d{1,6})?$/, message: t('field.amountWrong') }]}
        >
          <Input inputMode="decimal" suffix={t('amount.unit')} />
        </Form.Item>
      ) : null}
      <Form.Item name="background" label={t('field.background')}>
        <Input.TextArea rows={4} maxLength={10_000} />
      </Form.Item>
      <Form.Item name="options" label={t('field.options')}>
        <Input.TextArea rows={3} maxLength={10_000} />
      </Form.Item>
      <Form.Item name="socialEffect" label={t('field.socialEffect')}>
        <Input.TextArea rows={2} maxLength={10_000} />
      </Form.Item>
      <Form.Item name="urgentReason" label={t('field.urgentReason')} extra={t('field.urgentHelp')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {category && organization ? (
        <section className="matter-rule-beside" aria-label={t('rule.wouldApply')}>
          <h3 className="matter-heading">{t('rule.wouldApply')}</h3>
          {rule ? <RuleFacts rule={rule} /> : <p className="quiet">{t('rule.none')}</p>}
        </section>
      ) : null}
      <FormFoot
        error={drafting.error ?? changing.error}
        loading={drafting.loading || changing.loading}
        verb={t(matter ? 'change.save' : 'draft.save')}
        cancel={props.cancel}
      />
    </Form>
  );
}
