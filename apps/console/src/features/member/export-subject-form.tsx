import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { ExportSubjectDocument, type ExportSubjectMutation, type MemberDetailFragment } from '../../generated/graphql';
import { csv, download } from '../../lib/csv';
import { today } from '../../lib/dates';
import { usePreferences } from '../../lib/preferences';

type Answer = ExportSubjectMutation['exportSubject'];

/** 为本人导出: all that is kept of a person, as a file for the person. It is asked once and kept nowhere. */
export function ExportSubjectForm(props: { member: MemberDetailFragment; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation('member');
  const { language } = usePreferences();
  // no-cache: clear numbers must not stay in the cache of the page
  const [ask, { loading, error }] = useMutation(ExportSubjectDocument, { fetchPolicy: 'no-cache' });
  const headings = ['section', 'item', 'value', 'since', 'until', 'basis'].map((key) => t(`subject.column.${key}`));
  const save = ({ name, records }: Answer) => {
    const rows = records.map(({ section, item, value, since, until, basis }) => [
      section[language],
      item[language],
      value[language],
      since,
      until,
      basis,
    ]);
    download(t('subject.file', { name, date: today() }), csv([headings, ...rows]));
  };
  const send = async ({ reason }: { reason: string }) => {
    const answer = await ask({ variables: { input: { id: props.member.id, reason: reason.trim() } } }).catch(
      () => null,
    );
    const found = answer?.data?.exportSubject;
    if (!found) return;
    save(found);
    props.done(t('subject.done', { name: found.name, count: found.records.length }));
  };
  return (
    <Form<{ reason: string }> className="entry-form" layout="vertical" onFinish={(fields) => void send(fields)}>
      <p>{t('subject.text', { name: props.member.name })}</p>
      <Form.Item
        name="reason"
        label={t('subject.reason')}
        rules={[{ required: true, pattern: /\S.*\S.*\S.*\S/, message: t('subject.reasonNeeded') }]}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('subject.verb')} cancel={props.cancel} />
    </Form>
  );
}
