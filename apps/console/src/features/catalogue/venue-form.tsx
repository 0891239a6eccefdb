import { useMutation } from '@apollo/client/react';
import { App, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import {
  ChangeVenueDocument,
  RegisterVenueDocument,
  VenueRowsDocument,
  type VenueKind,
  type VenueRowFragment,
} from '../../generated/graphql';
import { useScope } from '../../lib/scope';
import { CatalogueDrawer } from './drawer';
import { VENUE_KINDS } from './words';

interface Fields {
  organizationId: string;
  name: string;
  kind: VenueKind;
  address?: string | null;
  capacity?: number | null;
}

/** A venue: a new one, or what is to change of one; who keeps it stays. */
export function VenueForm({ venue, close }: { venue: VenueRowFragment | null; close(): void }) {
  const { t } = useTranslation(['catalogue', 'console']);
  const { message } = App.useApp();
  const { within } = useScope();
  const options = { refetchQueries: [VenueRowsDocument] };
  const [register, registering] = useMutation(RegisterVenueDocument, options);
  const [change, changing] = useMutation(ChangeVenueDocument, options);
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async (fields: Fields) => {
    const name = fields.name.trim();
    const facts = {
      name,
      kind: fields.kind,
      address: fields.address?.trim() || null,
      capacity: fields.capacity ?? null,
    };
    const answer = venue
      ? await change({ variables: { input: { id: venue.id, version: venue.version, ...facts } } }).catch(() => null)
      : await register({ variables: { input: { organizationId: fields.organizationId, ...facts } } }).catch(() => null);
    if (!answer?.data) return;
    void message.success(t(venue ? 'change.done' : 'added', { name }));
    close();
  };
  return (
    <CatalogueDrawer title={t(venue ? 'venue.change' : 'add.venues')} close={close}>
      <Form<Fields>
        className="entry-form"
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={venue ?? { kind: 'MEETING_ROOM', organizationId: within ?? undefined }}
        onFinish={(fields) => void save(fields)}
      >
        {venue ? null : (
          <Form.Item name="organizationId" label={t('column.keeper')} extra={t('venue.keeperHelp')} rules={[needed]}>
            <OrganizationPicker />
          </Form.Item>
        )}
        <Form.Item name="name" label={t('column.name')} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="kind" label={t('column.venueKind')}>
          <Select options={VENUE_KINDS.map((value) => ({ value, label: t(`venueKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="address" label={t('column.address')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="capacity" label={t('column.capacity')}>
          <InputNumber min={1} max={100_000} precision={0} />
        </Form.Item>
        <FormFoot
          error={registering.error ?? changing.error}
          loading={registering.loading || changing.loading}
          verb={t(venue ? 'change.verb' : 'save')}
          cancel={close}
        />
      </Form>
    </CatalogueDrawer>
  );
}
