import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Job, JobModel } from '@dangwu/desk';
import { ChainStates, type LastVerification } from '@dangwu/platform/audit-chain';
import { Database } from '@dangwu/platform/database';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditChain, type AuditVerification } from './audit-chain.type';
import { AuditRetention } from './audit-retention';
import { ExportAuditEventsInput } from './audit.inputs';
import { ExportEventsJob } from './export-events.job';
import { VerifyChainJob } from './verify-chain.job';

/** The chain over the log: where it stands, and proving it. */
@Resolver(() => AuditChain)
export class AuditChainResolver {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly states: ChainStates,
    private readonly retention: AuditRetention,
    private readonly verifying: VerifyChainJob,
    private readonly exporting: ExportEventsJob,
  ) {}

  @Requires('audit.read')
  @Query(() => AuditChain, {
    description: 'Where the hash chain over the audit log stands. It is one chain for all associations of the system.',
  })
  async auditChain(@CurrentViewer() viewer: Viewer): Promise<AuditChain> {
    const { lastBlock, sealed, unsealed, archived, lastVerification } = await this.states.state();
    const { months, basis } = await this.database.transaction(viewer.scope('rule.read'), (tx) =>
      this.retention.of(tx, viewer.association.id),
    );
    return {
      lastBlock,
      sealedEvents: sealed,
      unsealedEvents: unsealed.events,
      unsealedSince: unsealed.since ? new Date(unsealed.since) : null,
      archivedEvents: archived.events,
      archivedUntil: archived.until,
      retentionMonths: months,
      retentionBasis: basis,
      lastVerification: lastVerification && shown(lastVerification),
    };
  }

  @Requires('audit.read')
  @Mutation(() => Job, {
    description:
      'Verify the whole chain, archives and heads kept outside included. Follow the job; auditChain says the result.',
  })
  async verifyAuditChain(@Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.one(JobModel, { key: await this.verifying.start(viewer) }, info, viewer);
  }

  @Requires('audit.read')
  @Mutation(() => Job, { description: 'Write a list of events into an .xlsx file; the job names the file.' })
  async exportAuditEvents(
    @Args('input', { description: 'Which events.' }) input: ExportAuditEventsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(JobModel, { key: await this.exporting.start(viewer, input) }, info, viewer);
  }
}

const shown = ({ findings, ...rest }: LastVerification): AuditVerification => ({
  ...rest,
  findings: findings.map(({ kind, block, event, text }) => ({
    kind,
    block,
    eventId: event && kind.startsWith('EVENT_') ? `AuditEvent_${event}` : null,
    text,
  })),
});
