import { useMutation } from '@apollo/client/react';
import { Drawer, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntryAndFoot, EntryForm, entryOf, type EntryFields } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import { RecordElectionDocument } from '../../generated/graphql';

interface Fields extends EntryFields {
  organizationId: string;
  seats: number;
}

/** Of which organization an election is to be recorded, and how many seats its team has had. */
export interface Electing {
  readonly organizationId: string | null;
  readonly seats: number | null;
}

/** 登记换届: the next term begins with the election; who was elected is appointed on the members' own pages. */
export function ElectionDrawer(props: Electing & { close(): void; done(words: string): void }) {
  const { t } = useTranslation(['team', 'console']);
  const [record, { loading, error }] = useMutation(RecordElectionDocument);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  const save = async (fields: Fields) => {
    const { effectiveOn: electedOn, basis } = entryOf(fields);
    const input = { organizationId: fields.organizationId, seats: fields.seats, electedOn, basis };
    // a refusal is shown above the buttons; the fields stay as they are
    const answer = await record({ variables: { input } }).catch(() => null);
    const team = answer?.data?.recordElection;
    if (team) props.done(t('election.done', { name: team.organization?.name, no: team.termNo, date: team.endsOn }));
  };
  return (
    <Drawer
      title={t('election.title')}
      aria-label={t('election.title')}
      size={480}
      open
      onClose={props.close}
      closable={{ 'aria-label': t('election.close'), placement: 'end' }}
    >
      <EntryForm<Fields>
        initial={{ organizationId: props.organizationId ?? undefined, seats: props.seats ?? 5 }}
        save={save}
      >
        <p className="quiet">{t('election.help')}</p>
        <Form.Item name="organizationId" label={t('organization')} rules={needed}>
          <OrganizationPicker />
        </Form.Item>
        <Form.Item name="seats" label={t('seats')} rules={needed}>
          <InputNumber min={1} max={99} precision={0} />
        </Form.Item>
        <EntryAndFoot
          day={t('election.on')}
          error={error}
          loading={loading}
          verb={t('election.verb')}
          cancel={props.close}
        />
      </EntryForm>
    </Drawer>
  );
}
