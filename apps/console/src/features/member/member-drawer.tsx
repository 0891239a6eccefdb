import { useQuery } from '@apollo/client/react';
import { Button, Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView, NotFound } from '../../components/error-view';
import { ScopedLink } from '../../components/scoped-link';
import { MemberDetailDocument, type MemberDetailFragment } from '../../generated/graphql';
import { MemberTimeline } from './member-timeline';
import { RevealButton } from './reveal-button';
import { StepForm, type Step } from './step-form';

/** One member in full, and what may be done. */
export function MemberDrawer({ id, close }: { id: string; close(): void }) {
  const { t } = useTranslation('member');
  const { data, error, refetch } = useQuery(MemberDetailDocument, { variables: { id } });
  const member = data?.member;
  return (
    <Drawer open title={member?.name ?? ' '} aria-label={member?.name} size={480} onClose={close}>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data && !member ? <NotFound /> : null}
      {member ? <Detail member={member} /> : null}
      {member?.leftOn ? <p className="quiet">{t('leftOn', { date: member.leftOn })}</p> : null}
    </Drawer>
  );
}

function Detail({ member }: { member: MemberDetailFragment }) {
  const { t } = useTranslation('member');
  const [step, setStep] = useState<Step | null>(null);
  const { maintain, unmask } = member.viewerCan;
  const facts: [string, string | null | undefined][] = [
    [t('field.status'), t(`status.${member.status}`)],
    [t('field.gender'), member.gender ? t(`gender.${member.gender}`) : null],
    [t('field.birthDate'), member.birthDate],
    [t('field.ethnicity'), member.ethnicity],
    [t('field.education'), member.education],
    [t('field.jobTitle'), member.jobTitle],
    [t('field.joinedOn'), member.joinedOn],
    [t('field.fullOn'), member.fullOn],
  ];
  const numbers = [
    { field: 'ID_NUMBER', label: t('field.idNumber'), shown: member.idNumber },
    { field: 'PHONE', label: t('field.phone'), shown: member.phone },
  ] as const;
  return (
    <div className="member-detail">
      {member.organization ? (
        <p>
          <ScopedLink to={`/organizations/${member.organization.id}`}>{member.organization.name}</ScopedLink>
        </p>
      ) : null}
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 96 } }}
        items={[
          ...facts.flatMap(([label, shown]) => (shown ? [{ key: label, label, children: shown }] : [])),
          ...numbers.flatMap(({ field, label, shown }) =>
            shown
              ? [
                  {
                    key: field,
                    label,
                    children: unmask ? (
                      <RevealButton id={member.id} field={field} shown={shown} label={label} />
                    ) : (
                      <span className="member-number">{shown}</span>
                    ),
                  },
                ]
              : [],
          ),
        ]}
      />
      {maintain && !step ? (
        <p className="member-acts">
          <Button onClick={() => setStep({ kind: 'transfer' })}>{t('transfer.verb')}</Button>
          <Button onClick={() => setStep({ kind: 'appoint' })} disabled={member.status !== 'FULL'}>
            {t('appoint.verb')}
          </Button>
        </p>
      ) : null}
      {step ? <StepForm member={member} step={step} close={() => setStep(null)} /> : null}
      <MemberTimeline
        member={member}
        endAppointment={maintain ? (appointmentId) => setStep({ kind: 'endAppointment', appointmentId }) : null}
      />
    </div>
  );
}
