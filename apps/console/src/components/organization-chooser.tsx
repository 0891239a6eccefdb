import { useQuery } from '@apollo/client/react';
import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOrganizationDocument, type ChoiceFragment } from '../generated/graphql';
import { rememberChoice, recentChoices } from '../lib/recent-organizations';
import { EdgeGlyph } from './edge-glyph';
import { ErrorView } from './error-view';
import './organization-chooser.css';

/** An organization that was chosen. */
export interface Choice {
  id: string;
  name: string;
}

const PAGE = 50;

/** Recent picks, search by name, code or pinyin initials, and the tree, read as it is opened. */
export function OrganizationChooser({ onChoose }: { onChoose(choice: Choice): void }) {
  const { t } = useTranslation('console');
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const recent = recentChoices();
  const choose = (choice: Choice) => {
    rememberChoice({ id: choice.id, name: choice.name });
    onChoose(choice);
  };
  return (
    <div className="chooser">
      <input
        className="chooser-search"
        type="search"
        autoFocus
        value={search}
        aria-label={t('chooser.search')}
        placeholder={t('chooser.search')}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="chooser-lists">
        {wanted ? (
          <Branch filter={{ search: wanted }} label={t('chooser.results')} flat choose={choose} />
        ) : (
          <>
            {recent.length > 0 ? (
              <>
                <p className="chooser-head">{t('chooser.recent')}</p>
                <ul>
                  {recent.map((choice) => (
                    <li key={choice.id} className="chooser-row">
                      <button type="button" className="chooser-name" onClick={() => choose(choice)}>
                        {choice.name}
                      </button>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
            <p className="chooser-head">{t('chooser.all')}</p>
            <Branch filter={{ rootsOnly: true }} label={t('chooser.tree')} choose={choose} />
          </>
        )}
      </div>
    </div>
  );
}

type Filter = { search: string } | { rootsOnly: true } | { parentId: string };

/** One level of the tree, or the results of a search. */
function Branch(props: { filter: Filter; label: string; flat?: boolean; choose(choice: Choice): void }) {
  const { t } = useTranslation('console');
  const { data, error, fetchMore, refetch } = useQuery(ChooseOrganizationDocument, {
    variables: { first: PAGE, filter: props.filter },
  });
  if (error) return <ErrorView error={error} retry={() => void refetch()} />;
  const found = data?.organizations;
  if (!found) return <ul aria-busy="true" aria-label={props.label} className="chooser-wait" />;
  if (found.nodes.length === 0) return <p className="chooser-head">{t('chooser.none')}</p>;
  const more = () =>
    fetchMore({
      variables: { after: found.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        organizations: {
          ...fetchMoreResult.organizations,
          nodes: [...before.organizations.nodes, ...fetchMoreResult.organizations.nodes],
        },
      }),
    });
  return (
    <ul aria-label={props.label}>
      {found.nodes.map((node) => (
        <Row
          key={node.id}
          node={node}
          flat={props.flat}
          startOpen={'rootsOnly' in props.filter}
          choose={props.choose}
        />
      ))}
      {found.pageInfo.hasNextPage ? (
        <li>
          <button type="button" className="chooser-more" onClick={() => void more()}>
            {t('chooser.more', { count: Math.min(PAGE, found.totalCount - found.nodes.length) })}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function Row(props: { node: ChoiceFragment; flat?: boolean; startOpen: boolean; choose(choice: Choice): void }) {
  const { t } = useTranslation(['console', 'domain']);
  const { node } = props;
  const [open, setOpen] = useState(props.startOpen && !props.flat);
  const opens = !props.flat && node.childCount > 0;
  return (
    <li>
      <div className="chooser-row">
        {opens ? (
          <button
            type="button"
            className="chooser-open"
            aria-expanded={open}
            aria-label={t(open ? 'chooser.fold' : 'chooser.open', { name: node.name })}
            onClick={() => setOpen(!open)}
          >
            {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          </button>
        ) : props.flat ? null : (
          <span className="chooser-open" />
        )}
        {node.relation && !props.flat ? <EdgeGlyph relation={node.relation} /> : null}
        <button type="button" className="chooser-name" onClick={() => props.choose(node)}>
          {node.name}
          {props.flat ? <span className="quiet"> {node.code}</span> : null}
        </button>
      </div>
      {open && opens ? <Branch filter={{ parentId: node.id }} label={node.name} choose={props.choose} /> : null}
    </li>
  );
}
