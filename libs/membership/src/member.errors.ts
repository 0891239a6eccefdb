import { defineErrors } from '@dangwu/platform/errors';

export const memberErrors = defineErrors('member', {
  STILL_A_MEMBER: {
    code: 'PRECONDITION_FAILED',
    zh: '{member}的组织关系还在本协会，不能删除个人信息。转出或结束组织关系后再办理。',
    en: '{member} still belongs to the association, so the personal data stays. End or transfer the affiliation first.',
  },
  STILL_STAFF: {
    code: 'PRECONDITION_FAILED',
    zh: '{member}还登记为党务工作人员，不能删除个人信息。请先办理离任。',
    en: '{member} is still registered as party-affairs staff, so the personal data stays. End that first.',
  },
  NAME_NOT_REPEATED: {
    code: 'BAD_USER_INPUT',
    zh: '输入的姓名与“{member}”不一致，没有删除。请核对后照原样输入姓名。',
    en: 'The name does not match “{member}”, so nothing was erased. Check, and repeat the name as it stands.',
  },
  ID_NUMBER_FORM: {
    code: 'BAD_USER_INPUT',
    zh: '身份证号应当是 18 位：17 位数字，最后一位是数字或 X，其中有出生日期。请核对。',
    en: 'An ID number has 18 characters: 17 digits with the date of birth among them, then a digit or X. Check it.',
  },
  ID_NUMBER_CHECK_DIGIT: {
    code: 'BAD_USER_INPUT',
    zh: '身份证号的最后一位（校验码）与前 17 位不符（GB 11643）。请核对有没有录错。',
    en: 'The last character of the ID number does not fit the first 17 (GB 11643). Check for a slip.',
  },
  ID_NUMBER_DISAGREES: {
    code: 'BAD_USER_INPUT',
    zh: '出生日期或性别与身份证号不一致。请核对是哪一个录错了。',
    en: 'Date of birth or gender do not agree with the ID number. Check which of them is wrong.',
  },
  ID_NUMBER_TAKEN: {
    code: 'CONFLICT',
    zh: '这个身份证号已经登记过。同一个人只登记一次；换支部请办理组织关系转接。',
    en: 'This ID number is registered already. A person is registered once; use a transfer to change the branch.',
  },
  PHONE_FORM: {
    code: 'BAD_USER_INPUT',
    zh: '手机号应当是 1 开头的 11 位数字。请核对。',
    en: 'A phone number has 11 digits and begins with 1. Check it.',
  },
  DATES_OUT_OF_ORDER: {
    code: 'BAD_USER_INPUT',
    zh: '日期先后不对：出生、入党、转正依次在后，都不能晚于今天。请核对。',
    en: 'The dates are out of order: birth, admission, full membership follow each other, none later than today.',
  },
  ADMITTED_TOO_YOUNG: {
    code: 'RULE_VIOLATION',
    zh: '入党时间 {joinedOn} 时还不满 {age} 周岁。依据：{basisZh}。请核对出生日期和入党时间。',
    en: 'Admitted on {joinedOn}, before the age of {age}. Basis: {basisEn}. Check both dates.',
  },
  STATUS_DISAGREES: {
    code: 'BAD_USER_INPUT',
    zh: '入党时间只属于预备党员和正式党员，转正时间只属于正式党员。请核对党员类别和日期。',
    en: 'Only probationary and full members have a day of admission, only full ones a day of full membership. Check them.',
  },
  NO_AFFILIATIONS_HERE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”是{typeZh}，或不在正常运转，不能接收正式组织关系。请选择党委、党总支或党支部。',
    en: '"{name}" is a {typeEn}, or not active, and takes no formal affiliations. Choose a committee or a branch.',
  },
  SAME_ORGANIZATION: {
    code: 'PRECONDITION_FAILED',
    zh: '组织关系本来就在“{name}”。请选择另一个党组织。',
    en: 'The affiliation is with "{name}" already. Choose another organization.',
  },
  AFFILIATION_OVERLAPS: {
    code: 'CONFLICT',
    zh: '一名党员同一时间只有一个正式组织关系（在同一组织也只有一个功能型的）。请核对日期，或先结束原来的。',
    en: 'A member has one formal affiliation at a time, and one functional one per organization. Check the dates, or end the other first.',
  },
  NO_FORMAL_AFFILIATION: {
    code: 'PRECONDITION_FAILED',
    zh: '在 {on} 没有正式组织关系：已经转出，或者只以功能型组织关系参加活动。整批转接不改动这样的人，确需转入的请逐个办理。',
    en: 'No formal affiliation on {on}: the member left, or only takes part. A batch leaves such members alone; transfer them one by one if it is meant.',
  },
  HOLDS_POSTS: {
    code: 'PRECONDITION_FAILED',
    zh: '还担任职务：{postsZh}。请先免去，再办理转接或结束组织关系。',
    en: 'The member still holds posts: {postsEn}. End them first.',
  },
  NOT_ACTIVE: {
    code: 'PRECONDITION_FAILED',
    zh: '这一条在 {until} 已经结束，不能再结束一次。请刷新后核对。',
    en: 'It ended on {until} and cannot end again. Reload and check.',
  },
  ENDS_BEFORE_BEGIN: {
    code: 'BAD_USER_INPUT',
    zh: '日期 {on} 早于开始的日期 {since}。请核对。',
    en: '{on} lies before its beginning on {since}. Check the date.',
  },
  DAY_AHEAD: {
    code: 'BAD_USER_INPUT',
    zh: '日期 {on} 晚于今天，这件事只能在发生之后登记。请核对。',
    en: '{on} lies after today; this is recorded once it has happened. Check the date.',
  },
  HAS_BEGUN: {
    code: 'PRECONDITION_FAILED',
    zh: '这条组织关系在 {since} 已经生效，不能撤回。请办理结束或再次转接。',
    en: 'This affiliation holds since {since} and cannot be withdrawn. End it, or transfer again.',
  },
  NOT_AFFILIATED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{member}”的组织关系不在“{organization}”及其下级，不能在那里任职。请先转接组织关系。',
    en: '"{member}" is not affiliated with "{organization}" or anything below it and cannot hold a post there. Transfer first.',
  },
  NOT_A_MEMBER_YET: {
    code: 'PRECONDITION_FAILED',
    zh: '“{member}”还不是正式党员，不能担任{postZh}。',
    en: '"{member}" is not a full member and cannot be {postEn}.',
  },
  POST_TAKEN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{organization}”在那时的书记是“{holder}”。一个党组织只有一名书记，请先免去。',
    en: 'The secretary of "{organization}" is then "{holder}". There is one secretary; end that appointment first.',
  },
  POST_HELD: {
    code: 'CONFLICT',
    zh: '“{member}”在这段时间已经担任这个职务。请核对日期。',
    en: '"{member}" holds this post already in that time. Check the date.',
  },
  NO_ELECTIONS_HERE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”是{typeZh}，或不在正常运转：班子不经选举产生，没有届期。请选择党委、党总支或党支部。',
    en: '"{name}" is a {typeEn}, or not active: its leadership has no term. Choose a committee or a branch.',
  },
  ELECTION_NOT_LATER: {
    code: 'PRECONDITION_FAILED',
    zh: '选举日期 {on} 不晚于上一届（{since}）。请核对。',
    en: 'The election on {on} is not later than the last one ({since}). Check the date.',
  },
  NOTHING_TO_REVEAL: {
    code: 'NOT_FOUND',
    zh: '没有登记这个号码，或者它已被删除。可以在党员信息里补登。',
    en: 'No such number is registered, or it was erased. It can be added to the member.',
  },
  ORGANIZATION_HAS_MEMBERS: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”还有 {members} 名党员的组织关系和 {posts} 个在任职务。请先转接组织关系、免去职务，再撤销。',
    en: '"{name}" still has {members} affiliations and {posts} posts. Transfer the members and end the posts first.',
  },
});
