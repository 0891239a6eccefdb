import { useMutation } from '@apollo/client/react';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import { ConfirmHandoverDocument, type HandoverDetailFragment, type HandoverSide } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText, refusalOf } from '../../lib/errors';
import { settled } from './handover-columns';
import type { ItemList } from './use-items';

/** Both sides say that everything was handed over, each by another person. */
export function Confirmations(props: {
  handover: HandoverDetailFragment;
  list: ItemList;
  maintains: boolean;
  reread(): void;
}) {
  const { t } = useTranslation('handover');
  const { handover, list, maintains, reread } = props;
  const counts = settled(list.items);
  const open = counts.all - counts.settled;
  // what is on its way must not be missing from what is confirmed
  const ready = open === 0 && !list.sending;
  const common = { handover, ready, maintains, reread };
  const sides = [handover.fromConfirmedAt, handover.toConfirmedAt].filter(Boolean).length;
  const help =
    open > 0
      ? t('confirm.open', { count: open })
      : sides === 0
        ? t('confirm.help')
        : sides === 1
          ? t('confirm.other')
          : null;
  return (
    <section aria-label={t('confirm.title')}>
      <h3>{t('confirm.title')}</h3>
      {help ? <p className="quiet">{help}</p> : null}
      <ul className="handover-sides">
        <Side
          {...common}
          side="FROM"
          name={handover.from?.name}
          at={handover.fromConfirmedAt}
          by={handover.fromConfirmedByName}
        />
        <Side
          {...common}
          side="TO"
          name={handover.to?.name}
          at={handover.toConfirmedAt}
          by={handover.toConfirmedByName}
        />
      </ul>
    </section>
  );
}

function Side(props: {
  handover: HandoverDetailFragment;
  side: HandoverSide;
  name: string | undefined;
  at: string | null;
  by: string | null;
  /** Nothing on the list is open, nor on its way. */
  ready: boolean;
  maintains: boolean;
  reread(): void;
}) {
  const { t } = useTranslation('handover');
  const { side, at, by } = props;
  const { id, version } = props.handover;
  const [confirm, { loading, error }] = useMutation(ConfirmHandoverDocument);
  const send = () =>
    // what was refused is said below the button; what somebody else did meanwhile is read anew
    confirm({ variables: { input: { id, version, side } } }).catch((refused: unknown) => {
      if (refusalOf(refused)?.code === 'CONFLICT') props.reread();
    });
  return (
    <li>
      <div className="handover-side">
        <p>
          {t(`confirm.side.${side}`)} <strong>{props.name ?? t('unseen')}</strong>
        </p>
        {at ? (
          <StateWord state="done">{t('confirm.by', { name: by, when: moment(at) })}</StateWord>
        ) : props.maintains ? (
          <Popconfirm
            title={t(`confirm.ask.${side}`)}
            description={t('confirm.final')}
            okText={t('confirm.verb')}
            cancelText={t('cancel')}
            onConfirm={send}
            disabled={!props.ready}
          >
            <Button loading={loading} disabled={!props.ready} aria-label={t(`confirm.of.${side}`)}>
              {t('confirm.verb')}
            </Button>
          </Popconfirm>
        ) : (
          <StateWord state="unplanned">{t('confirm.waiting')}</StateWord>
        )}
      </div>
      {error && !at ? (
        <p role="alert" className="entry-refusal">
          {errorText(error)}
        </p>
      ) : null}
    </li>
  );
}
