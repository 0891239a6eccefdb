import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { InvitationsDocument, WithdrawInvitationsDocument } from '../../generated/graphql';
import { errorText } from '../../lib/errors';

/** 邀请: whom, until the roster is set down to be taken back. Nothing while nobody is invited. */
export function Invitations(props: { activityId: string; turn: number; withdraw: boolean; done(): void }) {
  const { t } = useTranslation('attendance');
  const { message } = App.useApp();
  const { activityId, turn } = props;
  const { data, refetch } = useQuery(InvitationsDocument, {
    variables: { id: activityId, first: 50 },
    fetchPolicy: 'network-only',
  });
  useEffect(() => {
    if (turn > 0) void refetch();
  }, [turn, refetch]);
  const [withdraw, { loading }] = useMutation(WithdrawInvitationsDocument);
  const { nodes = [], totalCount = 0 } = data?.invitations ?? {};
  if (totalCount === 0) return null;
  const onWithdraw = async (id: string) => {
    const answer = await withdraw({ variables: { input: { activityId, ids: [id] } } }).catch(
      (error: unknown) => void message.error(errorText(error)),
    );
    if (answer?.data) props.done();
  };
  return (
    <Panel title={t('invite.title')} note={t('invite.count', { count: totalCount })} flush>
      <ul className="attendance-list">
        {nodes.map(({ id, kind, name, organization, post }) => {
          const at = organization?.name ?? '';
          const who =
            kind === 'MEMBER'
              ? (name ?? t('gone'))
              : kind === 'POST'
                ? t('invite.postOf', { post: t(`post.${post ?? 'COMMITTEE_MEMBER'}`), at })
                : t('invite.membersOf', { at });
          return (
            <li key={id}>
              <span>{who}</span>
              {props.withdraw ? (
                <Button
                  size="small"
                  type="text"
                  disabled={loading}
                  aria-label={t('invite.withdrawOf', { who })}
                  onClick={() => void onWithdraw(id)}
                >
                  {t('invite.withdraw')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {totalCount > nodes.length ? (
        <p className="attendance-hint quiet">{t('invite.more', { count: totalCount - nodes.length })}</p>
      ) : null}
    </Panel>
  );
}
