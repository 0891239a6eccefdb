import { defineErrors } from '@dangwu/platform/errors';

export const accessErrors = defineErrors('access', {
  SIGN_IN_REQUIRED: {
    code: 'UNAUTHENTICATED',
    zh: '您还没有登录，或者登录已过期。请重新登录后再做这一步。',
    en: 'You are not signed in, or your session has ended. Sign in and do this again.',
  },
  PERMISSION_MISSING: {
    code: 'FORBIDDEN',
    zh: '这一步需要“{nameZh}”权限（{permission}），您在这里没有。需要时请联系安全管理员授予。',
    en: 'This needs the permission "{nameEn}" ({permission}), which you do not hold here. Ask the security administrator to grant it.',
  },
  SIGN_IN_REFUSED: {
    code: 'UNAUTHENTICATED',
    zh: '用户名或密码不对，还可以试 {remaining} 次。同一用户名连续 {limit} 次不对，将锁定 {minutes} 分钟。',
    en: 'The user name or the password is wrong; {remaining} tries are left. After {limit} failures in a row the name is locked for {minutes} minutes.',
  },
  SIGN_IN_LOCKED: {
    code: 'RATE_LIMITED',
    zh: '这个用户名连续 {limit} 次登录失败，已锁定 {minutes} 分钟。请在 {wait} 分钟后再试；忘记密码可以在登录页按邮件重设，不受锁定影响。',
    en: 'This user name failed to sign in {limit} times in a row and is locked for {minutes} minutes. Try again in {wait} minutes; a lost password can be set anew by mail from the sign-in page meanwhile.',
  },
  ADDRESS_LOCKED: {
    code: 'RATE_LIMITED',
    zh: '从您所在的网络地址登录失败已达 {limit} 次，暂停 {minutes} 分钟。请在 {wait} 分钟后再试。',
    en: 'Signing in failed {limit} times from your network address, which is paused for {minutes} minutes. Try again in {wait} minutes.',
  },
  TOKEN_REFUSED: {
    code: 'UNAUTHENTICATED',
    zh: '这个访问令牌无效：它已过期、已被收回，或者所属的登录会话已结束。请在接口探索页重新生成一个。',
    en: 'This access token is not valid: it has expired, was revoked, or its session has ended. Make a new one in the explorer.',
  },
  TOKEN_MAKES_NO_TOKEN: {
    code: 'FORBIDDEN',
    zh: '不能用访问令牌再生成访问令牌。请登录控制台后生成。',
    en: 'An access token cannot make another one. Sign in to the console and make it there.',
  },
  ACCOUNT_DISABLED: {
    code: 'FORBIDDEN',
    zh: '这个账号已停用。需要恢复时请联系系统管理员。',
    en: 'This account is disabled. Ask the system administrator if it should be restored.',
  },
  PASSWORD_TOO_SHORT: {
    code: 'BAD_USER_INPUT',
    zh: '密码太短：这个账号的密码至少要有 {least} 个字符（管理员 12 个，其他人 10 个）。请换一个更长的密码。',
    en: 'The password is too short: this account needs at least {least} characters (administrators 12, others 10). Choose a longer one.',
  },
  PASSWORD_TOO_LONG: {
    code: 'BAD_USER_INPUT',
    zh: '密码太长：最多 {most} 个字符。请换一个短一些的密码。',
    en: 'The password is too long: at most {most} characters. Choose a shorter one.',
  },
  PASSWORD_WEAK: {
    code: 'BAD_USER_INPUT',
    zh: '这个密码太容易猜到：它是常见密码，或只是键盘顺序、日期、重复的字符、您的姓名或用户名。请换一个，例如几个不相干的词连在一起。',
    en: 'This password is easy to guess: it is a common one, or keys in a row, a date, repeated characters, or your name. Choose another, such as several unrelated words.',
  },
  USERNAME_FORM: {
    code: 'BAD_USER_INPUT',
    zh: '“{username}”不能用作用户名：请用 2 到 64 个字母、数字、汉字或 . _ - @，不含空格。',
    en: '"{username}" cannot be a user name: use 2 to 64 letters, digits, Chinese characters or . _ - @, without spaces.',
  },
  USERNAME_TAKEN: {
    code: 'CONFLICT',
    zh: '用户名“{username}”已有人使用（停用的账号也占用其用户名）。请换一个。',
    en: 'The user name "{username}" is taken (disabled accounts keep theirs). Choose another.',
  },
  ROLE_NEEDS_ORGANIZATION: {
    code: 'BAD_USER_INPUT',
    zh: '“{roleZh}”必须在某个党组织授予。请选择党组织。',
    en: 'The role "{roleEn}" is granted at a party organization. Choose one.',
  },
  ROLE_FOR_ASSOCIATION: {
    code: 'BAD_USER_INPUT',
    zh: '“{roleZh}”对整个协会有效，不能限定在某个党组织。请去掉党组织。',
    en: 'The role "{roleEn}" is for the whole association and cannot be given at one organization. Leave the organization out.',
  },
  ROLES_EXCLUDE: {
    code: 'PRECONDITION_FAILED',
    zh: '系统管理员、安全管理员、审计管理员必须由不同的人担任（三员分立），同一账号在同一时期只能担任其中一个。请先收回另一个角色，或换一个账号。',
    en: 'System administrator, security administrator and auditor are three different people: an account holds at most one of them at a time. Revoke the other role first, or use another account.',
  },
  ROLE_HELD: {
    code: 'CONFLICT',
    zh: '这个账号已经有这个角色，不必再授予。',
    en: 'This account already holds this role there; nothing needs to be granted.',
  },
  GRANT_ENDED: {
    code: 'PRECONDITION_FAILED',
    zh: '这项授权已经结束，不必再收回。',
    en: 'This grant has ended already; nothing needs to be revoked.',
  },
  GRANT_TO_ONESELF: {
    code: 'PRECONDITION_FAILED',
    zh: '不能给自己授权（授权与受权的人必须是两个人）。请由另一位安全管理员办理，情况紧急时用紧急授权。',
    en: 'Nobody grants a role to themselves: granting takes two people. Ask another security administrator, or use emergency access.',
  },
  GRANT_ABOVE_ONESELF: {
    code: 'PRECONDITION_FAILED',
    zh: '“{roleZh}”与安全管理员同级，安全管理员不能授予或收回（三员分立）。三员在建立协会时设定，更换由系统运维人员办理。',
    en: '"{roleEn}" ranks with the security administrator, who can neither give nor take it. Administrators are set when an association is founded and replaced by the operators of the system.',
  },
  GRANT_PERIOD: {
    code: 'BAD_USER_INPUT',
    zh: '授权的结束时间（{until}）要晚于开始时间和现在。请改正期限。',
    en: 'A grant ends ({until}) after it begins and after now. Correct the period.',
  },
  EMERGENCY_LAPSED: {
    code: 'PRECONDITION_FAILED',
    zh: '这项紧急授权申请已经处理或过时（申请一小时内有效）。需要时请重新申请。',
    en: 'This request was decided already or has lapsed (requests stand for one hour). Ask again if it is still needed.',
  },
  EMERGENCY_TWO_PEOPLE: {
    code: 'PRECONDITION_FAILED',
    zh: '紧急授权要两个人：申请人不能确认自己的申请。请另一位管理员确认。',
    en: 'Emergency access takes two people: whoever asked cannot confirm it. Let another administrator do so.',
  },
  EMERGENCY_ROLE: {
    code: 'BAD_USER_INPUT',
    zh: '“{roleZh}”不能用紧急授权取得。请选择在党组织任职的角色。',
    en: '"{roleEn}" cannot be had by emergency access. Choose a role that is held at a party organization.',
  },
  NOT_GUIDED: {
    code: 'PRECONDITION_FAILED',
    zh: '只有受指导的党组织需要公开：领导它的上级本来就看得到。',
    en: 'Only a guided organization publishes: one that leads it sees everything anyway.',
  },
  PUBLISHED_ALREADY: {
    code: 'CONFLICT',
    zh: '“{subjectZh}”已经公开，不必再公开。',
    en: '"{subjectEn}" is published already; nothing needs to be done.',
  },
  PLACE_IN_ITSELF: {
    code: 'PRECONDITION_FAILED',
    zh: '不能把一个党组织移到它自己或它的下级之下。请选择另一个上级。',
    en: 'An organization cannot be moved below itself or below one of its own descendants. Choose another parent.',
  },
  PLACE_ROOT_STAYS: {
    code: 'PRECONDITION_FAILED',
    zh: '这是协会的根组织，不能移到别的组织之下。',
    en: 'This is the root of the association, which cannot be moved below another organization.',
  },
  PLACE_SECOND_ROOT: {
    code: 'PRECONDITION_FAILED',
    zh: '协会已有根组织，新的党组织要有上级。请选择上级党组织。',
    en: 'The association has its root already, so a new organization needs a parent. Choose one.',
  },
  PLACE_TOO_DEEP: {
    code: 'PRECONDITION_FAILED',
    zh: '这样组织树会超过 {limit} 层。请选择更靠上的上级。',
    en: 'The tree would become deeper than {limit} levels. Choose a parent nearer to the root.',
  },
  PLACE_RELATION: {
    code: 'BAD_USER_INPUT',
    zh: '有上级的党组织要说明与上级是领导还是指导关系；根组织没有这种关系。请检查后再提交。',
    en: 'An organization below another says whether it is led or guided; the root has no such relation. Check it and submit again.',
  },
  LETTER_COMPULSORY: {
    code: 'RULE_VIOLATION',
    zh: '“{nameZh}”的邮件必须收，不能关闭。其他种类可以自己选择。',
    en: 'Letters of the kind "{nameEn}" always come and cannot be switched off. Choose among the other kinds.',
  },
  LETTER_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有“{key}”这种邮件。请从“我的账号”里的种类中选择。',
    en: 'There is no kind of letter "{key}". Choose among those of your account.',
  },
});
