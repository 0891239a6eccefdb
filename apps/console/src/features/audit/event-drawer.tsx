import { useQuery } from '@apollo/client/react';
import { Descriptions, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView, NotFound } from '../../components/error-view';
import {
  AuditEventDetailDocument,
  AuditTimelineDocument,
  type AuditEventDetailQuery,
  type AuditRowFragment,
} from '../../generated/graphql';
import { toTheSecond } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { EventChanges } from './event-changes';
import { objectOf } from './words';

type Event = NonNullable<AuditEventDetailQuery['auditEvent']>;
/** Closes the drawer and asks one question of the log. */
type Narrow = (change: { actor?: string; subject?: string; request?: string }) => void;

/** One event in full: the difference it made, where it came from, and what else was done to the same object. */
export function EventDrawer(props: { id: string; close(): void; show(id: string): void; narrow: Narrow }) {
  const { t } = useTranslation('audit');
  const { data, error, refetch } = useQuery(AuditEventDetailDocument, { variables: { id: props.id } });
  const event = data?.auditEvent;
  const title = event ? local(event.actionName) : ' ';
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={560}
      open
      rootClassName="audit-drawer"
      onClose={props.close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data && !event ? <NotFound /> : null}
      {event ? (
        <>
          <p className="audit-line">
            {t('by', { who: event.actor?.name ?? t('system'), when: toTheSecond(event.at) })}
          </p>
          <h3>{t('change.title')}</h3>
          <EventChanges changes={event.changes} />
          <p className="quiet">{t('personal')}</p>
          <Facts event={event} narrow={props.narrow} />
          {event.subjectId ? (
            <Timeline subjectId={event.subjectId} current={event.id} show={props.show} narrow={props.narrow} />
          ) : null}
        </>
      ) : null}
    </Drawer>
  );
}

function Facts({ event, narrow }: { event: Event; narrow: Narrow }) {
  const { t } = useTranslation('audit');
  const { actor, organization, reason, client, operation, address, sessionId, requestId } = event;
  const fact = (key: string, label: string, children: React.ReactNode) => (children ? [{ key, label, children }] : []);
  const link = (label: string, change: Parameters<Narrow>[0]) => (
    <button type="button" className="link-button" onClick={() => narrow(change)}>
      {label}
    </button>
  );
  return (
    <>
      <h3>{t('facts')}</h3>
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 112 } }}
        items={[
          ...fact(
            'actor',
            t('column.actor'),
            actor ? (
              <>
                {actor.name} <span className="quiet">{actor.username}</span>{' '}
                {link(t('allOfActor'), { actor: actor.id })}
              </>
            ) : (
              t('system')
            ),
          ),
          ...fact('object', t('column.object'), objectOf(event)),
          ...fact('organization', t('column.organization'), organization?.name),
          ...fact('reason', t('column.reason'), reason),
          ...fact('kind', t('column.kind'), t(`kind.${event.kind}`)),
          ...fact('client', t('column.client'), client ? t(`client.${client}`) : null),
          ...fact('operation', t('column.operation'), operation),
          ...fact('address', t('column.address'), address),
          ...fact('session', t('column.session'), sessionId ? <code>{sessionId.slice(-8)}</code> : null),
          ...fact(
            'request',
            t('column.request'),
            requestId ? (
              <>
                <code>{requestId.slice(0, 8)}</code> {link(t('allOfRequest'), { request: requestId })}
              </>
            ) : null,
          ),
        ]}
      />
    </>
  );
}

/** The newest events of the same object; all of them stand in the ledger. */
function Timeline(props: { subjectId: string; current: string; show(id: string): void; narrow: Narrow }) {
  const { t } = useTranslation('audit');
  const { subjectId } = props;
  const { data } = useQuery(AuditTimelineDocument, { variables: { subjectId } });
  if (!data) return null;
  const { nodes, totalCount } = data.auditEvents;
  return (
    <section aria-label={t('timeline')}>
      <h3>
        {t('timeline')}{' '}
        {totalCount > nodes.length ? (
          <button type="button" className="link-button" onClick={() => props.narrow({ subject: subjectId })}>
            {t('allOfSubject', { count: totalCount })}
          </button>
        ) : null}
      </h3>
      <ol className="audit-timeline">
        {nodes.map((event) => (
          <li key={event.id} aria-current={event.id === props.current ? 'true' : undefined}>
            <TimelineLine event={event} current={event.id === props.current} show={props.show} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function TimelineLine(props: { event: AuditRowFragment; current: boolean; show(id: string): void }) {
  const { t } = useTranslation('audit');
  const { event, current, show } = props;
  const name = local(event.actionName);
  return (
    <>
      <span className="quiet nowrap">{toTheSecond(event.at)}</span>
      {current ? (
        <strong>{name}</strong>
      ) : (
        <button type="button" className="link-button" onClick={() => show(event.id)}>
          {name}
        </button>
      )}
      <span>{event.actor?.name ?? t('system')}</span>
    </>
  );
}
