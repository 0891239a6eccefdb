import { useMutation, useQuery } from '@apollo/client/react';
import { App, Checkbox, DatePicker, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../app/routes';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import { ErrorView } from '../../components/error-view';
import { OrganizationPicker } from '../../components/organization-picker';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import {
  CycleSchemesDocument,
  OpenAssessmentCycleDocument,
  type AssessmentGroupBy,
  type CycleStage,
  type OrganizationType,
  type ParentRelation,
  type Tier,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { plusDays } from '../../lib/plus-days';
import { useScope } from '../../lib/scope';
import { CoveragePreview } from './coverage-preview';
import { DATED, GROUPINGS, RELATIONS, TIERS, TYPES, USUAL_TYPES } from './cycle-words';
import './cycle.css';

interface Fields {
  organizationId: string | null;
  schemeVersionId: string;
  title: string;
  periodFrom: Dayjs;
  periodTo: Dayjs;
  tiers: Tier[];
  organizationTypes: OrganizationType[];
  relations: ParentRelation[];
  groupBy: AssessmentGroupBy;
  deadlines: Record<CycleStage, Dayjs>;
}

/** Days that a stage lasts, unless somebody says otherwise. */
const LASTS: Partial<Record<CycleStage, number>> = { SELF_ASSESSMENT: 10, EXPERT_REVIEW: 7, NOTICE: 7 };
const usualDays = 5;

function usualDeadlines(): Record<CycleStage, Dayjs> {
  let day = today();
  const deadlines = {} as Record<CycleStage, Dayjs>;
  for (const stage of DATED) {
    day = plusDays(day, LASTS[stage] ?? usualDays);
    deadlines[stage] = dayjs(day);
  }
  return deadlines;
}

const usual = (): Partial<Fields> => {
  const first = dayjs(today()).startOf('year');
  return {
    periodFrom: first,
    periodTo: first.add(5, 'month'),
    tiers: [],
    organizationTypes: [...USUAL_TYPES],
    relations: ['LEADS'],
    groupBy: 'TIER',
    deadlines: usualDeadlines(),
  };
};

/** 开启考核: by which scheme, over which months, whom, until when; beside it whom that would cover. */
export function CycleNewPage() {
  const { t } = useTranslation(['cycle', 'domain', 'console']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { scoped, within } = useScope();
  const [form] = Form.useForm<Fields>();
  const [open, opening] = useMutation(OpenAssessmentCycleDocument);
  const schemes = useQuery(CycleSchemesDocument, { fetchPolicy: 'cache-and-network' });
  const fields = Form.useWatch([], form) as Partial<Fields> | undefined;
  const needed = { required: true, message: t('console:entry.missing') };
  // a group of checkboxes is told to be required by words alone
  const some = {
    validator: (_: unknown, chosen: readonly unknown[]) =>
      chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('console:entry.missing'))),
  };
  const save = async (given: Fields) => {
    const { organizationId, schemeVersionId, title, periodFrom, periodTo, relations, groupBy, deadlines, ...scope } =
      given;
    const input = {
      ...{ organizationId: organizationId ?? '', schemeVersionId, relations, groupBy },
      title: title.trim(),
      periodFrom: periodFrom.startOf('month').format('YYYY-MM-DD'),
      periodTo: periodTo.endOf('month').format('YYYY-MM-DD'),
      tiers: scope.tiers.length > 0 ? scope.tiers : null,
      organizationTypes: scope.organizationTypes.length > 0 ? scope.organizationTypes : null,
      deadlines: DATED.map((stage) => ({ stage, dueOn: deadlines[stage].format('YYYY-MM-DD') })),
    };
    const answer = await open({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    const { id } = answer.data.openAssessmentCycle;
    void message.success(t('open.done', { title: input.title }));
    void navigate(scoped(`${paths.assessments}/${id}`));
  };
  // who conducts it is the highest that one sees, unless somebody says otherwise
  const highest = schemes.data?.conductors.nodes[0]?.id ?? null;
  if (schemes.error && !schemes.data) return <ErrorView error={schemes.error} retry={() => void schemes.refetch()} />;
  if (!schemes.data) return <div className="page-body" aria-busy="true" />;
  return (
    <>
      <PageHead title={t('open.verb')} crumbs={[{ name: t('title'), to: paths.assessments }]} note={t('open.note')} />
      <div className="page-body cycle-new">
        <Panel title={t('open.facts')}>
          <Form<Fields>
            form={form}
            className="entry-form cycle-new-form"
            aria-label={t('open.verb')}
            layout="vertical"
            requiredMark={false}
            autoComplete="off"
            initialValues={{ ...usual(), organizationId: within ?? highest }}
            onFinish={(given) => void save(given)}
          >
            <Form.Item name="schemeVersionId" label={t('column.scheme')} rules={[needed]}>
              <Select
                showSearch
                optionFilterProp="label"
                placeholder={t('open.schemeHint')}
                options={schemes.data.cycleSchemes.map(({ id, name, no }) => ({
                  value: id,
                  label: t('schemeVersion', { name: local(name), no }),
                }))}
              />
            </Form.Item>
            <Form.Item name="title" label={t('column.title')} rules={[{ ...needed, whitespace: true }]}>
              <Input maxLength={80} placeholder={t('open.titleHint')} />
            </Form.Item>
            <div className="cycle-period">
              <Form.Item name="periodFrom" label={t('open.from')} extra={t('open.periodHelp')} rules={[needed]}>
                <DatePicker picker="month" allowClear={false} />
              </Form.Item>
              <Form.Item name="periodTo" label={t('open.to')} rules={[needed]}>
                <DatePicker picker="month" allowClear={false} />
              </Form.Item>
            </div>
            <Form.Item name="organizationId" label={t('column.organization')} rules={[needed]}>
              <OrganizationPicker />
            </Form.Item>
            <Form.Item name="relations" label={t('open.relations')} extra={t('open.relationsHelp')} rules={[some]}>
              <Checkbox.Group options={RELATIONS.map((value) => ({ value, label: t(`open.relation.${value}`) }))} />
            </Form.Item>
            <Form.Item name="tiers" label={t('open.tiers')}>
              <Select
                mode="multiple"
                placeholder={t('open.all')}
                options={TIERS.map((value) => ({ value, label: t(`domain:tier.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name="organizationTypes" label={t('open.types')}>
              <Select
                mode="multiple"
                placeholder={t('open.all')}
                options={TYPES.map((value) => ({ value, label: t(`domain:type.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name="groupBy" label={t('open.groupBy')} extra={t('open.groupByHelp')}>
              <Radio.Group options={GROUPINGS.map((value) => ({ value, label: t(`groupBy.${value}`) }))} />
            </Form.Item>
            <fieldset className="cycle-deadlines">
              <legend>{t('open.deadlines')}</legend>
              <p className="quiet">{t('open.deadlinesHelp')}</p>
              {DATED.map((stage) => (
                <EnterStays key={stage}>
                  <Form.Item name={['deadlines', stage]} label={t(`stage.${stage}`)} rules={[needed]}>
                    <DatePicker allowClear={false} />
                  </Form.Item>
                </EnterStays>
              ))}
            </fieldset>
            <FormFoot
              error={opening.error}
              loading={opening.loading}
              verb={t('open.save')}
              cancel={() => void navigate(scoped(paths.assessments))}
            />
          </Form>
        </Panel>
        <CoveragePreview
          scope={
            fields?.organizationId && fields.relations && fields.relations.length > 0 && fields.groupBy
              ? {
                  organizationId: fields.organizationId,
                  relations: fields.relations,
                  groupBy: fields.groupBy,
                  tiers: fields.tiers && fields.tiers.length > 0 ? fields.tiers : null,
                  organizationTypes:
                    fields.organizationTypes && fields.organizationTypes.length > 0 ? fields.organizationTypes : null,
                }
              : null
          }
        />
      </div>
    </>
  );
}
