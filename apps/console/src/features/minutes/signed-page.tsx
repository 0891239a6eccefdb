import { useMutation, useQuery } from '@apollo/client/react';
import { PrinterOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { StateWord, type State } from '../../components/state-glyph';
import {
  CorrectMinutesDocument,
  MinutesToSignDocument,
  SignMinutesDocument,
  WithdrawMinutesDocument,
  type MinutesState,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import type { PageOfMinutes } from './minutes-page';
import { PaperSignature } from './paper-signature';
import { AttendanceFigures, ReadView } from './read-view';
import { Signatures } from './signatures';
import { Versions } from './versions';

const SIGNS: Readonly<Record<MinutesState, State>> = { DRAFT: 'pending', AWAITING: 'planned', LOCKED: 'done' };

/** Minutes that are read: awaiting the chair, locked, or written by somebody else. */
export function SignedPage({ activity, minutes, crumbs, reload }: PageOfMinutes) {
  const { t } = useTranslation('minutes');
  const { state, content, documentNumber, versions } = minutes;
  // whoever writes sees what is being written; other readers see what was signed before
  const correcting =
    state === 'LOCKED' || activity.viewerCan.maintain || !versions[0]
      ? null
      : t('correctingNow', { no: versions[0].no });
  return (
    <>
      <PageHead
        title={t('of', { title: activity.title })}
        crumbs={crumbs}
        state={
          <StateWord state={SIGNS[state]} tint>
            {t(`state.${state}`)}
          </StateWord>
        }
        note={[activity.organization?.name, documentNumber, correcting].filter(Boolean).join(' · ')}
        actions={<Acts activity={activity} minutes={minutes} reload={reload} />}
      />
      <div className="page-body minutes-page">
        <div className="minutes-main">
          <ReadView content={content} />
          <Signatures minutes={minutes} />
        </div>
        <div className="minutes-side">
          <Panel title={t('attendance')}>
            <AttendanceFigures attendance={content.attendance} />
          </Panel>
          <Versions minutes={minutes} />
        </div>
      </div>
    </>
  );
}

function Acts({ activity, minutes, reload }: Pick<PageOfMinutes, 'activity' | 'minutes' | 'reload'>) {
  const { t } = useTranslation('minutes');
  const { message, modal } = App.useApp();
  const { maintain } = activity.viewerCan;
  // whoever else opens it is told in the strip whose signature is awaited
  const { data: awaited, refetch } = useQuery(MinutesToSignDocument, { fetchPolicy: 'cache-and-network' });
  const toSign = awaited?.minutesToSign.some((one) => one.id === minutes.id) ?? false;
  const [correcting, setCorrecting] = useState(false);
  const [sign, signing] = useMutation(SignMinutesDocument);
  const [withdraw, withdrawing] = useMutation(WithdrawMinutesDocument);
  const { id, version, contentHash, state } = minutes;
  const done = async (written: Promise<{ data?: unknown }>, words: string) => {
    const answer = await written.catch((refused: unknown) => void message.error(errorText(refused)));
    if (answer?.data) void message.success(words);
    await Promise.all([reload(), refetch()]);
  };
  const onSign = () =>
    modal.confirm({
      title: t('sign.lock'),
      content: t('sign.lockText'),
      okText: t('sign.lock'),
      cancelText: t('back'),
      onOk: () => done(sign({ variables: { input: { id, version, contentHash, as: 'CHAIR' } } }), t('sign.locked')),
    });
  if (state === 'LOCKED')
    return maintain ? (
      <>
        <Button className="minutes-act" onClick={() => setCorrecting(true)}>
          {t('correct.verb')}
        </Button>
        {correcting ? <Correct minutes={minutes} close={() => setCorrecting(false)} reload={reload} /> : null}
      </>
    ) : null;
  if (state !== 'AWAITING' || (!maintain && !toSign)) return null;
  return (
    <>
      <Button className="minutes-act" icon={<PrinterOutlined />} href={minutes.previewUrl}>
        {t('preview')}
      </Button>
      {maintain ? (
        <Button
          className="minutes-act"
          loading={withdrawing.loading}
          onClick={() => void done(withdraw({ variables: { input: { id, version } } }), t('sign.withdrawn'))}
        >
          {t('sign.withdraw')}
        </Button>
      ) : null}
      {maintain && !minutes.chairHasAccount ? (
        <PaperSignature activityId={activity.id} minutes={minutes} done={reload} />
      ) : null}
      {toSign ? (
        <Button className="minutes-act" type="primary" loading={signing.loading} onClick={onSign}>
          {t('sign.lock')}
        </Button>
      ) : null}
    </>
  );
}

/** 更正: a new version, for a reason. */
function Correct(props: Pick<PageOfMinutes, 'minutes' | 'reload'> & { close(): void }) {
  const { t } = useTranslation('minutes');
  const { id, version } = props.minutes;
  const [reason, setReason] = useState('');
  const [correct, { loading, error }] = useMutation(CorrectMinutesDocument);
  const onCorrect = async () => {
    const input = { id, version, reason: reason.trim() };
    const answer = await correct({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    props.close();
    await props.reload();
  };
  return (
    <Modal
      open
      title={t('correct.verb')}
      okText={t('correct.begin')}
      cancelText={t('back')}
      okButtonProps={{ disabled: !reason.trim(), loading }}
      onOk={() => void onCorrect()}
      onCancel={props.close}
    >
      <p>{t('correct.text')}</p>
      <label className="minutes-reason">
        {t('correct.reason')}
        <Input.TextArea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {error ? <p role="alert">{errorText(error)}</p> : null}
    </Modal>
  );
}
