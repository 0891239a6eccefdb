import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, HolderOutlined } from '@ant-design/icons';
import { useMutation } from '@apollo/client/react';
import { App, Button, InputNumber } from 'antd';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { ArrangeSessionItemsDocument, type SessionPreparationQuery } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useAmount } from '../decision/use-amount';
import { clockOf, moved, overBy } from './agenda-clock';
import { GapLines } from './gaps';
import type { AgendaItem, SessionDetail } from './session-drawer';
import { isPlanned } from './words';

/** The agenda with its running times: put in order by dragging or by buttons, minutes beside each. */
export function Agenda(props: {
  session: SessionDetail;
  noticed: SessionPreparationQuery['sessionPreparation']['items'];
  reload(): void;
  add(): void;
  remove(item: AgendaItem): void;
}) {
  const { t } = useTranslation('reviewSession');
  const { message } = App.useApp();
  const { session, noticed, reload } = props;
  const { id, items, startsAt, endsAt } = session;
  const changes = session.viewerCan.conduct && isPlanned(session.state);
  const [arrange, { loading }] = useMutation(ArrangeSessionItemsDocument);
  const minutes = items.map((item) => item.minutes);
  const { begins, ends } = clockOf(startsAt, minutes);
  const over = overBy(startsAt, endsAt, minutes);
  const save = async (order: readonly { id: string; minutes: number }[]) => {
    const places = order.map((item) => ({ id: item.id, minutes: item.minutes }));
    await arrange({ variables: { input: { id, items: places } } }).catch((refused: unknown) => {
      void message.error(errorText(refused), 8);
    });
    reload();
  };
  const move = (from: number, to: number) => {
    if (from !== to && to >= 0 && to < items.length) void save(moved(items, from, to));
  };
  const drag = useDrag(move);
  return (
    <Panel
      title={t('agenda.title')}
      note={items.length ? t('agenda.until', { count: items.length, ends }) : undefined}
      extra={
        changes ? (
          <Button type="link" className="review-link" onClick={props.add}>
            {t('item.verb')}
          </Button>
        ) : null
      }
      flush
    >
      {items.length === 0 ? <Empty>{t(changes ? 'agenda.empty' : 'agenda.none')}</Empty> : null}
      {over > 0 ? <p className="review-over">{t('agenda.over', { count: over })}</p> : null}
      <ol className="review-agenda" aria-label={t('agenda.title')} aria-busy={loading || undefined}>
        {items.map((item, i) => (
          <li key={item.id} {...(changes ? drag(i) : {})}>
            {changes ? <HolderOutlined className="review-grip" aria-hidden /> : null}
            <time className="review-clock">{begins[i]}</time>
            <ItemWords item={item} />
            {changes ? (
              <ItemVerbs
                item={item}
                first={i === 0}
                last={i === items.length - 1}
                move={(by) => move(i, i + by)}
                give={(given) =>
                  void save(items.map((each) => (each.id === item.id ? { ...each, minutes: given } : each)))
                }
                remove={() => props.remove(item)}
              />
            ) : (
              <span className="quiet nowrap">{t('minutes', { count: item.minutes })}</span>
            )}
            <GapLines gaps={noticed.find(({ itemId }) => itemId === item.id)?.gaps ?? []} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function ItemWords({ item }: { item: AgendaItem }) {
  const { t } = useTranslation(['reviewSession', 'decision']);
  const amount = useAmount();
  const { matter, rule, opinion } = item;
  const words = matter
    ? [
        matter.number,
        t(`decision:category.${matter.category}`),
        matter.amountFen === null ? null : amount(matter.amountFen),
        matter.organization?.name,
        rule ? t(`decision:ballot.${rule.ballot}`) : null,
      ]
    : [t('heard')];
  return (
    <div className="review-item">
      <span className="review-no">{item.no}</span>
      <div>
        {matter ? <ScopedLink to={`/matters/${matter.id}`}>{item.title}</ScopedLink> : <span>{item.title}</span>}
        <span className="cell-note">{words.filter(Boolean).join(' · ')}</span>
        {opinion ? (
          <span className="review-opinion">
            {[t(`opinion.${opinion}`), item.opinionText].filter(Boolean).join(' · ')}
          </span>
        ) : null}
      </div>
    </div>
  );
}

function ItemVerbs(props: {
  item: AgendaItem;
  first: boolean;
  last: boolean;
  move(by: number): void;
  give(minutes: number): void;
  remove(): void;
}) {
  const { t } = useTranslation('reviewSession');
  const { item, first, last, move } = props;
  const { title } = item;
  const [typed, setTyped] = useState<number | null>(item.minutes);
  const give = () => {
    if (typed && typed !== item.minutes) props.give(typed);
    else setTyped(item.minutes);
  };
  return (
    <span className="review-verbs">
      <InputNumber
        className="review-minutes"
        aria-label={t('minutesOf', { title })}
        value={typed}
        min={1}
        max={600}
        precision={0}
        controls={false}
        suffix={t('minutesUnit')}
        onChange={setTyped}
        onBlur={give}
        onPressEnter={give}
      />
      <Button
        type="text"
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t('up', { title })}
        disabled={first}
        onClick={() => move(-1)}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('down', { title })}
        disabled={last}
        onClick={() => move(1)}
      />
      <Button
        type="text"
        danger
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('remove.of', { title })}
        onClick={props.remove}
      />
    </span>
  );
}

/** Rows that are dragged over each other; what is dropped takes the place of the row below it. */
function useDrag(move: (from: number, to: number) => void) {
  const [from, setFrom] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = () => {
    setFrom(null);
    setOver(null);
  };
  return (at: number) => ({
    draggable: true,
    'data-dragged': from === at || undefined,
    'data-over': (over === at && from !== null && from !== at) || undefined,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData('application/x-dangwu-session-item', String(at));
      event.dataTransfer.effectAllowed = 'move';
      setFrom(at);
    },
    onDragOver: (event: DragEvent) => {
      if (from === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setOver(at);
    },
    onDragEnd: end,
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (from !== null) move(from, at);
      end();
    },
  });
}
