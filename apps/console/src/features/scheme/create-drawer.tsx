import { useMutation, useQuery } from '@apollo/client/react';
import { Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  AssessmentSchemesDocument,
  CreateAssessmentSchemeDocument,
  type AssessmentSubject,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { SUBJECTS } from './scheme-words';

interface Fields {
  copyOf: string;
  nameZh: string;
  nameEn: string;
  subject: AssessmentSubject;
  basisZh?: string;
  basisEn?: string;
}
const EMPTY = 'empty';

/** 新建考核方案: empty, or as a copy of one that was published. */
export function CreateDrawer(props: {
  /** The version to copy; null: it is chosen here. */
  copyOf: { id: string; name: string } | null;
  /** With the id of the scheme once it is there. */
  close(id: string | null): void;
}) {
  const { t } = useTranslation(['scheme', 'console']);
  const { copyOf, close } = props;
  const [key] = useState(() => crypto.randomUUID());
  const [form] = Form.useForm<Fields>();
  const from = Form.useWatch('copyOf', form) as string | undefined;
  const [create, { error, loading }] = useMutation(CreateAssessmentSchemeDocument);
  const { data } = useQuery(AssessmentSchemesDocument, {
    variables: { first: 100, filter: { retired: false }, order: 'NAME' },
    skip: copyOf !== null,
  });
  const sources = copyOf
    ? [{ value: copyOf.id, label: copyOf.name }]
    : (data?.assessmentSchemes.nodes ?? []).flatMap(({ name, latest }) =>
        latest ? [{ value: latest.id, label: t('schemeVersion', { name: local(name), no: latest.no }) }] : [],
      );
  const needed = [{ required: true, whitespace: true, message: t('console:entry.missing') }];
  const title = t(copyOf ? 'copy.verb' : 'create.verb');
  const save = async ({ copyOf: source, basisZh, basisEn, ...facts }: Fields) => {
    const basis = { basisZh: basisZh?.trim() || null, basisEn: basisEn?.trim() || null };
    const input = { ...facts, ...basis, copyOf: source === EMPTY ? null : source, idempotencyKey: key };
    const answer = await create({ variables: { input } }).catch(() => null);
    if (answer?.data) close(answer.data.createAssessmentScheme.id);
  };
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={520}
      open
      onClose={() => close(null)}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      <Form<Fields>
        form={form}
        className="entry-form"
        aria-label={title}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={{ copyOf: copyOf?.id ?? EMPTY, subject: 'ORGANIZATION' }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="copyOf" label={t('create.from')} extra={t('create.fromHelp')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            disabled={copyOf !== null}
            options={[...(copyOf ? [] : [{ value: EMPTY, label: t('create.empty') }]), ...sources]}
          />
        </Form.Item>
        <Form.Item name="nameZh" label={t('field.nameZh')} rules={needed}>
          <Input maxLength={80} placeholder={t('create.nameHint')} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('field.nameEn')} rules={needed}>
          <Input maxLength={120} />
        </Form.Item>
        {from === undefined || from === EMPTY ? (
          <Form.Item name="subject" label={t('column.subject')}>
            <Select options={SUBJECTS.map((value) => ({ value, label: t(`subject.${value}`) }))} />
          </Form.Item>
        ) : null}
        <Form.Item name="basisZh" label={t('field.basisZh')} extra={t('create.basisHelp')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <FormFoot error={error} loading={loading} verb={t('create.save')} cancel={() => close(null)} />
      </Form>
    </Drawer>
  );
}
