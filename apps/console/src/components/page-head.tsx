import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { setPageTitle } from '../lib/page-title';
import { useScope } from '../lib/scope';
import './page-head.css';

interface Crumb {
  name: string;
  to?: string;
}

/**
 * One line: where this page stands (crumbs, if any), its title, a state, one grey line that says something, actions.
 * At most one primary button, rightmost. Also names the browser's tab.
 */
export function PageHead(props: {
  title: string;
  crumbs?: Crumb[];
  state?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
}) {
  const { t } = useTranslation('console');
  const { scoped } = useScope();
  useEffect(() => {
    setPageTitle(props.title);
    document.title = `${props.title} · ${t('product')}`;
  }, [props.title, t]);
  return (
    <header className="page-head">
      <div className="page-head-words">
        {props.crumbs?.length ? (
          <nav aria-label={t('shell.crumbs')}>
            <ol className="crumbs">
              {props.crumbs.map((crumb) => (
                <li key={`${crumb.name} ${crumb.to ?? ''}`}>
                  {crumb.to ? <Link to={scoped(crumb.to)}>{crumb.name}</Link> : crumb.name}
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.state}
        {props.note ? <p>{props.note}</p> : null}
      </div>
      {props.actions ? <div className="page-head-actions">{props.actions}</div> : null}
    </header>
  );
}
