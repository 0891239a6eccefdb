import { Checkbox, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { ScopedLink } from '../../components/scoped-link';
import type { SheetPartsFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import type { Draft, Line } from './sheet-draft';

type Evidence = SheetPartsFragment['evidence'][number];

const places: Record<string, string> = { Activity: '/activities', Matter: '/matters', Dispatch: '/dispatches' };

/** Titles of the records that a line rests on; each leads to its record. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul className="sheet-evidence">
      {evidence.map((each) => (
        <li key={each.id}>
          <ScopedLink to={`${places[each.type] ?? ''}/${each.id}`}>{each.title}</ScopedLink>
          {each.on ? <span className="quiet nowrap">{each.on}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** 选佐证: the records of the period, those that are named ticked; nothing is uploaded that the system has. */
export function EvidenceDrawer(props: {
  line: Line;
  draft: Draft;
  records: readonly Evidence[];
  change(set: Partial<Draft>): void;
  close(): void;
}) {
  const { t } = useTranslation('sheet');
  const [search, setSearch] = useState('');
  const { line, draft, records } = props;
  const chosen = new Set(draft.evidence);
  const shown = records.filter(({ id, title }) => chosen.has(id) || title.includes(search.trim()));
  const ordered = [...shown.filter(({ id }) => chosen.has(id)), ...shown.filter(({ id }) => !chosen.has(id))];
  const tick = (id: string, on: boolean) =>
    props.change({ evidence: on ? [...draft.evidence, id] : draft.evidence.filter((each) => each !== id) });
  return (
    <Drawer
      title={t('evidence.title', { name: local(line.name) })}
      aria-label={t('evidence.title', { name: local(line.name) })}
      size={480}
      open
      onClose={props.close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      <div className="sheet-evidence-drawer">
        <p className="quiet">{t('evidence.help')}</p>
        <Input.Search
          allowClear
          value={search}
          aria-label={t('evidence.search')}
          placeholder={t('evidence.search')}
          onChange={({ target }) => setSearch(target.value)}
        />
        {ordered.length ? (
          <ul className="sheet-records">
            {ordered.map(({ id, title, type, on }) => (
              <li key={id}>
                <Checkbox checked={chosen.has(id)} onChange={({ target }) => tick(id, target.checked)}>
                  {title}
                  <span className="quiet sheet-record-note">
                    {t(`evidence.type.${type}`)} <span className="nowrap">{on}</span>
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        ) : (
          <Empty>{records.length ? t('evidence.notFound') : t('evidence.none')}</Empty>
        )}
      </div>
    </Drawer>
  );
}
