import { asc, reference, readModel, sql, type Filter } from '@dangwu/read-model';
import { AssociationViewEntity, OrganizationViewEntity, SavedViewEntity } from './saved-view.entity';
import type { Ledger } from './view.enums';
import { AssociationView, OrganizationView, SavedView } from './view.type';

/** Tabs that nobody could find any more are no help. */
export const mostViews = 50;

/** The argument of the lists below; none of them is a filter that clients write. */
export interface LedgerFilter {
  readonly ledger: Ledger;
}

const ofLedger: Filter<{ ledger: Ledger }> = (view, ledger) => sql`${view.ledger} = ${ledger}::text`;

/** A person's own views. */
export const SavedViewModel = readModel<SavedView, SavedViewEntity, LedgerFilter, 'POSITION'>({
  type: SavedView,
  entity: SavedViewEntity,
  place: { own: 'accountId' },
  read: 'view.keep',
  deleted: 'deletedAt',
  boundedBy: mostViews,
  fields: { organizationId: reference('PartyOrganization', 'organizationId') },
  orders: { POSITION: [asc('position')] },
  filters: { ledger: ofLedger },
});

/** What is shared with the association lies nowhere in the tree: everyone in it sees it who reads the ledger. */
export const AssociationViewModel = readModel<AssociationView, AssociationViewEntity, LedgerFilter, 'NAME'>({
  type: AssociationView,
  entity: AssociationViewEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'view.keep',
  fields: { savedViewId: reference('SavedView', 'id') },
  orders: { NAME: [asc('name')] },
  filters: { ledger: ofLedger },
});

/** What is shared with an organization lies there: whoever may read it and, as the resolver asks, the ledger there. */
export const OrganizationViewModel = readModel<OrganizationView, OrganizationViewEntity, LedgerFilter, 'NAME'>({
  type: OrganizationView,
  entity: OrganizationViewEntity,
  place: 'organizationId',
  read: 'organization.read',
  fields: {
    savedViewId: reference('SavedView', 'id'),
    organizationId: reference('PartyOrganization', 'organizationId'),
  },
  orders: { NAME: [asc('name')] },
  filters: { ledger: ofLedger },
});
