import { useApolloClient, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { PageHead } from '../../components/page-head';
import { OrganizationHeadFiguresDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useScope } from '../../lib/scope';
import { useNarrow } from '../../lib/narrow';
import { ExportButton } from './export-button';
import { OperationDrawer, type OperationAsked } from './operations/operation-drawer';
import { OrganizationDetail } from './organization-detail';
import { OrganizationTreePane } from './tree/organization-tree-pane';
import { useOrganizationTree } from './tree/use-organization-tree';
import './organizations.css';

/** Of the tree, not of the page of one organization: kept when another one is opened. */
const KEPT = ['asOf', 'q', 'tier', 'flagged', 'within', 'tab'];

/** The tree of party organizations on the left, one of them on the right; on a phone one after the other. */
export function OrganizationsPage() {
  const { t } = useTranslation(['organization', 'domain']);
  const { id } = useParams();
  const { within } = useScope();
  const { asOf } = useAsOf();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const narrow = useNarrow();
  const tree = useOrganizationTree(within, asOf);
  const [asked, setAsked] = useState<OperationAsked | null>(null);
  const client = useApolloClient();
  const { data } = useQuery(OrganizationHeadFiguresDocument, { variables: { within, asOf } });
  const figures = data?.organizationFigures;
  // The figures count what the reader may read; the tree shows everybody's names.
  const all = tree.root ? tree.root.descendantCount + 1 : null;
  const shownId = id ?? (narrow ? null : (tree.root?.id ?? null));

  const { reveal } = tree;
  const ready = tree.root !== null;
  useEffect(() => {
    if (id && ready) reveal(id);
  }, [id, ready, reveal]);

  /** The shell moves focus to a new page's title; whoever walks the tree by keyboard stays in it. */
  const fromTree = useRef<string | null>(null);
  useEffect(() => {
    const row = fromTree.current === id ? fromTree.current : null;
    fromTree.current = null;
    if (!row || narrow) return;
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`.tree-row[data-key="${CSS.escape(row)}"]`)?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [id, narrow]);

  const open = (target: string) => {
    const kept = new URLSearchParams([...address].filter(([name]) => KEPT.includes(name)));
    void navigate({ pathname: `/organizations/${target}`, search: kept.toString() });
  };
  const done = (text: string, goTo?: string) => {
    setAsked(null);
    void message.success(text);
    tree.reload();
    // Whatever is shown may have changed: names above and below, counts, history, flags.
    void client.refetchQueries({ include: 'active' });
    if (goTo) open(goTo);
  };

  // The past is looked at, not changed.
  const mayFound = !asOf && tree.root?.details?.viewerCan.maintain === true;
  const head = (
    <PageHead
      title={t('title')}
      note={
        figures && !narrow
          ? t(all !== null && figures.total < all ? 'noteSeen' : 'note', {
              all,
              total: figures.total,
              tiers: figures.byTier.filter((one) => one.tier && one.count > 0).length,
              led: figures.led,
              guided: figures.guided,
            })
          : null
      }
      actions={
        <>
          <ExportButton within={within} asOf={asOf} />
          {mayFound && tree.root ? (
            <Button
              type="primary"
              onClick={() => tree.root && setAsked({ kind: 'found', parentId: shownId ?? tree.root.id })}
            >
              {t('found.verb')}
            </Button>
          ) : null}
        </>
      }
    />
  );
  const pane = (
    <OrganizationTreePane
      tree={tree}
      within={within}
      selectedId={shownId}
      onOpen={(target) => {
        fromTree.current = target;
        open(target);
      }}
      onMove={asOf ? undefined : (dragged, parentId) => setAsked({ kind: 'move', id: dragged.id, parentId })}
    />
  );
  const detail = shownId ? <OrganizationDetail key={shownId} id={shownId} onAsk={setAsked} /> : null;
  return (
    <div className="organizations">
      {narrow && id ? null : head}
      <div className="organizations-body">
        {narrow && id ? null : pane}
        {narrow && !id ? null : detail}
      </div>
      <OperationDrawer asked={asked} onClose={() => setAsked(null)} onDone={done} />
    </div>
  );
}
