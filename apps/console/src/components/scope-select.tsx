import { useQuery } from '@apollo/client/react';
import { ApartmentOutlined, DownOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Disclosure } from './disclosure';
import { OrganizationChooser } from './organization-chooser';
import { OrganizationNameDocument } from '../generated/graphql';
import { useScope } from '../lib/scope';
import { useSession } from '../lib/session';
import './scope-select.css';

/** The subtree everything is about; stands in the address as `within`. */
export function ScopeSelect({ up }: { up?: boolean }) {
  const { t } = useTranslation('console');
  const { association } = useSession();
  const { within, setWithin } = useScope();
  const { data } = useQuery(OrganizationNameDocument, { variables: { id: within ?? '' }, skip: !within });
  const whole = t('shell.wholeAssociation', { name: association.name });
  const shown = within ? t('shell.wholeAssociation', { name: data?.organization?.name ?? '…' }) : whole;
  return (
    <Disclosure
      up={up}
      className="disclosure-button top-scope"
      label={t('shell.scopeOf', { name: shown })}
      button={
        <>
          <ApartmentOutlined aria-hidden />
          <span>{shown}</span>
          <DownOutlined aria-hidden />
        </>
      }
    >
      {(close) => (
        <>
          <button
            type="button"
            className="picker-none"
            onClick={() => {
              setWithin(null);
              close();
            }}
          >
            {whole}
          </button>
          <OrganizationChooser
            onChoose={({ id }) => {
              setWithin(id);
              close();
            }}
          />
        </>
      )}
    </Disclosure>
  );
}
