import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@apollo/client/react';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { ChangeSessionRosterDocument, type SessionBody, type SessionPreparationQuery } from '../../generated/graphql';
import { moved } from './agenda-clock';
import { PersonField, type Candidate } from './person-field';
import type { SessionDetail } from './session-drawer';

type Accounts = SessionPreparationQuery['sessionPreparation']['accounts'];

interface Seat {
  /** where it stands in this form, whatever its place */
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly post: string;
  readonly username: string;
  readonly hasAccount: boolean;
  /** chosen in this form; null: as the seat has it */
  readonly memberId: string | null;
}

/** The user name stands where it is known, so that whoever looks after the roster sees whose account it is. */
const seatsOf = ({ members }: SessionDetail, body: SessionBody, accounts: Accounts): Seat[] =>
  members
    .filter((member) => member.body === body)
    .map(({ id, name, post, hasAccount }) => {
      const username = accounts.find(({ memberId }) => memberId === id)?.username ?? '';
      return { key: id, id, name, post, hasAccount, username, memberId: null };
    });

/** A seat is that of whoever is chosen: whose it was before is told no more. */
const chosen = (seat: Seat, { name, post, memberId, username }: Candidate): Partial<Seat> => ({
  id: null,
  name,
  post: post ?? seat.post,
  memberId: memberId ?? null,
  username: username ?? '',
  hasAccount: Boolean(username),
});

/** 修改名单: who sits, in which order, who chairs, by which account they vote. */
export function RosterForm(props: {
  session: SessionDetail;
  body: SessionBody;
  accounts: Accounts;
  done(words: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation('reviewSession');
  const { session, body } = props;
  const { id, version } = session;
  const [seats, setSeats] = useState(() => seatsOf(session, body, props.accounts));
  const [chair, setChair] = useState(
    () => session.members.find((member) => member.body === body && member.chair)?.id ?? '',
  );
  const [save, saving] = useMutation(ChangeSessionRosterDocument);
  const set = (key: string, part: Partial<Seat>) =>
    setSeats((before) => before.map((seat) => (seat.key === key ? { ...seat, ...part } : seat)));
  const add = () =>
    setSeats((before) => [
      ...before,
      { key: crypto.randomUUID(), id: null, name: '', post: '', username: '', hasAccount: false, memberId: null },
    ]);
  const onSave = async () => {
    const members = seats
      .filter((seat) => seat.name.trim())
      .map((seat) => ({
        id: seat.id,
        name: seat.name.trim(),
        post: seat.post.trim(),
        chair: seat.key === chair,
        username: seat.username.trim() || null,
        memberId: seat.memberId,
      }));
    const answer = await save({ variables: { input: { id, version, body, members } } }).catch(() => null);
    if (answer?.data) props.done(t('roster.done'));
  };
  return (
    <Form className="entry-form" aria-label={t('roster.verb')} autoComplete="off" onFinish={() => void onSave()}>
      <p>{t('roster.text', { body: t(`roster.body.${body}`) })}</p>
      <Radio.Group
        className="review-roster-form"
        value={chair}
        onChange={(event) => setChair(event.target.value as string)}
      >
        <ol aria-label={t('roster.verb')}>
          {seats.map((seat, i) => {
            const name = seat.name || t('roster.nobody', { no: i + 1 });
            return (
              <li key={seat.key}>
                <PersonField
                  label={t('roster.name', { no: i + 1 })}
                  value={seat.name}
                  type={(name) => set(seat.key, { name, memberId: null })}
                  choose={(one) => set(seat.key, chosen(seat, one))}
                />
                <Input
                  aria-label={t('roster.post', { no: i + 1 })}
                  placeholder={t('roster.postShort')}
                  value={seat.post}
                  maxLength={60}
                  onChange={(event) => set(seat.key, { post: event.target.value })}
                />
                <Input
                  aria-label={t('roster.username', { no: i + 1 })}
                  placeholder={t(seat.hasAccount ? 'roster.hasAccount' : 'roster.noAccount')}
                  value={seat.username}
                  maxLength={100}
                  onChange={(event) => set(seat.key, { username: event.target.value })}
                />
                <Radio value={seat.key} aria-label={t('roster.chairs', { name })}>
                  {t('roster.chair')}
                </Radio>
                <span className="review-roster-verbs">
                  <Button
                    type="text"
                    icon={<ArrowUpOutlined aria-hidden />}
                    aria-label={t('up', { title: name })}
                    disabled={i === 0}
                    onClick={() => setSeats((before) => moved(before, i, i - 1))}
                  />
                  <Button
                    type="text"
                    icon={<ArrowDownOutlined aria-hidden />}
                    aria-label={t('down', { title: name })}
                    disabled={i === seats.length - 1}
                    onClick={() => setSeats((before) => moved(before, i, i + 1))}
                  />
                  <Button
                    type="text"
                    danger
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t('roster.leave', { name })}
                    onClick={() => setSeats((before) => before.filter(({ key }) => key !== seat.key))}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      </Radio.Group>
      <Button className="review-roster-add" icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t('roster.add')}
      </Button>
      <FormFoot error={saving.error} loading={saving.loading} verb={t('roster.save')} cancel={props.cancel} />
    </Form>
  );
}
