import { useQuery } from '@apollo/client/react';
import { DownOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { OrganizationNameDocument } from '../generated/graphql';
import { Disclosure } from './disclosure';
import { OrganizationChooser } from './organization-chooser';
import './organization-picker.css';

/** A field for one organization; inside a Form.Item it gets `value`, `onChange` and `id`. */
export function OrganizationPicker(props: {
  value?: string | null;
  onChange?(id: string | null): void;
  id?: string;
  /** Words for "none chosen", when none is a choice. */
  none?: string;
}) {
  const { t } = useTranslation('console');
  const { data } = useQuery(OrganizationNameDocument, {
    variables: { id: props.value ?? '' },
    skip: !props.value,
  });
  const shown = props.value ? data?.organization?.name : (props.none ?? t('chooser.choose'));
  return (
    <Disclosure
      id={props.id}
      className="picker"
      button={
        <>
          <span>{shown ?? '…'}</span>
          <DownOutlined aria-hidden />
        </>
      }
    >
      {(close) => (
        <>
          {props.none ? (
            <button
              type="button"
              className="picker-none"
              onClick={() => {
                props.onChange?.(null);
                close();
              }}
            >
              {props.none}
            </button>
          ) : null}
          <OrganizationChooser
            onChoose={({ id }) => {
              props.onChange?.(id);
              close();
            }}
          />
        </>
      )}
    </Disclosure>
  );
}
