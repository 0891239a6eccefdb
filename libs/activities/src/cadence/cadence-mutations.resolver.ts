import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { cadenceErrors } from './cadence.errors';
import { ChangeCadenceInput, EndCadenceInput, SetCadenceInput } from './cadence.inputs';
import { CadencePreview } from './cadence-preview.type';
import { HouseCadences } from './house-cadences';
import { CadenceModel } from './obligation.read-model';
import { Cadence } from './obligation.type';

const optional = <T>(type: () => T, description: string) => ({ type, nullable: true, description }) as const;

/** House rules on how often, and what they would do. Each write delegates, then reads the cadence anew. */
@Resolver()
export class CadenceMutations {
  constructor(
    private readonly reader: Reader,
    private readonly house: HouseCadences,
  ) {}

  @Requires('rule.override')
  @Query(() => CadencePreview, {
    description:
      'What setting, changing or ending a cadence would do to obligations. Give exactly one; what saving refuses is refused here, too.',
  })
  previewCadence(
    @Args('set', optional(() => SetCadenceInput, 'What is to be set.')) set: SetCadenceInput | null,
    @Args('change', optional(() => ChangeCadenceInput, 'What is to be changed.')) change: ChangeCadenceInput | null,
    @Args('end', optional(() => EndCadenceInput, 'What is to be ended.')) end: EndCadenceInput | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CadencePreview> {
    if ([set, change, end].filter(Boolean).length !== 1) throw cadenceErrors.CADENCE_PREVIEW_ONE();
    return this.house.preview(viewer, { set, change, end });
  }

  @Requires('rule.override')
  @Mutation(() => Cadence, {
    description:
      'Set how often something is to be held by some organizations, as a house rule: stricter than the regulation, never below it (设定频次). Obligations follow.',
  })
  setCadence(
    @Args('input', { description: 'What is to be held how often by whom.' }) input: SetCadenceInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.house.set(viewer, input), info, viewer);
  }

  @Requires('rule.override')
  @Mutation(() => Cadence, {
    description:
      'Change a house rule on how often from a day on (修改频次). Where it is to apply to others, the old one ends and the one that follows is answered.',
  })
  changeCadence(
    @Args('input', { description: 'Which one, from when, what changes.' }) input: ChangeCadenceInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.house.change(viewer, input), info, viewer);
  }

  @Requires('rule.override')
  @Mutation(() => Cadence, {
    description: 'End a house rule on how often; what the regulation asks for holds again from that day (终止频次).',
  })
  endCadence(
    @Args('input', { description: 'Which one, from when, why.' }) input: EndCadenceInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.house.end(viewer, input), info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(CadenceModel, { key: await written }, info, viewer);
  }
}
