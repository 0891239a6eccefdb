import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { IsNull } from 'typeorm';
import { DispatchesArguments } from './dispatch.filters';
import { CheckDispatchInput } from './dispatch.inputs';
import { DispatchModel } from './dispatch.read-model';
import { Dispatch, DispatchCheck, DispatchConnection, DispatchSuperior } from './dispatch.type';
import { IssueDispatch } from './issue-dispatch';

/** Reads. Writes stand in `dispatch-mutations.resolver.ts`. */
@Resolver()
export class DispatchResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
    private readonly database: Database,
    private readonly issuing: IssueDispatch,
  ) {}

  @Requires('dispatch.read')
  @Query(() => Dispatch, { nullable: true, description: 'A dispatch; null when there is none or you may not read it.' })
  dispatch(
    @Args('id', { type: () => ID, description: 'The dispatch.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(DispatchModel, { key: localId('Dispatch', id) }, info, viewer);
  }

  @Requires('dispatch.read')
  @Query(() => DispatchConnection, { description: 'The requests and reports you may read (请示报告).' })
  async dispatches(
    @Args() { within, order, filter, ...page }: DispatchesArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = within ? { within: await this.access.below(viewer, within) } : {};
    const { waitingForMe, ...conditions } = filter ?? {};
    const waitsAt = waitingForMe ? await this.offices(viewer) : null;
    const asked = { ...page, order: order ?? ('LATEST' as const), filter: { ...conditions, waitsAt }, ...place };
    return this.reader.connection(DispatchModel, asked, info, viewer);
  }

  @Requires('dispatch.write')
  @Query(() => [DispatchCheck], {
    description: 'What issuing a dispatch, as it is being written, would find. Nothing is saved.',
  })
  async dispatchChecks(
    @Args('input', { description: 'The dispatch as it is being written.' }) input: CheckDispatchInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DispatchCheck[]> {
    return (await this.issuing.check(viewer, input)).map(({ kind, rule, refusal, refuses }) => ({
      kind,
      passed: refusal === null,
      refuses,
      message: refusal?.messages ?? null,
      ruleKey: rule.key,
      ruleName: rule.name,
      basis: rule.basis,
    }));
  }

  @Requires('dispatch.write')
  @Query(() => [DispatchSuperior], { description: 'To whom an organization may write, the next level up first.' })
  async dispatchSuperiors(
    @Args('organizationId', { type: () => ID, description: 'The organization that writes.' }) organizationId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DispatchSuperior[]> {
    return (await this.issuing.superiors(viewer, organizationId)).map((superior) => ({
      ...superior,
      organizationId: superior.organizationId && globalId('PartyOrganization', superior.organizationId),
    }));
  }

  /** Where the viewer writes or answers by an office; one for the whole association is an office at its root. */
  private async offices(viewer: Viewer): Promise<string[]> {
    const held = viewer.grants.filter(({ place }) => !place || viewer.can('dispatch.write', place));
    const ids = held.flatMap(({ organizationId }) => organizationId ?? []);
    if (held.every(({ organizationId }) => organizationId) || !viewer.holdsEverywhere('dispatch.write')) return ids;
    const roots = await this.database.transaction(viewer.scope('organization.identify'), (tx) =>
      tx.findBy(PartyOrganizationEntity, { associationId: viewer.association.id, parentId: IsNull() }),
    );
    return [...ids, ...roots.map(({ id }) => id)];
  }
}
