import { useMutation } from '@apollo/client/react';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel';
import { VacateSeatDocument } from '../../../generated/graphql';
import { useAsOf } from '../../../lib/as-of';
import { today } from '../../../lib/dates';
import { errorText } from '../../../lib/errors';
import type { Facts, OperationAsked, Organization } from '../operations/operation-drawer';
import { postsOf } from '../words';

/** Who sits in a committee or a group: bodies have a roster, other organizations elect their team. */
export function SeatsPanel(props: { organization: Organization; facts: Facts; onAsk(asked: OperationAsked): void }) {
  const { organization, facts } = props;
  const { t } = useTranslation(['organization', 'domain']);
  const { asOf } = useAsOf();
  // the past is looked at, not changed
  const mayChange = !asOf && facts.viewerCan.maintain && organization.status !== 'DISSOLVED';
  if (!postsOf[organization.type] || (facts.seats.length === 0 && !mayChange)) return null;
  return (
    <Panel
      title={t('seats.title')}
      note={facts.seats.length > 0 ? t('seats.count', { count: facts.seats.length }) : undefined}
      flush
      extra={
        mayChange ? (
          <button
            type="button"
            className="link-button"
            onClick={() => props.onAsk({ kind: 'seat', id: organization.id })}
          >
            {t('seat.verb')}
          </button>
        ) : null
      }
    >
      {facts.seats.length === 0 ? (
        <p className="seats-none">{t('seats.none')}</p>
      ) : (
        <table className="seats">
          <thead>
            <tr>
              <th scope="col">{t('seats.post')}</th>
              <th scope="col">{t('seats.person')}</th>
              <th scope="col">{t('seats.what')}</th>
              <th scope="col">{t('seats.since')}</th>
              {mayChange ? <th aria-label={t('seats.actions')} /> : null}
            </tr>
          </thead>
          <tbody>
            {facts.seats.map((seat) => (
              <tr key={seat.id}>
                <td>{t(`domain:post.${seat.post}`)}</td>
                <td className="seat-person">{seat.personName}</td>
                <td>{seat.title}</td>
                <td className="nowrap">{seat.since}</td>
                {mayChange ? (
                  <td>
                    <Vacate seat={seat} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** 退出, from today: the row stays as history. */
function Vacate({ seat }: { seat: Facts['seats'][number] }) {
  const { t } = useTranslation('organization');
  const { message } = App.useApp();
  const [vacate, { loading }] = useMutation(VacateSeatDocument);
  const leave = async () => {
    try {
      await vacate({ variables: { input: { id: seat.id, version: seat.version, until: today() } } });
      void message.success(t('vacate.done', { name: seat.personName }));
    } catch (error) {
      void message.error(errorText(error));
    }
  };
  return (
    <Popconfirm
      title={t('vacate.title', { name: seat.personName })}
      description={t('vacate.help')}
      okText={t('vacate.verb')}
      cancelText={t('operation.cancel')}
      onConfirm={leave}
    >
      <Button size="small" loading={loading} aria-label={t('vacate.of', { name: seat.personName })}>
        {t('vacate.verb')}
      </Button>
    </Popconfirm>
  );
}
