import { useMutation } from '@apollo/client/react';
import { ExportJob } from '../../components/export-job';
import {
  ExportOrganizationsDocument,
  type PartyOrganizationFilter,
  type PartyOrganizationOrder,
} from '../../generated/graphql';
import { usePreferences } from '../../lib/preferences';

/** Exports exactly what is shown. */
export function ExportButton(props: {
  within?: string | null;
  filter?: PartyOrganizationFilter;
  order?: PartyOrganizationOrder;
  small?: boolean;
}) {
  const { language } = usePreferences();
  const [start] = useMutation(ExportOrganizationsDocument);
  const begin = async () => {
    const { within, filter, order } = props;
    const { data } = await start({ variables: { input: { within, filter, order, locale: language } } });
    return data?.exportOrganizations.id ?? null;
  };
  return <ExportJob begin={begin} small={props.small} />;
}
