import type { Viewer } from '@dangwu/access';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parse } from 'graphql';
import type { ExportOrganizationsInput } from '../organization.inputs';
import { exportColumns, type ExportedOrganization } from './export-columns';
import type { ExportedList } from './exported-list';
import { ListExport } from './list-export';

/** Lists of organizations as spreadsheets. */
@Injectable()
export class ExportOrganizations implements ExportedList<ExportedOrganization, ExportOrganizationsInput>, OnModuleInit {
  readonly job = 'ORGANIZATION_EXPORT';
  readonly action = 'exportOrganizations';
  readonly permission = 'organization.export';
  readonly title = { zh: '党组织名册', en: 'Party organizations' };
  readonly rows = { zh: '个党组织', en: 'organizations' };
  readonly columns = exportColumns;
  readonly document = parse(`
    query ($after: String, $filter: PartyOrganizationFilter, $order: PartyOrganizationOrder, $within: ID, $asOf: Date) {
      list: partyOrganizations(first: 100, after: $after, filter: $filter, order: $order, within: $within, asOf: $asOf) {
        totalCount
        nodes {
          code name type tier relation status foundedOn dissolvedOn termYears termEndsOn reportedMemberCount reportedOn
          parent { code name }
          flags { message { zh en } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }`);

  constructor(private readonly exporting: ListExport) {}

  onModuleInit(): void {
    this.exporting.offer(this);
  }

  /** @returns the job's UUID */
  start(viewer: Viewer, input: ExportOrganizationsInput): Promise<string> {
    return this.exporting.start(viewer, this, input);
  }
}
