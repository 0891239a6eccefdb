import { useMutation, useQuery } from '@apollo/client/react';
import { App } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import {
  ArrangeViewsDocument,
  ChangeViewStateDocument,
  ChooseDefaultViewDocument,
  DeleteViewDocument,
  LedgerViewsDocument,
  RenameViewDocument,
  SaveViewDocument,
  ShareViewDocument,
  type Ledger,
  type OwnViewFragment,
  type ViewAudience,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import type { LedgerParts } from './use-ledger';

/** A tab above a ledger. */
export interface ViewTab {
  readonly key: string;
  readonly name: string;
  readonly state: string;
  /** How many rows it shows, where that is known. */
  readonly count?: number;
  /** Who shares it, for views of others. */
  readonly owner?: string;
  /** One's own, which can be changed. */
  readonly own?: OwnViewFragment;
}

/** The views of a ledger: which stand above it, which one is shown, and what one does with one's own. */
export function useViews(ledger: LedgerParts, kind: Ledger, shipped: readonly ViewTab[]) {
  const { message } = App.useApp();
  const [search] = useSearchParams();
  const { data, refetch } = useQuery(LedgerViewsDocument, { variables: { ledger: kind } });
  const own = data?.savedViews ?? [];
  const mine = new Set(own.map(({ id }) => id));
  const shared = [...(data?.associationViews.nodes ?? []), ...(data?.organizationViews.nodes ?? [])].filter(
    ({ savedViewId }) => !mine.has(savedViewId),
  );
  const tabs: readonly ViewTab[] = [
    ...shipped,
    ...own.map((view) => ({ key: view.id, name: view.name, state: view.state, own: view })),
    ...shared.map(({ savedViewId, name, state, ownerName }) => ({ key: savedViewId, name, state, owner: ownerName })),
  ];
  const named = search.get('view');
  const shown =
    tabs.find(({ key, own: mineToo, state }) => key === named && (mineToo || state === ledger.query)) ??
    tabs.find(({ state }) => state === ledger.query);
  useDefault(ledger, data ? own.find(({ isDefault }) => isDefault) : undefined, named);

  const [save] = useMutation(SaveViewDocument);
  const [rename] = useMutation(RenameViewDocument);
  const [changeState] = useMutation(ChangeViewStateDocument);
  const [share] = useMutation(ShareViewDocument);
  const [arrange] = useMutation(ArrangeViewsDocument);
  const [choose] = useMutation(ChooseDefaultViewDocument);
  const [remove] = useMutation(DeleteViewDocument);
  /** Does it, reads the views anew whatever came of it, and says what was refused. */
  const carry = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      return true;
    } catch (refused) {
      void message.error(errorText(refused));
      return false;
    } finally {
      await refetch();
    }
  };
  const versioned = ({ id, version }: OwnViewFragment) => ({ id, version });
  return {
    tabs,
    own,
    shown,
    /** Whether the list shows something else than the view it began with. */
    changed: shown !== undefined && shown.state !== ledger.query,
    open: (view: ViewTab) => ledger.apply(view.state, { view: view.key }),
    /** Saves what is shown as a new view and goes to it. */
    save: async (name: string) => {
      let id: string | undefined;
      const work = save({ variables: { input: { ledger: kind, name, state: ledger.query } } });
      const done = await carry(work.then(({ data: saved }) => (id = saved?.saveView.id)));
      if (done && id) ledger.apply(ledger.query, { view: id });
      return done;
    },
    keep: (view: OwnViewFragment) =>
      carry(changeState({ variables: { input: { ...versioned(view), state: ledger.query } } })),
    rename: (view: OwnViewFragment, name: string) =>
      carry(rename({ variables: { input: { ...versioned(view), name } } })),
    share: (view: OwnViewFragment, audience: ViewAudience, organizationId: string | null) =>
      carry(share({ variables: { input: { ...versioned(view), audience, organizationId } } })),
    arrange: (ids: string[]) => carry(arrange({ variables: { input: { ledger: kind, ids } } })),
    chooseDefault: (id: string | null) => carry(choose({ variables: { input: { ledger: kind, id } } })),
    remove: (view: OwnViewFragment) => carry(remove({ variables: { input: { id: view.id } } })),
  };
}

export type Views = ReturnType<typeof useViews>;

/** An address that says nothing opens with one's default view; one that says `all` or anything else does not. */
function useDefault(ledger: LedgerParts, view: OwnViewFragment | undefined, named: string | null): void {
  const { apply, query } = ledger;
  const id = view?.id;
  const state = view?.state;
  useEffect(() => {
    if (id && state && !named && query === '') apply(state, { view: id }, true);
  }, [apply, id, named, query, state]);
}
