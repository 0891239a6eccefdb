import { useMutation } from '@apollo/client/react';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/routes';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import { SubmitAssessmentSheetDocument, type ScoreSource } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';
import { matrixOf } from './matrix';
import { keepSheet } from './sheet-cache';
import { SheetConflict } from './sheet-conflict';
import { draftOf, short, type Line } from './sheet-draft';
import { SheetLine, type LineContext } from './sheet-line';
import { SheetMatrix } from './sheet-matrix';
import { monthDayTime, timeOf } from './sheet-times';
import { useSheet, type Saving, type Sheet } from './use-sheet';
import './sheet.css';

const SOURCES: readonly ScoreSource[] = ['SELF', 'VERIFIER', 'EXPERT'];

/** 评分表: one page for the assessed, whoever verifies, and experts. */
export function SheetPage() {
  const { assessmentId = '' } = useParams();
  const [search] = useSearchParams();
  const as = SOURCES.find((each) => each === search.get('as')) ?? 'SELF';
  return <OneSheet key={`${assessmentId} ${as}`} assessmentId={assessmentId} as={as} />;
}

function OneSheet({ assessmentId, as }: { assessmentId: string; as: ScoreSource }) {
  const { t } = useTranslation('sheet');
  const filling = useSheet(assessmentId, as);
  const [current, setCurrent] = useState<string | null>(null);
  const { sheet, error, drafts, conflicts } = filling;
  if (error && !sheet) return <ErrorView error={error} retry={() => void filling.refetch()} />;
  if (!sheet) return <div className="page-body" aria-busy="true" />;
  const closed = sheet.closedBecause !== null;
  const context: LineContext = { sheet, drafts, closed, current, change: filling.change, focus: setCurrent };
  const [conflict] = conflicts;
  const contested = conflict && sheet.lines.find(({ key }) => key === conflict.nodeKey);
  return (
    <>
      <PageHead
        title={t('title', { subject: sheet.subjectName, sheet: t(`as.${as}`) })}
        crumbs={[
          { name: t('assessments'), to: paths.assessments },
          { name: sheet.cycleTitle, to: `${paths.assessments}/${sheet.cycleId}` },
        ]}
        state={<SheetState sheet={sheet} />}
        note={<Note sheet={sheet} />}
        actions={closed ? null : <Submit sheet={sheet} send={filling.send} done={() => void filling.refetch()} />}
      />
      <div className="page-body sheet-page">
        <Strips sheet={sheet} />
        <Lines context={context} />
        <Total sheet={sheet} saving={filling.saving} closed={closed} retry={() => void filling.send()} />
      </div>
      {conflict && contested ? (
        <SheetConflict
          key={conflict.nodeKey}
          conflict={conflict}
          line={contested}
          draft={drafts.get(conflict.nodeKey) ?? draftOf(contested)}
          settle={filling.settle}
        />
      ) : null}
    </>
  );
}

