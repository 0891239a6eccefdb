import { OrganizationImport } from './organization-import';
import { UndoRoster } from './undo-roster';
import { UndoneOrganizations } from './undone-organizations';
import { UpdateOrganizations } from './update-organizations';
import { WriteRoster } from './write-roster';

/** The roster of organizations, for the providers of the organization module. */
export const organizationImport = [
  OrganizationImport,
  WriteRoster,
  UndoRoster,
  UndoneOrganizations,
  UpdateOrganizations,
];
