import { ChangeStaff } from './change-staff';
import { HandoverEntity, HandoverItemEntity } from './handover.entity';
import { HandoversService } from './handovers.service';
import { StaffAssignmentEntity } from './staff-assignment.entity';
import { StaffDissolution } from './staff-dissolution';
import { StaffCounts } from './staff-figures';
import { StaffPhones } from './staff-phones';
import { StaffMutations } from './staff-mutations.resolver';
import {
  HandoverItemModel,
  HandoverModel,
  organizationStaff,
  StaffAbilitiesModel,
  StaffAssignmentModel,
} from './staff.read-model';
import { OrganizationStaffFields, StaffResolver } from './staff.resolver';
import { StaffService } from './staff.service';

export const staffEntities = [StaffAssignmentEntity, HandoverEntity, HandoverItemEntity];
export const staffModels = [
  StaffAssignmentModel,
  StaffAbilitiesModel,
  HandoverModel,
  HandoverItemModel,
  organizationStaff,
];

/** What other libraries may use. */
export const staffOffered = [StaffService, StaffPhones, HandoversService];

/** The roster of party-affairs staff, for the providers of the membership module. */
export const staffProviders = [
  ...staffOffered,
  ChangeStaff,
  OrganizationStaffFields,
  StaffCounts,
  StaffDissolution,
  StaffMutations,
  StaffResolver,
];
