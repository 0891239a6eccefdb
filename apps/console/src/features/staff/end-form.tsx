import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntryAndFoot, EntryForm, entryOf, type EntryFields } from '../../components/entry-form';
import { StateGlyph } from '../../components/state-glyph';
import { EndStaffDocument, type StaffDetailFragment } from '../../generated/graphql';

/** 离任. Who leaves without having handed over is told so first. */
export function EndForm(props: {
  staff: StaffDetailFragment;
  plan(): void;
  done(words: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation('staff');
  const { id, version, name, position, organization, handovers } = props.staff;
  const [end, { loading, error }] = useMutation(EndStaffDocument);
  const save = async (fields: EntryFields) => {
    const { effectiveOn: on, basis } = entryOf(fields);
    // a refusal is shown above the buttons; the fields stay as they are
    if (await end({ variables: { input: { id, version, on, basis } } }).catch(() => null))
      props.done(t('end.done', { name }));
  };
  const handedOver = handovers.some(({ state }) => state === 'DONE');
  const underWay = handovers.find(({ state }) => state !== 'DONE');
  return (
    <EntryForm<EntryFields> save={save}>
      <p>{t('end.text', { name, position, at: organization?.name ?? '' })}</p>
      {handedOver ? null : (
        <div className="staff-warning" role="status">
          <StateGlyph state="risk" size={14} />
          <div>
            <p>
              {underWay
                ? t('end.underWay', { to: underWay.to?.name ?? '', date: underWay.dueOn })
                : t('end.noHandover')}
            </p>
            {underWay ? null : (
              <Button size="small" onClick={props.plan}>
                {t('end.planFirst')}
              </Button>
            )}
          </div>
        </div>
      )}
      <EntryAndFoot
        day={t('end.on')}
        help={t('end.onHelp')}
        ahead
        error={error}
        loading={loading}
        verb={t('end.verb')}
        danger
        cancel={props.cancel}
      />
    </EntryForm>
  );
}
