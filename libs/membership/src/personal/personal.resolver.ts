import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MemberModel } from '../member.read-model';
import { Member } from '../member.type';
import { EraseMember } from './erase-member';
import { EraseMemberInput, ExportSubjectInput } from './personal.inputs';
import { SubjectExports } from './subject-export';
import { SubjectExport } from './subject-export.type';

/** What a person may ask for: what is kept of them, and the end of it. */
@Resolver()
export class PersonalMutations {
  constructor(
    private readonly reader: Reader,
    private readonly erasing: EraseMember,
    private readonly exports: SubjectExports,
  ) {}

  @Requires('member.unmask')
  @Mutation(() => SubjectExport, {
    description:
      'All that is kept of a person, numbers in the clear, for the person who asks (查阅、复制). The audit log keeps who took it out and why.',
  })
  exportSubject(
    @Args('input', { description: 'Who, and why.' }) input: ExportSubjectInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SubjectExport> {
    return this.exports.export(viewer, input);
  }

  @Requires('member.erase')
  @Mutation(() => Member, {
    description:
      'Erase the personal data of a member who left, for good (删除个人信息). Status, dates of membership and places stay.',
  })
  async eraseMember(
    @Args('input', { description: 'Who, with the name once more.' }) input: EraseMemberInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(MemberModel, { key: await this.erasing.erase(viewer, input) }, info, viewer);
  }
}
