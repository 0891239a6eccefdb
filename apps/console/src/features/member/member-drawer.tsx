import { useQuery } from '@apollo/client/react';
import { Button, Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView, NotFound } from '../../components/error-view';
import { ScopedLink } from '../../components/scoped-link';
import { MemberDetailDocument, type MemberDetailFragment } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { AppointForm } from './appoint-form';
import { EndForm, type Ending } from './end-form';
import { EraseForm } from './erase-form';
import { ExportSubjectForm } from './export-subject-form';
import { MemberFactsForm } from './member-facts-form';
import { MemberTimeline } from './member-timeline';
import { RevealButton } from './reveal-button';
import { TransferForm } from './transfer-form';

type Act = 'change' | 'transfer' | 'appoint' | 'exportSubject' | 'erase' | Ending | null;

/** One member: what is known, where the member belongs and serves; and the forms that change it. */
export function MemberDrawer(props: {
  id: string;
  /** Where a new member is registered unless said otherwise. */
  organizationId: string | null;
  close(): void;
  done(words: string): void;
}) {
  const { t } = useTranslation('member');
  const { asOf } = useAsOf();
  const registers = props.id === 'new';
  const [act, setAct] = useState<Act>(null);
  const { data, error, refetch } = useQuery(MemberDetailDocument, {
    variables: { id: props.id, asOf },
    skip: registers,
    // the forms send the version they were filled in against
    fetchPolicy: 'cache-and-network',
  });
  const member = data?.member;
  const finish = (words: string) => {
    props.done(words);
    if (registers) return props.close();
    setAct(null);
    void refetch();
  };
  const title = registers ? t('register.title') : member?.name;
  const form = { done: finish, cancel: () => setAct(null) };
  return (
    <Drawer
      title={title ?? ' '}
      aria-label={title}
      size={480}
      open
      rootClassName="member-drawer"
      onClose={props.close}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data && !member ? <NotFound /> : null}
      {registers ? (
        <MemberFactsForm member={null} organizationId={props.organizationId} done={finish} cancel={props.close} />
      ) : null}
      {member && act === 'change' ? <MemberFactsForm member={member} {...form} /> : null}
      {member && act === 'transfer' ? <TransferForm member={member} {...form} /> : null}
      {member && act === 'appoint' ? <AppointForm member={member} {...form} /> : null}
      {member && act === 'exportSubject' ? <ExportSubjectForm member={member} {...form} /> : null}
      {member && act === 'erase' ? <EraseForm member={member} {...form} /> : null}
      {member && act && typeof act === 'object' ? <EndForm member={member} ending={act} {...form} /> : null}
      {member && !act ? <Detail member={member} onAct={setAct} past={Boolean(asOf)} /> : null}
    </Drawer>
  );
}

function Detail({ member, onAct, past }: { member: MemberDetailFragment; onAct(act: Act): void; past: boolean }) {
  const { t } = useTranslation('member');
  const { maintain, unmask } = member.viewerCan;
  const maintains = maintain && !past;
  const { organization } = member;
  const fact = (key: string, children: React.ReactNode) =>
    children === null || children === undefined ? [] : [{ key, label: t(`field.${key}`), children }];
  const number = (field: 'ID_NUMBER' | 'PHONE', key: 'idNumber' | 'phone') => {
    const shown = member[key];
    if (!shown) return null;
    return unmask ? <RevealButton id={member.id} field={field} shown={shown} label={t(`field.${key}`)} /> : shown;
  };
  return (
    <>
      {member.leftOn ? <p className="quiet">{t('leftOn', { date: member.leftOn })}</p> : null}
      {maintains ? (
        <div className="member-acts">
          <Button type="primary" onClick={() => onAct('transfer')}>
            {t('transfer.verb')}
          </Button>
          {member.status === 'FULL' && !member.leftOn ? (
            <Button onClick={() => onAct('appoint')}>{t('appoint.verb')}</Button>
          ) : null}
          <Button onClick={() => onAct('change')}>{t('change.verb')}</Button>
        </div>
      ) : null}
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 112 } }}
        items={[
          ...fact(
            'organization',
            organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
          ),
          ...fact('status', t(`status.${member.status}`)),
          ...fact('gender', member.gender ? t(`gender.${member.gender}`) : null),
          ...fact('birthDate', member.birthDate),
          ...fact('ethnicity', member.ethnicity),
          ...fact('education', member.education),
          ...fact('jobTitle', member.jobTitle),
          ...fact('joinedOn', member.joinedOn),
          ...fact('fullOn', member.fullOn),
          ...fact('idNumber', number('ID_NUMBER', 'idNumber')),
          ...fact('phone', number('PHONE', 'phone')),
        ]}
      />
      <MemberTimeline member={member} onEnd={maintains ? onAct : null} />
      {past ? null : <MemberRights member={member} onAct={onAct} />}
    </>
  );
}

/** What the person may ask for: what is kept of them, and the end of it. */
function MemberRights({ member, onAct }: { member: MemberDetailFragment; onAct(act: Act): void }) {
  const { t } = useTranslation('member');
  const { unmask, erase } = member.viewerCan;
  if (!unmask && !erase) return null;
  return (
    <section aria-label={t('rights')}>
      <h3>{t('rights')}</h3>
      <div className="member-acts">
        {unmask ? <Button onClick={() => onAct('exportSubject')}>{t('subject.verb')}</Button> : null}
        {erase && member.leftOn ? (
          <Button danger onClick={() => onAct('erase')}>
            {t('erase.verb')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