/** Line by line; a scheme that is a matrix can be filled in as one, but on a phone. */
function Lines({ context }: { context: LineContext }) {
  const { t } = useTranslation('sheet');
  const narrow = useNarrow();
  const [view, setView] = useState<'matrix' | 'lines'>('matrix');
  const { lines } = context.sheet;
  const matrix = narrow ? null : matrixOf(lines);
  return (
    <>
      {matrix ? (
        <Segmented
          className="sheet-view"
          aria-label={t('view.label')}
          value={view}
          onChange={setView}
          options={(['matrix', 'lines'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      ) : null}
      {matrix && view === 'matrix' ? <SheetMatrix matrix={matrix} context={context} /> : <Parts context={context} />}
    </>
  );
}

/** Parts that do not apply take a line and no more. */
function Parts({ context }: { context: LineContext }) {
  const { t } = useTranslation('sheet');
  const parts = partsOf(context.sheet.lines);
  const idle = parts.flatMap(({ head }) => (head && !head.applies ? [local(head.name)] : []));
  return (
    <>
      {parts
        .filter(({ head }) => head === null || head.applies)
        .map((part) => (
          <PartPanel key={part.head?.key ?? ''} part={part} context={context} />
        ))}
      {idle.length ? <p className="quiet sheet-idle">{t('idle', { names: idle.join(t('comma')) })}</p> : null}
    </>
  );
}

function PartPanel({ part: { head, lines }, context }: { part: Part; context: LineContext }) {
  const { t } = useTranslation('sheet');
  const weighs = Number(head?.weight ?? 0) > 0;
  const title = head ? local(head.name) : t('others');
  return (
    <Panel
      title={title}
      note={weighs ? t('weight', { weight: short(head?.weight ?? '') }) : undefined}
      extra={head === null || head.points === null ? undefined : <PartSum head={head} />}
      flush
    >
      <ol className="sheet-lines" aria-label={title}>
        {lines.map((line) =>
          line.kind === 'GROUP' ? (
            <li key={line.key} className="sheet-group">
              <span>{local(line.name)}</span>
              <span>{line.points ?? ''}</span>
            </li>
          ) : (
            <SheetLine key={line.key} line={line} context={context} />
          ),
        )}
      </ol>
    </Panel>
  );
}

interface Part {
  /** null: what belongs to no part */
  head: Line | null;
  lines: Line[];
}

/** The parts directly below the root, each with all that is below it; what stands there by itself comes last, together. */
function partsOf([root, ...lines]: readonly Line[]): Part[] {
  const parts: Part[] = [];
  const others: Line[] = [];
  for (const line of lines) {
    if (line.depth === 1 && line.kind === 'GROUP') parts.push({ head: line, lines: [] });
    else if (line.depth === 1) others.push(line);
    else parts.at(-1)?.lines.push(line);
  }
  return root && others.length ? [...parts, { head: null, lines: others }] : parts;
}

/** The period, and when its figures were read; no date breaks. */
function Note({ sheet: { periodFrom: from, periodTo: to, lines } }: { sheet: Sheet }) {
  const { t } = useTranslation('sheet');
  const taken = lines.find(({ figure }) => figure?.takenAt)?.figure?.takenAt;
  return (
    <>
      <span className="nowrap">{t('note', { from, to })}</span>{' '}
      {taken ? <span className="nowrap">{t('figure.at', { at: monthDayTime(taken) })}</span> : null}
    </>
  );
}

function PartSum({ head }: { head: Line }) {
  return (
    <span className="sheet-part-sum">
      <strong>{head.points?.replace('-', '−')}</strong>
      {head.weight !== null && Number(head.weight) > 0 ? <span className="quiet"> / {short(head.weight)}</span> : null}
    </span>
  );
}

function SheetState({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('sheet');
  const { submittedAt, late, dueOn } = sheet;
  if (submittedAt)
    return (
      <StateWord state={late ? 'risk' : 'done'} tint>
        {t(late ? 'state.submittedLate' : 'state.submitted')}
      </StateWord>
    );
  return (
    <StateWord state={late ? 'late' : 'planned'} tint>
      {t(late ? 'state.late' : 'state.due', { day: dueOn })}
    </StateWord>
  );
}

/** Why nothing can be written, or why it came back: first of all that stands here. */
function Strips({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('sheet');
  const { closedBecause, returnedBecause, submittedAt } = sheet;
  if (closedBecause && !submittedAt)
    return (
      <p role="status" className="sheet-strip">
        {local(closedBecause)}
      </p>
    );
  if (returnedBecause && !submittedAt)
    return (
      <p role="status" className="sheet-strip">
        {t('returned', { reason: returnedBecause })}
      </p>
    );
  return null;
}

/** The sum stays in sight, with how far it is saved. */
function Total(props: { sheet: Sheet; saving: Saving; closed: boolean; retry(): void }) {
  const { t } = useTranslation('sheet');
  const { sheet, saving } = props;
  const root = sheet.lines[0];
  return (
    <footer className="sheet-total">
      <span className="sheet-total-sum">
        {t('total')} <strong>{root?.points ?? '—'}</strong>
        <span className="quiet"> / {short(root?.weight ?? '')}</span>
      </span>
      <span className="quiet">{t('filled', { filled: sheet.filled, needed: sheet.needed })}</span>
      {props.closed ? null : (
        <span className="sheet-saving" role="status" data-state={saving.state}>
          {saving.state === 'SAVED' ? t('saving.SAVED', { at: timeOf(saving.at) }) : null}
          {saving.state === 'REFUSED' ? (
            <>
              {saving.words}
              <Button type="link" size="small" onClick={props.retry}>
                {t('saving.again')}
              </Button>
            </>
          ) : null}
          {saving.state === 'SAVED' || saving.state === 'REFUSED' ? null : t(`saving.${saving.state}`)}
        </span>
      )}
      <span className="quiet sheet-keys">{props.closed ? null : t('keys')}</span>
    </footer>
  );
}

function Submit(props: { sheet: Sheet; send(): Promise<boolean>; done(): void }) {
  const { t } = useTranslation('sheet');
  const { message, modal } = App.useApp();
  const [submit, { loading }] = useMutation(SubmitAssessmentSheetDocument, {
    update: (cache, { data }) => keepSheet(cache, data?.submitAssessmentSheet),
  });
  const { assessmentId, as, subjectName } = props.sheet;
  const hand = async () => {
    // what was typed last goes first
    await props.send();
    try {
      await submit({ variables: { input: { assessmentId, as } } });
    } catch (error) {
      // a refusal names what is missing and is read, not glimpsed
      void modal.error({ title: t('submit.refused'), content: errorText(error), okText: t('submit.understood') });
      return;
    }
    void message.success(t('submit.done', { subject: subjectName, sheet: t(`as.${as}`) }));
    props.done();
  };
  return (
    <Button type="primary" loading={loading} onClick={() => void hand()}>
      {t(`submit.${as}`)}
    </Button>
  );
}
