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
  /** a past day, as the list shows it */
  asOf?: string | null;
  small?: boolean;
  verb?: string;
}) {
  const { language } = usePreferences();
  const [start] = useMutation(ExportOrganizationsDocument);
  const begin = async () => {
    const { within, filter, order, asOf } = props;
    const { data } = await start({ variables: { input: { within, filter, order, asOf, locale: language } } });
    return data?.exportOrganizations.id ?? null;
  };
  return <ExportJob begin={begin} small={props.small} verb={props.verb} />;
}
