import { useLazyQuery } from '@apollo/client/react';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeopleCalledDocument, type PeopleCalledQuery } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import type { Chosen } from './people-picker';

type Called = PeopleCalledQuery['peopleCalled'][number];

const MOST = 200;

/** One to a line, or set apart by commas; a name of two characters may be written with a blank between them. */
const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n\r\t,\uff0c\u3001;\uff1b]+/)
      .map((name) => name.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  ),
];

/**
 * A list of names, and whom they mean: whoever is the only one of the name is chosen at once, of several one is chosen by
 * hand, and names that nobody has are told. Nobody is invited by that.
 */
export function PastedNames(props: { activityId: string; chosen: readonly Chosen[]; choose(people: Chosen[]): void }) {
  const { t } = useTranslation('attendance');
  const field = useId();
  const [text, setText] = useState('');
  const [called, setCalled] = useState<readonly Called[] | null>(null);
  const [ask, { loading, error }] = useLazyQuery(PeopleCalledDocument, { fetchPolicy: 'network-only' });
  const names = namesIn(text);
  const find = async () => {
    const { data } = await ask({ variables: { id: props.activityId, names } });
    if (!data) return;
    setCalled(data.peopleCalled);
    const sure = data.peopleCalled.flatMap(({ people: [only, ...more] }) =>
      only && !only.expected && more.length === 0 ? [shown(only)] : [],
    );
    props.choose(sure);
  };
  const shown = ({ id, name, organizationName }: Called['people'][number]): Chosen => ({
    id,
    label: t('invite.nameAt', { name, at: organizationName }),
  });
  return (
    <div className="pasted-names">
      <label htmlFor={field}>{t('invite.paste')}</label>
      <Input.TextArea id={field} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="pasted-names-act">
        <span className="quiet">
          {names.length > MOST ? t('invite.tooMany', { most: MOST }) : t('invite.names', { count: names.length })}
        </span>
        <Button disabled={names.length === 0 || names.length > MOST} loading={loading} onClick={() => void find()}>
          {t('invite.recognize')}
        </Button>
      </div>
      {error ? (
        <p role="alert" className="entry-refusal">
          {errorText(error)}
        </p>
      ) : null}
      {called ? (
        <Found
          called={called}
          chosen={props.chosen}
          choose={(person) => props.choose([shown(person)])}
          shown={(person) => shown(person).label}
        />
      ) : null}
    </div>
  );
}

function Found(props: {
  called: readonly Called[];
  chosen: readonly Chosen[];
  choose(person: Called['people'][number]): void;
  shown(person: Called['people'][number]): string;
}) {
  const { t } = useTranslation('attendance');
  const { called, chosen } = props;
  // where several have the name, it is never told by itself who is meant, also when one of them is expected already
  const several = called
    .filter(({ people }) => people.length > 1)
    .map(({ name, people }) => ({ name, people: people.filter(({ expected }) => !expected) }))
    .filter(({ people }) => people.length > 0);
  const listed = (test: (one: Called) => boolean) => called.filter(test).map(({ name }) => name);
  const unknown = listed(({ people }) => people.length === 0);
  const expected = listed(({ people }) => people.length > 0 && people.every((person) => person.expected));
  const sure = listed(({ people: [only, ...more] }) => only !== undefined && !only.expected && more.length === 0);
  return (
    <div className="pasted-found" role="status">
      {sure.length > 0 ? <p>{t('invite.recognized', { count: sure.length })}</p> : null}
      {several.map(({ name, people }) => (
        <div key={name} className="pasted-several">
          <span>{t('invite.several', { name, count: people.length })}</span>
          <Select
            aria-label={t('invite.which', { name })}
            placeholder={t('invite.which', { name })}
            value={people.find(({ id }) => chosen.some((one) => one.id === id))?.id}
            options={people.map((person) => ({ value: person.id, label: props.shown(person) }))}
            onChange={(id: string) => {
              const person = people.find((one) => one.id === id);
              if (person) props.choose(person);
            }}
          />
        </div>
      ))}
      {expected.length > 0 ? (
        <p className="quiet">{t('invite.expected', { names: expected.join(t('invite.comma')) })}</p>
      ) : null}
      {unknown.length > 0 ? (
        <p className="pasted-unknown">{t('invite.unknown', { names: unknown.join(t('invite.comma')) })}</p>
      ) : null}
    </div>
  );
}
