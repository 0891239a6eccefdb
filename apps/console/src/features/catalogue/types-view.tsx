import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button, Checkbox, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import {
  CatalogueTermRowsDocument,
  CatalogueTypesDocument,
  CatalogueUseDocument,
  RetireActivityTypeDocument,
  RetireCatalogueTermDocument,
  type TermKind,
  type TermRowFragment,
  type TypeRowFragment,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import type { Adding } from './catalogue-page';
import { RowsTable } from './rows-table';
import { TermForm } from './term-form';
import { TypeForm } from './type-form';
import { TAG_KINDS, TERM_KINDS } from './words';

type Open =
  { readonly type: TypeRowFragment | null } | { readonly term: TermRowFragment | null; readonly kind: TermKind };

/** Types, topics, lines and forms, and the lists that indicators are tagged with: what is shipped, what is the association's own, how much each is used. */
export function TypesView({ adding, end, maintains }: Adding & { maintains: boolean }) {
  const { t } = useTranslation(['catalogue', 'domain']);
  const [retired, setRetired] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const variables = { includeRetired: retired };
  const types = useQuery(CatalogueTypesDocument, { variables });
  const terms = useQuery(CatalogueTermRowsDocument, { variables });
  const use = useQuery(CatalogueUseDocument, { fetchPolicy: 'cache-and-network' });
  const counts = new Map(use.data?.catalogueUse.map((one) => [one.id, one.activityCount]));
  // nothing is said of what no activity has
  const used = ({ id }: { id: string }): number | null => (use.data ? (counts.get(id) ?? 0) : null);
  const usedWords = (row: { id: string }): string => (use.data ? t('used', { count: used(row)! }) : '');
  const error = types.error ?? terms.error;
  const shownTypes = (types.data ?? types.previousData)?.activityTypes ?? [];
  const shownTerms = (terms.data ?? terms.previousData)?.catalogueTerms ?? [];
  const form: Open | null = adding ? { type: null } : open;
  const close = () => {
    setOpen(null);
    end();
  };
  const acts = (row: TypeRowFragment | TermRowFragment, change: () => void) =>
    maintains && !isRetired(row) ? <Acts row={row} used={used(row) ?? 0} change={change} /> : null;
  const typeActs = (row: TypeRowFragment) => acts(row, () => setOpen({ type: row }));
  const termActs = (row: TermRowFragment) => acts(row, () => setOpen({ term: row, kind: row.kind }));
  const holders = ({ organizationTypes }: TypeRowFragment) =>
    organizationTypes.map((type) => t(`domain:type.${type}`)).join(t('comma'));
  return (
    <>
      <Checkbox checked={retired} onChange={(event) => setRetired(event.target.checked)}>
        {t('withRetired')}
      </Checkbox>
      {error ? <ErrorView error={error} retry={() => void types.refetch()} /> : null}
      {(types.data ?? types.previousData) ? (
        <Panel title={t('types')} note={t('count', { count: shownTypes.length })} flush>
          <RowsTable<TypeRowFragment>
            rows={shownTypes}
            empty={t('empty')}
            columns={[
              { key: 'name', title: t('column.name'), rowScope: 'row', render: (_, row) => <Name row={row} /> },
              { key: 'kind', title: t('column.kind'), className: 'nowrap', render: (_, row) => t(`kind.${row.kind}`) },
              { key: 'holders', title: t('column.holders'), render: (_, row) => holders(row) },
              {
                key: 'entitled',
                title: t('column.entitled'),
                className: 'nowrap',
                render: (_, row) => t(`entitled.${row.entitled}`),
              },
              { key: 'used', title: t('column.used'), align: 'right', render: (_, row) => used(row) },
              { key: 'acts', title: t('column.acts'), className: 'nowrap', render: (_, row) => typeActs(row) },
            ]}
            line={(row) => (
              <>
                <Name row={row} />
                <span className="quiet">
                  {[t(`kind.${row.kind}`), holders(row), usedWords(row)].filter(Boolean).join(' · ')}
                </span>
                {typeActs(row)}
              </>
            )}
          />
        </Panel>
      ) : null}
      {(terms.data ?? terms.previousData)
        ? TERM_KINDS.map((kind) => {
            const rows = shownTerms.filter((term) => term.kind === kind);
            return (
              <Panel
                key={kind}
                title={t(`terms.${kind}`)}
                note={t('count', { count: rows.length })}
                flush
                extra={
                  maintains ? (
                    <Button type="link" size="small" onClick={() => setOpen({ term: null, kind })}>
                      {t(`addTerm.${kind}`)}
                    </Button>
                  ) : undefined
                }
              >
                <RowsTable<TermRowFragment>
                  rows={rows}
                  empty={t('empty')}
                  columns={[
                    { key: 'name', title: t('column.name'), rowScope: 'row', render: (_, row) => <Name row={row} /> },
                    ...(TAG_KINDS.includes(kind)
                      ? []
                      : [
                          {
                            ...{ key: 'used', title: t('column.used'), align: 'right' as const, width: 120 },
                            render: (_: unknown, row: TermRowFragment) => used(row),
                          },
                        ]),
                    {
                      key: 'acts',
                      title: t('column.acts'),
                      className: 'nowrap',
                      width: 160,
                      render: (_, row) => termActs(row),
                    },
                  ]}
                  line={(row) => (
                    <>
                      <Name row={row} />
                      {TAG_KINDS.includes(kind) ? null : <span className="quiet">{usedWords(row)}</span>}
                      {termActs(row)}
                    </>
                  )}
                />
              </Panel>
            );
          })
        : null}
      {form && 'type' in form ? <TypeForm type={form.type} close={close} /> : null}
      {form && 'term' in form ? <TermForm term={form.term} kind={form.kind} close={close} /> : null}
    </>
  );
}

const isRetired = ({ retiredOn }: { retiredOn: string | null }): boolean => retiredOn !== null;

/** What it is called, its key, where it comes from. */
function Name({ row }: { row: TypeRowFragment | TermRowFragment }) {
  const { t } = useTranslation('catalogue');
  const { retiredOn } = row;
  return (
    <span className="catalogue-name">
      {local(row.name)} <Tag>{t(row.shipped ? 'shipped' : 'own')}</Tag>
      {retiredOn ? <Tag>{t(retiredOn <= today() ? 'retired' : 'retiredFrom', { on: retiredOn })}</Tag> : null}
    </span>
  );
}

function Acts(props: { row: TypeRowFragment | TermRowFragment; used: number; change(): void }) {
  const { t } = useTranslation('catalogue');
  const { message, modal } = App.useApp();
  const { row, used, change } = props;
  const name = local(row.name);
  const [retireType] = useMutation(RetireActivityTypeDocument, { refetchQueries: [CatalogueTypesDocument] });
  const [retireTerm] = useMutation(RetireCatalogueTermDocument, { refetchQueries: [CatalogueTermRowsDocument] });
  const onRetire = () =>
    modal.confirm({
      title: t('retire.title', { name }),
      content: t('retire.text', { count: used }),
      okText: t('retire.verb'),
      okButtonProps: { danger: true },
      cancelText: t('back'),
      onOk: async () => {
        const step = { variables: { input: { id: row.id, version: row.version } } };
        const done = 'entitled' in row ? retireType(step) : retireTerm(step);
        const answer = await done.catch((error: unknown) => void message.error(errorText(error)));
        if (answer?.data) void message.success(t('retire.done', { name }));
      },
    });
  return (
    <span className="catalogue-acts">
      <Button type="link" size="small" aria-label={t('change.of', { name })} onClick={change}>
        {t('change.verb')}
      </Button>
      <Button type="link" size="small" aria-label={t('retire.of', { name })} onClick={onRetire}>
        {t('retire.verb')}
      </Button>
    </span>
  );
}
