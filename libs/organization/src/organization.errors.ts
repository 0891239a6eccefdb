import { defineErrors } from '@dangwu/platform/errors';

export const organizationErrors = defineErrors('organization', {
  CODE_FORM: {
    code: 'BAD_USER_INPUT',
    zh: '编码“{code}”写法不对：请用 1 到 32 个字母或数字，中间可有 - _ . /。',
    en: 'The code "{code}" is not well formed: use 1 to 32 letters or digits, with - _ . / between them.',
  },
  CODE_TAKEN: {
    code: 'CONFLICT',
    zh: '编码 {code} 已经用过（撤销的党组织也保留编码，不再给别人）。请换一个编码。',
    en: 'The code {code} was used already (dissolved organizations keep theirs, codes are never given twice). Choose another.',
  },
  NAME_TAKEN: {
    code: 'CONFLICT',
    zh: '“{parent}”之下已有同名的“{name}”。请核对是否重复，或改用能区分的名称。',
    en: 'There is a "{name}" under "{parent}" already. Check for a duplicate, or use a name that tells them apart.',
  },
  ROOT_EXISTS: {
    code: 'PRECONDITION_FAILED',
    zh: '一个协会只有一个根组织，现在是“{root}”。请给新的党组织选择上级。',
    en: 'An association has one root, which is "{root}". Choose a parent for the new organization.',
  },
  ROOT_TYPE: {
    code: 'PRECONDITION_FAILED',
    zh: '根组织只能是功能型党委或党委，不能是{typeZh}。请改选类型。',
    en: 'The root is a functional committee or a committee, not a {typeEn}. Choose another type.',
  },
  ROOT_STAYS: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”是协会的根组织，不能调整隶属，也不能撤销。',
    en: '"{name}" is the root of the association: it cannot be moved or dissolved.',
  },
  TYPE_UNDER_TYPE: {
    code: 'PRECONDITION_FAILED',
    zh: '{typeZh}不能设在{parentTypeZh}之下，只能设在：{allowedZh}。请改选上级或类型。',
    en: 'A {typeEn} cannot stand under a {parentTypeEn}, only under: {allowedEn}. Choose another parent or type.',
  },
  TYPE_ABOVE_CHILDREN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”之下有{childTypeZh}“{child}”，它不能设在{typeZh}之下。请先调整下级，再改设类型。',
    en: '"{name}" has the {childTypeEn} "{child}" below it, which cannot stand under a {typeEn}. Move it first.',
  },
  GROUP_HAS_NO_CHILDREN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{parent}”是党小组，党小组之下不再设党组织。请选择党支部或更高的上级。',
    en: '"{parent}" is a party group, and nothing stands below a party group. Choose a branch or a higher parent.',
  },
  GROUP_IS_LED: {
    code: 'PRECONDITION_FAILED',
    zh: '党小组是党支部的一部分，与党支部只能是领导关系。请改选“领导”。',
    en: 'A party group is part of its branch, which leads it. Choose LEADS.',
  },
  PARENT_NOT_ACTIVE: {
    code: 'PRECONDITION_FAILED',
    zh: '上级“{parent}”{statusZh}，不能在它之下设党组织。请选择正常运转的上级。',
    en: 'The parent "{parent}" is {statusEn}; nothing can be put below it. Choose an active parent.',
  },
  MOVE_BELOW_ITSELF: {
    code: 'PRECONDITION_FAILED',
    zh: '不能把“{name}”移到“{parent}”之下：后者在 {on} 起的时间里属于前者。请选择另一个上级，或改生效日期。',
    en: '"{name}" cannot be moved below "{parent}", which stands below it on or after {on}. Choose another parent or day.',
  },
  NOTHING_CHANGES: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”在 {on} 已经是这样，没有可改的内容。请核对后再提交。',
    en: '"{name}" is like that on {on} already; nothing would change. Check what you submit.',
  },
  ORGANIZATION_DISSOLVED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”已在 {on} 撤销，不能再变更。',
    en: '"{name}" was dissolved on {on} and cannot be changed any more.',
  },
  NOT_FOUNDED_YET: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”还在筹建，{on} 才成立。请在成立之后变更，或把生效日期改到那天以后。',
    en: '"{name}" is being prepared and founded on {on}. Change it after that, or choose a later effective date.',
  },
  BEFORE_FOUNDING: {
    code: 'BAD_USER_INPUT',
    zh: '生效日期 {effectiveOn} 早于“{name}”成立（{foundedOn}）。请改成成立当日或以后的日期。',
    en: 'The effective date {effectiveOn} lies before "{name}" was founded ({foundedOn}). Choose that day or a later one.',
  },
  FOUNDED_AFTER_EFFECTIVE: {
    code: 'BAD_USER_INPUT',
    zh: '成立日期 {foundedOn} 晚于生效日期 {effectiveOn}。请核对两个日期。',
    en: 'The founding date {foundedOn} lies after the effective date {effectiveOn}. Check both.',
  },
  TOO_FAR_AHEAD: {
    code: 'BAD_USER_INPUT',
    zh: '生效日期 {effectiveOn} 太远：最多可以提前 {months} 个月登记。请核对年份。',
    en: 'The effective date {effectiveOn} is too far ahead: at most {months} months. Check the year.',
  },
  HAS_CHILDREN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”{whenZh}还有 {count} 个下级党组织（如“{child}”），不能撤销。请先调整或撤销它们。',
    en: '"{name}" has {count} organizations below it {whenEn} (such as "{child}") and cannot be dissolved. Move or dissolve them first.',
  },
  LATER_OPERATION: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”在 {later} 还有一次变更，不能从更早的 {on} 起撤销。请把撤销日期改到那之后。',
    en: '"{name}" was changed on {later}, so it cannot be dissolved as of the earlier {on}. Choose a later day.',
  },
  MERGE_ITSELF: {
    code: 'BAD_USER_INPUT',
    zh: '“{name}”不能并入它自己。请从被合并的党组织中去掉它。',
    en: '"{name}" cannot be merged into itself. Leave it out of those to be merged.',
  },
  MERGE_INTO_BELOW: {
    code: 'PRECONDITION_FAILED',
    zh: '“{into}”在 {on} 起的时间里属于“{name}”，不能把上级并入它的下级。请把“{into}”并入“{name}”，或先调整隶属。',
    en: '"{into}" stands below "{name}" on or after {on}: nothing is merged into what stands below it. Merge it the other way round, or move it first.',
  },
  CHILD_CAME_OR_WENT: {
    code: 'PRECONDITION_FAILED',
    zh: '“{child}”在 {day} 不在“{name}”之下：{on} 之后“{name}”的下级有过调整，不能从那天起合并。请改用之后的日期。',
    en: '"{child}" was not below "{name}" on {day}: what stands below it changed after {on}. Merge from a later day.',
  },
  COUNT_CHANGED_LATER: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”在 {later} 还有一次合并或拆分，不能再从更早的 {on} 起合并或拆分。请改用那之后的日期。',
    en: '"{name}" was merged or split on {later}; it cannot be again as of the earlier {on}. Choose a later day.',
  },
  ROOT_HAS_NOTHING_BESIDE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”是协会的根组织，旁边不能再设党组织。请选择设在它之下。',
    en: '"{name}" is the root of the association, and nothing stands beside it. Put the new ones below it.',
  },
  SPLIT_MORE_THAN_MEMBERS: {
    code: 'PRECONDITION_FAILED',
    zh: '新设党组织的党员数合计 {count}，多于“{name}”上报的 {present}。请核对人数。',
    en: 'The new organizations have {count} members together, more than the {present} that "{name}" reported. Check the counts.',
  },
  OPERATION_NOT_PENDING: {
    code: 'PRECONDITION_FAILED',
    zh: '这项变更（{summaryZh}）不在等待生效，不能撤回；已经生效的请用“撤销这次变更”。',
    en: 'This operation ({summaryEn}) does not wait for its day and cannot be withdrawn. If it was carried out, undo it.',
  },
  OPERATION_NOT_UNDOABLE: {
    code: 'PRECONDITION_FAILED',
    zh: '这项变更（{summaryZh}）不能撤销：它没有生效、已被撤销，或由导入写入（请在导入记录里撤销整批）。',
    en: 'This operation ({summaryEn}) cannot be undone: it never held, was undone already, or came with an import (undo that import).',
  },
  UNDO_NEWER_DEPENDS: {
    code: 'PRECONDITION_FAILED',
    zh: '不能撤销：“{name}”在 {day} 的变更“{newerZh}”以它为前提。请先撤销那次变更。',
    en: 'It cannot be undone: the operation of "{name}" on {day} rests on it ({newerEn}). Undo that one first.',
  },
  EXTERNAL_ID_TAKEN: {
    code: 'CONFLICT',
    zh: '外部编号 {externalId} 已属于“{name}”（{code}），且内容与这次提交不同（{fields}）。请核对，或用变更操作修改它。',
    en: 'The external id {externalId} belongs to "{name}" ({code}), which differs from this request in: {fields}. Check it, or change that organization.',
  },
  EXPORTER_GONE: {
    code: 'FORBIDDEN',
    zh: '导出人的账号已停用，没有生成文件。',
    en: 'The account that asked for the export is disabled; no file was made.',
  },
  EXPORT_NEEDS_APPROVAL: {
    code: 'RULE_VIOLATION',
    zh: '这张表里有 {people} 人，超过不经批准可以导出的 {limit} 人，没有导出。依据：{basisZh}。请缩小范围，或写明用途申请导出，由另一人批准。',
    en: 'This list tells of {people} people, more than the {limit} that may be exported without approval; nothing was exported. Basis: {basisEn}. Narrow the list, or ask for it with a reason, so that another person approves it.',
  },
  EXPORT_NEEDS_NO_APPROVAL: {
    code: 'PRECONDITION_FAILED',
    zh: '这张表里有 {people} 人，不超过 {limit} 人，不必申请。请直接导出。',
    en: 'This list tells of {people} people, no more than {limit}: nothing needs to be asked for. Export it directly.',
  },
  EXPORT_ASKED_ALREADY: {
    code: 'CONFLICT',
    zh: '同样的导出您已经申请过，正等人批准，不必再申请。',
    en: 'You have asked for this very export already and it waits for approval; nothing needs to be done.',
  },
  EXPORT_ONE_LIST: {
    code: 'BAD_USER_INPUT',
    zh: '一次申请导出一张表，这里给了 {count} 张。请只写一张。',
    en: 'One list is asked for at a time, and here are {count}. Name exactly one.',
  },
  EXPORT_TWO_PEOPLE: {
    code: 'PRECONDITION_FAILED',
    zh: '大批量导出要两个人：申请人不能批准自己的申请。请另一位安全管理员处理。',
    en: 'A large export takes two people: whoever asked cannot approve it. Let another security administrator decide.',
  },
  EXPORT_DECIDED: {
    code: 'PRECONDITION_FAILED',
    zh: '这项导出申请已经处理，不能再处理一次。需要时请申请人重新申请。',
    en: 'This request was decided already and is not decided twice. It can be asked for anew.',
  },
  EXPORT_NOT_APPROVED: {
    code: 'PRECONDITION_FAILED',
    zh: '这项导出申请还没有获批准，或未获批准，不能领取。请等待处理，或重新申请。',
    en: 'This request is not approved, so nothing can be fetched. Wait for the decision, or ask anew.',
  },
  EXPORT_LAPSED: {
    code: 'PRECONDITION_FAILED',
    zh: '这项批准已经用过或已过时（批准后只能领取一次，{hours} 小时内有效）。需要时请重新申请。',
    en: 'This approval was used already or is over (it lets one fetch the file once, within {hours} hours). Ask anew if it is still needed.',
  },
  EXPORT_GREW: {
    code: 'PRECONDITION_FAILED',
    zh: '这张表现在有 {people} 人，比批准时的 {approved} 人多，没有导出。请重新申请。',
    en: 'This list now tells of {people} people, more than the {approved} that were approved; nothing was exported. Ask anew.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    code: 'IDEMPOTENCY_MISMATCH',
    zh: '幂等键 {key} 在 24 小时内已用于另一份内容。重试请原样重发，新的请求请换一个键。',
    en: 'The idempotency key {key} was used for another request within 24 hours. Repeat the same request, or use a new key.',
  },
  SEAT_POST: {
    code: 'PRECONDITION_FAILED',
    zh: '{typeZh}没有这个席位。名单只用于功能型党委、党建工作领导小组、专家组和党的工作小组；其他组织的班子由选举产生。',
    en: 'A {typeEn} has no such seat. Rosters are for functional committees, leading, expert and working groups; other organizations elect theirs.',
  },
  SEAT_TAKEN: {
    code: 'CONFLICT',
    zh: '{person}已在“{name}”的名单里。要换职务，请先办退出。',
    en: '{person} is on the roster of "{name}" already. To change the post, vacate the seat first.',
  },
  SEAT_PERIOD: {
    code: 'BAD_USER_INPUT',
    zh: '退出日期 {until} 须晚于任职起 {since}。请改正日期。',
    en: 'The seat cannot end on {until}: it began on {since}. Correct the date.',
  },
  SEAT_OF_DISSOLVED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”已撤销，名单不能再增补。',
    en: '"{name}" is dissolved; nobody can be put on its roster any more.',
  },
});
