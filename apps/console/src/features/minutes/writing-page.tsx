import { useMutation } from '@apollo/client/react';
import { PrinterOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { StateGlyph, StateWord } from '../../components/state-glyph';
import { SignMinutesDocument } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { AttendanceFields } from './attendance-fields';
import { Conflict } from './conflict';
import { MinutesEditor } from './editor';
import type { PageOfMinutes } from './minutes-page';
import { Signatures } from './signatures';
import { useMinutes, type Saving } from './use-minutes';
import { Versions } from './versions';

/** Minutes while they are written: saved by themselves, handed over with the signature of the recorder. */
export function WritingPage({ activity, minutes, crumbs, reload }: PageOfMinutes) {
  const { t } = useTranslation('minutes');
  const { message, modal } = App.useApp();
  const [sign, signing] = useMutation(SignMinutesDocument);
  const writing = useMinutes(minutes, reload);
  const { content, change, saving, error } = writing;
  const handOver = async () => {
    if (!(await writing.save())) return;
    const { version, hash: contentHash } = writing.now.current;
    modal.confirm({
      title: t('sign.handOver'),
      content: t('sign.handOverText', { recorder: content.recorder, chair: content.chair }),
      okText: t('sign.handOver'),
      cancelText: t('back'),
      onOk: async () => {
        const input = { id: minutes.id, version, contentHash, as: 'RECORDER' as const };
        const answer = await sign({ variables: { input } }).catch((refused: unknown) => {
          void message.error(errorText(refused));
        });
        if (!answer?.data) return;
        void message.success(t('sign.handedOver', { chair: content.chair }));
        await reload();
      },
    });
  };
  return (
    <>
      <PageHead
        title={t('of', { title: activity.title })}
        crumbs={crumbs}
        state={
          <StateWord state="pending" tint>
            {t('state.DRAFT')}
          </StateWord>
        }
        note={
          minutes.correctionReason ? t('correcting', { no: minutes.versionNo, reason: minutes.correctionReason }) : null
        }
        actions={
          <>
            <SavedWord saving={saving} at={writing.savedAt} />
            <Button
              className="minutes-act"
              icon={<PrinterOutlined />}
              onClick={() => void writing.save().then((saved) => saved && window.open(minutes.previewUrl, '_self'))}
            >
              {t('preview')}
            </Button>
            <Button className="minutes-act" type="primary" loading={signing.loading} onClick={() => void handOver()}>
              {t('sign.handOver')}
            </Button>
          </>
        }
      />
      <div className="page-body minutes-page">
        <div className="minutes-main">
          {saving === 'failed' ? (
            <p role="alert" className="minutes-alert">
              <StateGlyph state="late" />
              <span>{errorText(error)}</span>
              <Button size="small" onClick={() => void writing.save()}>
                {t('saving.again')}
              </Button>
            </p>
          ) : null}
          <MinutesEditor
            key={writing.round}
            organizationId={activity.organization?.id ?? ''}
            content={content}
            onChange={change}
          />
          <Signatures minutes={{ ...minutes, content }} />
        </div>
        <div className="minutes-side">
          <AttendanceFields
            attendance={content.attendance}
            onChange={(attendance) => change({ ...content, attendance })}
          />
          <Versions minutes={minutes} />
        </div>
      </div>
      {writing.theirs ? <Conflict mine={content} theirs={writing.theirs} settle={writing.settle} /> : null}
    </>
  );
}

function SavedWord({ saving, at }: { saving: Saving; at: string }) {
  const { t } = useTranslation('minutes');
  return (
    <span className="quiet minutes-saved" role="status">
      {t(`saving.${saving}`, { at: moment(at).slice(11) })}
    </span>
  );
}
