import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { auditWords } from '@dangwu/platform/audit';
import { platformErrors } from '@dangwu/platform/errors';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AuditActorModel, AuditEventModel } from './audit.read-models';
import { AuditActorsArguments, AuditEventsArguments } from './audit.inputs';
import { AuditAction, AuditActorConnection, AuditEvent, AuditEventConnection } from './audit-event.type';
import { EventFilters } from './event-filter';

/** Reading the audit log. What is more than the log, an auditor does not see. */
@Resolver(() => AuditEvent)
export class AuditEventResolver {
  constructor(
    private readonly reader: Reader,
    private readonly filters: EventFilters,
  ) {}

  @Requires('audit.read')
  @Query(() => AuditEventConnection, {
    name: 'auditEvents',
    description: 'The audit log (审计日志): who did what, when, from where. Older events stand in archives.',
  })
  async listAuditEvents(
    @Args() { filter, ...page }: AuditEventsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.connection(
      AuditEventModel,
      { ...page, filter: await this.filters.found(viewer, filter) },
      info,
      viewer,
    );
  }

  @Requires('audit.read')
  @Query(() => AuditEvent, { nullable: true, description: 'An event; null when there is none.' })
  auditEvent(
    @Args('id', { type: () => ID, description: 'The event.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const key = /^AuditEvent_(\d{1,18})$/.exec(id)?.[1];
    if (!key) throw platformErrors.MALFORMED_ID({ id: id.slice(0, 80), type: 'AuditEvent' });
    return this.reader.one(AuditEventModel, { key }, info, viewer);
  }

  @Requires('audit.read')
  @Query(() => AuditActorConnection, { name: 'auditActors', description: 'The accounts that may stand in the log.' })
  listAuditActors(
    @Args() page: AuditActorsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.connection(AuditActorModel, { ...page }, info, viewer);
  }

  @Requires('audit.read')
  @Query(() => [AuditAction], { description: 'What the log can tell of, in words (at most 400).' })
  auditActions(): AuditAction[] {
    return [...auditWords.actions()].sort((a, b) => a.words.zh.localeCompare(b.words.zh, 'zh-Hans-CN'));
  }
}
