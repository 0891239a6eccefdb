import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetPartsFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { SheetBallot } from './sheet-ballot';
import { draftOf, needsWords, short, type Draft, type Line } from './sheet-draft';
import { SheetEntry } from './sheet-entry';
import { EvidenceDrawer, EvidenceList } from './sheet-evidence';
import { KnownFigure, SaidByOther, saidText } from './sheet-known';

export interface LineContext {
  sheet: SheetPartsFragment;
  drafts: ReadonlyMap<string, Draft>;
  closed: boolean;
  current: string | null;
  change(nodeKey: string, set: Partial<Draft>): void;
  focus(nodeKey: string): void;
}

/** One indicator: what the system knows, what others said, what one says oneself, and what it comes to. */
export function SheetLine({ line, context }: { line: Line; context: LineContext }) {
  const { t } = useTranslation('sheet');
  const { sheet, drafts, closed, current } = context;
  const draft = drafts.get(line.key) ?? draftOf(line);
  const times = t('entry.timesUnit');
  const before = sheet.as === 'VERIFIER' ? line.self : null;
  const asked = line.applies && line.entry !== 'NONE';
  const change = (set: Partial<Draft>) => context.change(line.key, set);
  return (
    <li
      className="sheet-line"
      data-kind={line.kind}
      data-current={current === line.key || undefined}
      data-not-applying={line.applies ? undefined : ''}
    >
      <div className="sheet-line-name">
        <span>{local(line.name)}</span>
        <span className="sheet-kind">{t(`kind.${line.kind}`)}</span>
        <span className="quiet sheet-line-weight">{weightText(line, t)}</span>
      </div>
      <div className="sheet-line-known">
        {line.applies ? null : <p className="quiet">{t('notApplying')}</p>}
        {line.figure && line.applies ? <KnownFigure figure={line.figure} open={sheet.as !== 'EXPERT'} /> : null}
        {line.ballot && line.applies ? (
          <SheetBallot line={line} ballot={line.ballot} assessmentId={sheet.assessmentId} />
        ) : null}
        {line.self ? <SaidByOther who="self" said={line.self} line={line} /> : null}
        {line.verified ? <SaidByOther who="verified" said={line.verified} line={line} /> : null}
        <LineEvidence line={line} draft={draft} context={context} change={change} />
      </div>
      <div className="sheet-line-entry">
        {asked ? (
          <SheetEntry
            line={line}
            draft={draft}
            places={sheet.places}
            disabled={closed}
            otherwise={before ? saidText(before, line, times).replace(` ${times}`, '') : ''}
            change={change}
            focus={() => context.focus(line.key)}
          />
        ) : null}
        {asked || (line.kind === 'METRIC' && sheet.as !== 'EXPERT') || draft.comment ? (
          <LineComment line={line} draft={draft} closed={closed} asked={asked} change={change} />
        ) : null}
      </div>
      <div className="sheet-line-points" data-negative={line.points?.startsWith('-') || undefined}>
        {line.points === null || !line.applies ? <span className="quiet">—</span> : minus(line.points)}
      </div>
    </li>
  );
}

const minus = (points: string): string => points.replace('-', '−');

type Translate = ReturnType<typeof useTranslation<'sheet'>>['t'];

function weightText(line: Line, t: Translate): string {
  if (line.kind === 'VETO') return '';
  if (line.each !== null) return t(`each.${line.kind}`, { each: short(line.each), cap: short(line.cap ?? '') });
  return line.weight === null ? '' : t('weight', { weight: short(line.weight) });
}

/** The field opens where points are cut, or a word was said; a word on what the system has counted can be added. */
function LineComment(props: {
  line: Line;
  draft: Draft;
  closed: boolean;
  asked: boolean;
  change(set: Partial<Draft>): void;
}) {
  const { t } = useTranslation('sheet');
  const { line, draft, closed } = props;
  const needed = needsWords(line, draft);
  const [opened, setOpened] = useState(false);
  const open = needed || draft.comment !== '' || opened;
  if (!line.applies || (closed && draft.comment === '')) return null;
  if (closed) return <p className="sheet-own-words">{draft.comment}</p>;
  if (!open)
    return (
      <Button type="link" size="small" className="sheet-comment-open" onClick={() => setOpened(true)}>
        {t(props.asked ? 'comment.add' : 'comment.onFigure')}
      </Button>
    );
  const lacking = needed && draft.comment.trim() === '';
  return (
    <Input.TextArea
      className="sheet-comment"
      value={draft.comment}
      aria-label={t('comment.of', { name: local(line.name) })}
      placeholder={needed ? t(line.entry === 'TIMES' ? 'comment.what' : 'comment.why') : t('comment.add')}
      status={lacking ? 'warning' : ''}
      rows={1}
      autoFocus={opened}
      maxLength={2000}
      onChange={({ target }) => props.change({ comment: target.value })}
    />
  );
}

/** Evidence: what the assessed named, and what one names oneself. */
function LineEvidence(props: { line: Line; draft: Draft; context: LineContext; change(set: Partial<Draft>): void }) {
  const { t } = useTranslation('sheet');
  const { line, draft, context } = props;
  const [choosing, setChoosing] = useState(false);
  const { sheet, closed } = context;
  const known = new Map([...sheet.evidence, ...(line.own?.evidence ?? [])].map((each) => [each.id, each]));
  const own = draft.evidence.flatMap((id) => known.get(id) ?? []);
  const theirs = line.self?.evidence ?? [];
  const choosable = line.kind === 'RUBRIC' && sheet.as !== 'EXPERT' && line.applies;
  return (
    <>
      {theirs.length ? <EvidenceList evidence={theirs} /> : null}
      {choosable && own.length ? <EvidenceList evidence={own} /> : null}
      {choosable && !closed ? (
        <Button type="link" size="small" className="sheet-evidence-choose" onClick={() => setChoosing(true)}>
          {own.length ? t('evidence.change') : t('evidence.choose')}
        </Button>
      ) : null}
      {choosing ? (
        <EvidenceDrawer
          line={line}
          draft={draft}
          records={[...known.values()]}
          change={props.change}
          close={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
}
