import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Radio } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { HandoverItemState } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { settled } from './handover-columns';
import type { Item, ItemList } from './use-items';
import { ITEM_STATES, itemSign } from './words';

/** The list of things to hand over, gone through in place until a side has confirmed. */
export function HandoverItems({ list, editable }: { list: ItemList; editable: boolean }) {
  const { t } = useTranslation('handover');
  const { items, change, error } = list;
  const put = (at: number, over: Partial<Item>) =>
    change(items.map((one, i) => (i === at ? { ...one, ...over } : one)));
  return (
    <section aria-label={t('items')}>
      <h3>
        {t('items')} <span className="quiet">{t('settledLong', settled(items))}</span>
      </h3>
      {error ? (
        <p role="alert" className="entry-refusal">
          {errorText(error)}
        </p>
      ) : null}
      <ol className="handover-items">
        {items.map((item, at) => (
          // things have nothing but their place to be known by
          <li key={at}>
            {editable ? (
              <EditedItem
                item={item}
                put={(over) => put(at, over)}
                remove={items.length > 1 ? () => change(items.filter((_, i) => i !== at)) : null}
              />
            ) : (
              <>
                <p>{item.text}</p>
                <p className="handover-said">
                  <StateWord state={itemSign[item.state]}>{t(`item.state.${item.state}`)}</StateWord>
                  {item.note ? <span className="quiet">{item.note}</span> : null}
                </p>
              </>
            )}
          </li>
        ))}
      </ol>
      {editable ? <AddItem add={(text) => change([...items, { text, state: 'OPEN', note: null }])} /> : null}
    </section>
  );
}

function EditedItem(props: { item: Item; put(over: Partial<Item>): void; remove: (() => void) | null }) {
  const { t } = useTranslation('handover');
  const { text, state, note } = props.item;
  return (
    <>
      <div className="item-line">
        <Written
          key={text}
          value={text}
          label={t('item.text')}
          maxLength={200}
          borderless
          keep={(words) => words && props.put({ text: words })}
        />
        {props.remove ? (
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('item.remove', { text })}
            onClick={props.remove}
          />
        ) : null}
      </div>
      <div className="handover-said">
        <Radio.Group
          aria-label={t('item.stateOf', { text })}
          optionType="button"
          size="small"
          value={state}
          options={ITEM_STATES.map((value) => ({ value, label: t(`item.state.${value}`) }))}
          onChange={({ target }) => props.put({ state: target.value as HandoverItemState })}
        />
        <Written
          key={note}
          value={note ?? ''}
          label={t('item.noteOf', { text })}
          placeholder={t('item.note')}
          maxLength={500}
          keep={(words) => props.put({ note: words || null })}
        />
      </div>
    </>
  );
}

/** A text that is kept on leaving the field or on Enter. */
function Written(props: {
  value: string;
  label: string;
  placeholder?: string;
  maxLength: number;
  borderless?: boolean;
  keep(words: string): void;
}) {
  const [words, setWords] = useState(props.value);
  const done = () => {
    if (words.trim() !== props.value) props.keep(words.trim());
    setWords(words.trim() || props.value);
  };
  return (
    <Input
      size="small"
      variant={props.borderless ? 'borderless' : 'outlined'}
      maxLength={props.maxLength}
      value={words}
      aria-label={props.label}
      placeholder={props.placeholder}
      onChange={(event) => setWords(event.target.value)}
      onBlur={done}
      onPressEnter={(event: KeyboardEvent<HTMLInputElement>) => event.currentTarget.blur()}
    />
  );
}

function AddItem({ add }: { add(text: string): void }) {
  const { t } = useTranslation('handover');
  const [text, setText] = useState('');
  return (
    <form
      className="item-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim()) return;
        add(text.trim());
        setText('');
      }}
    >
      <Input
        maxLength={200}
        value={text}
        aria-label={t('item.new')}
        placeholder={t('item.new')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit" icon={<PlusOutlined aria-hidden />} disabled={!text.trim()}>
        {t('item.add')}
      </Button>
    </form>
  );
}
