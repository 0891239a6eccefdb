import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Checkbox, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import {
  AssessmentWeakListDocument,
  HandOverAssessmentsDocument,
  type WeakListPartsFragment,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { local, localOr } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useGroupName } from './coverage-preview';
import type { CycleDetail } from './cycle-page';
import { CompareLink, ResultLink } from './result-link';
import { pointsText, shortText } from './result-numbers';

type Weak = WeakListPartsFragment['weak'][number];

/** 后进名单: who is weak by which rules, where most is lost, and what was handed over. */
export function CycleWeak({ cycle, done }: { cycle: CycleDetail; done(): void }) {
  const { t } = useTranslation('cycle');
  const [handing, setHanding] = useState(false);
  const { data, refetch } = useQuery(AssessmentWeakListDocument, {
    variables: { id: cycle.id },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('assessment', (event) => {
    if (event.id === cycle.id) void refetch();
  });
  const list = data?.assessmentWeakList;
  if (!list) return null;
  const waiting = list.weak.filter(({ handover, reasons }) => !handover && reasons.length > 0);
  const final = cycle.stage === 'FINAL' && !cycle.cancelledAt;
  return (
    <Panel
      title={t('weak.title')}
      note={t('weak.count', { count: list.weak.length })}
      extra={
        final && waiting.length > 0 ? (
          <Button size="small" onClick={() => setHanding(true)}>
            {t('weak.handOver')}
          </Button>
        ) : null
      }
      flush
    >
      {list.weak.length === 0 ? <p className="quiet weak-none">{t('weak.none')}</p> : null}
      <ul className="group-lines weak-list">
        {list.weak.map((one) => (
          <li key={one.assessmentId}>
            <WeakLine one={one} cycle={cycle} />
          </li>
        ))}
      </ul>
      <details className="weak-rules">
        <summary>{t('weak.rules')}</summary>
        <ul>
          {list.rules.map(({ key, name, value, basis }) => (
            <li key={key}>
              {local(name)} <strong>{value === '0' ? t('weak.off') : value}</strong>{' '}
              <span className="quiet">{local(basis)}</span>
            </li>
          ))}
        </ul>
      </details>
      {handing ? (
        <HandOver
          waiting={waiting}
          cycle={cycle}
          close={(taken) => {
            setHanding(false);
            if (!taken) return;
            void refetch();
            done();
          }}
        />
      ) : null}
    </Panel>
  );
}

function WeakLine({ one, cycle }: { one: Weak; cycle: CycleDetail }) {
  const { t } = useTranslation('cycle');
  const { assessmentId: id, name: subjectName, total, rank, groupSize, reasons, weakest, handover } = one;
  const groupName = useGroupName(cycle.groupBy)({ key: one.groupKey, name: one.groupName });
  return (
    <>
      <p className="weak-head">
        <ResultLink cycleId={cycle.id} assessment={{ id, subjectName, total }} />
        <span>
          {pointsText(total)} {localOr(one.grade, '')}
        </span>
        <span className="quiet">{t('weak.place', { group: groupName, rank, count: groupSize })}</span>
        <CompareLink cycleId={cycle.id} first={id} />
      </p>
      <p>{reasons.length > 0 ? reasons.map(({ words }) => local(words)).join(t('semicolon')) : t('weak.noMore')}</p>
      {weakest.length > 0 ? (
        <p className="quiet">
          {t('weak.weakest', {
            names: weakest
              .map(({ name, points, weight }) => `${local(name)} ${pointsText(points)}/${shortText(weight ?? '')}`)
              .join(t('listComma')),
          })}
        </p>
      ) : null}
      {handover ? (
        <p>
          <StateWord state="done">{t('weak.handed')}</StateWord>{' '}
          <span className="quiet">{t('by', { who: handover.handedBy, when: moment(handover.handedAt) })}</span>{' '}
          {handover.reason}
        </p>
      ) : null}
    </>
  );
}

/** 移交整改: which of them, and why. */
function HandOver(props: { waiting: readonly Weak[]; cycle: CycleDetail; close(taken: boolean): void }) {
  const { t } = useTranslation(['cycle', 'console']);
  const { message } = App.useApp();
  const [send, { error, loading }] = useMutation(HandOverAssessmentsDocument);
  const { waiting, close } = props;
  const { id, version } = props.cycle;
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async ({ assessmentIds, reason }: { assessmentIds: string[]; reason: string }) => {
    const input = { id, version, assessmentIds, reason: reason.trim() };
    const answer = await send({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    void message.success(t('weak.done', { count: assessmentIds.length }));
    close(true);
  };
  return (
    <Drawer
      title={t('weak.handOver')}
      aria-label={t('weak.handOver')}
      size={520}
      open
      onClose={() => close(false)}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      <Form<{ assessmentIds: string[]; reason: string }>
        className="entry-form"
        aria-label={t('weak.handOver')}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        initialValues={{ assessmentIds: waiting.map((one) => one.assessmentId) }}
        onFinish={(fields) => void save(fields)}
      >
        <p>{t('weak.text')}</p>
        <Form.Item
          name="assessmentIds"
          label={t('weak.which')}
          rules={[{ type: 'array', min: 1, message: needed.message }]}
        >
          <Checkbox.Group
            className="weak-choices"
            options={waiting.map(({ assessmentId, name }) => ({ value: assessmentId, label: name }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t('reasonLabel')} rules={[{ ...needed, whitespace: true }]}>
          <Input.TextArea rows={4} maxLength={500} />
        </Form.Item>
        <FormFoot error={error} loading={loading} verb={t('weak.handOver')} cancel={() => close(false)} />
      </Form>
    </Drawer>
  );
}
