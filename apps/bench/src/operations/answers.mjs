// What answers of all servers have in common once their own ways of writing are taken away.

export const hex = (id) => id.slice(id.indexOf('_') + 1).replaceAll('-', '');
export const globalId = (type, uuid) => `${type}_${uuid.replaceAll('-', '')}`;
export const known = (thing) => thing && { id: hex(thing.id), name: thing.name };
/** A moment, however it is written. */
export const moment = (text) => new Date(text).toISOString();

/** PostGraphile names things after tables and keys. */
const plainNames = {
  rowId: 'id',
  partyOrganizationByParentIdAndAssociationId: 'parent',
  partyOrganizationByOrganizationId: 'organization',
  activityTypeByActivityTypeId: 'type',
  ancestorsList: 'ancestors',
  childrenList: 'children',
  latestActivitiesList: 'activities',
};

/** For JSON.parse of what PostGraphile answered. */
export function withPlainNames(key, value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [plainNames[name] ?? name, each]));
}
