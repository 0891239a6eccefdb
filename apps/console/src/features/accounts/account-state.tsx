import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import type { AccountRowFragment } from '../../generated/graphql';

const glyphs = { INVITED: 'planned', ACTIVE: 'done', DISABLED: 'refused' } as const;

/** Whether an account can be signed in to. */
export function AccountState({ account }: { account: AccountRowFragment }) {
  const { t } = useTranslation('accounts');
  return <StateWord state={glyphs[account.state]}>{t(`state.${account.state}`)}</StateWord>;
}
