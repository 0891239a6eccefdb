import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import type { DispatchPart, DispatchStepKind } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { PartFiles } from './dispatch-attachments';
import { Deadline } from './dispatch-columns';
import type { DispatchDetail } from './dispatch-form';

interface Part {
  dispatch: DispatchDetail;
}

/** Its text, as it goes out. */
export function Body({ dispatch }: Part) {
  const { t } = useTranslation('dispatch');
  return (
    <Panel
      title={t('field.body')}
      extra={
        <span className="dispatch-files">
          {(['pdf', 'docx'] as const).map((format) => (
            <a key={format} href={`/files/dispatches/${dispatch.id}/document.${format}`} download>
              {t(`print.${format}`)}
            </a>
          ))}
        </span>
      }
    >
      {dispatch.body ? (
        <p className="dispatch-text">{dispatch.body}</p>
      ) : (
        <p className="quiet dispatch-text">{t('noBody')}</p>
      )}
    </Panel>
  );
}

/** What the superior replied, and what came of it. */
export function Reply({ dispatch }: Part) {
  const { t } = useTranslation('dispatch');
  const { outcome, repliedOn, replyNumber, replyText, followedUpOn, followUpText } = dispatch;
  if (!outcome) return null;
  return (
    <Panel title={t('replyTitle')} note={[replyNumber, repliedOn].filter(Boolean).join(' · ')}>
      <p className="dispatch-text">
        <strong>{t(`outcome.${outcome}`)}</strong>
      </p>
      {replyText ? <p className="dispatch-text">{replyText}</p> : null}
      <PartFiles dispatch={dispatch} part="REPLY" />
      {followedUpOn ? (
        <>
          <h3 className="dispatch-head">{t('followUpOf', { on: followedUpOn })}</h3>
          <p className="dispatch-text">{followUpText}</p>
          <PartFiles dispatch={dispatch} part="FOLLOW_UP" />
        </>
      ) : null}
    </Panel>
  );
}

/** Which steps carry a file that stands nowhere else on the page. */
const fileOf: Partial<Record<DispatchStepKind, DispatchPart>> = { RECEIVED: 'RECEIPT' };

/** What was done to it, the latest first. */
export function Timeline({ dispatch }: Part) {
  const { t } = useTranslation('dispatch');
  return (
    <Panel title={t('steps')}>
      <ol className="dispatch-steps">
        {dispatch.steps.map(({ id, kind, on, text, actorName, at }) => (
          <li key={id}>
            <p>
              <strong>{t(`step.${kind}`)}</strong>
              <span>{on}</span>
              <span className="quiet">{t('by', { who: actorName, when: moment(at) })}</span>
            </p>
            {text ? <p className="dispatch-text">{text}</p> : null}
            {fileOf[kind] ? <PartFiles dispatch={dispatch} part={fileOf[kind]} /> : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Who to whom, and until when. */
export function Facts({ dispatch }: Part) {
  const { t } = useTranslation('dispatch');
  const { organization, superior, matter } = dispatch;
  const fact = (key: string, label: string, children: ReactNode) =>
    children === null || children === undefined || children === '' ? [] : [{ key, label, children }];
  return (
    <Panel title={t('facts')}>
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 96 } }}
        items={[
          ...fact('number', t('column.number'), dispatch.number),
          ...fact(
            'organization',
            t('column.organization'),
            organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
          ),
          ...fact(
            'superior',
            t('column.superior'),
            superior ? (
              <ScopedLink to={`/organizations/${superior.id}`}>{dispatch.superiorName}</ScopedLink>
            ) : (
              dispatch.superiorName
            ),
          ),
          ...fact('levelReason', t('field.levelReason'), dispatch.levelReason),
          ...fact('copies', t('field.copies'), dispatch.copies.join(t('listComma'))),
          ...fact(
            'matter',
            t('field.matter'),
            matter ? <ScopedLink to={`/matters/${matter.id}`}>{matter.title}</ScopedLink> : null,
          ),
          ...fact('actOn', t('field.actOn'), dispatch.actOn),
          ...fact('urgentReason', t('field.urgentReason'), dispatch.urgentReason),
          ...fact('dueOn', t('field.dueOn'), dispatch.dueOn),
          ...fact('followUpDueOn', t('field.followUpDueOn'), dispatch.followUpDueOn),
          ...fact('deadline', t('column.deadline'), dispatch.deadline ? <Deadline dispatch={dispatch} /> : null),
          ...fact('author', t('field.author'), dispatch.authorName),
        ]}
      />
    </Panel>
  );
}
