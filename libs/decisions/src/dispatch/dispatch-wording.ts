/** What the words of a dispatch give away. Pure; found by patterns of official Chinese, so it errs towards silence. */

/** Names of other documents say nothing about this one: 关于转发《关于……的通知》的请示. */
const withoutQuoted = (text: string): string => text.replaceAll(/《[^《》]*》|“[^“”]*”/g, '');

// 报请……批准 and 经请示 tell what was done; 请……批准 asks for it. What may stand between is read in one way only, and not
// far: a text is 20,000 characters of anything
const asking = [
  /(?<![报申提经呈邀聘])(?:恳|特|现|谨|敬)?请(?:予以?|给予|尽快|及时|研究|审议|上级|党组织|党委|贵委|领导){0,6}(?:审核)?(?:批示|批复|批准|审批|审定|核准|核定|复示|答复|指示)/,
  /妥否|当否[，,。；]|可否[，,]?请|是否(?:妥当|可行)[，,。；]?(?:请|盼)/,
  /(?:盼|望|恳望|期望)(?:予以?|尽快|早日|早)?(?:批复|批准|答复|批示)/,
  /特此请示|现(?:将.{0,30})?请示如下/,
];

/** The words that ask for a decision, as they stand in the text; null: none do. */
export function hiddenRequest(text: string): string | null {
  const plain = withoutQuoted(text);
  const found = asking.map((pattern) => pattern.exec(plain)).filter((match) => match !== null);
  return found.sort((a, b) => a.index - b.index)[0]?.[0] ?? null;
}

const verbs =
  '召开|成立|撤销|设立|增补|调整|调换|选举|改选|换届|表彰|奖励|处分|购买|购置|采购|租用|修订|制定|修改|任命|任免|聘任|聘用|免去|推荐|举办|开展|申请|追加|拨付|列支|使用|动用|接收|吸收|发展|转移|合并|更名|变更|建设|改造|投资|签订|确定|延期|提前';
// 表彰大会 and 换届方案 are things, not acts
const beginsWithAct = new RegExp(`^(?:${verbs})(?!(?:大会|会议|工作|方案|活动|办法|制度|名单|结果|情况)$).{2,}`);
const countedWords =
  /(?:[二两三四五六七八九十]|[2-9]|\d{2,}|几|多|若干)[个项件](?:[^，,。]{0,4})(?:事项|问题|工作|事|请求)|若干(?:事项|问题)/;

/** What a title is about: between 关于 and 的请示, or all of it. */
const subjectOf = (title: string): string => {
  const plain = withoutQuoted(title).trim();
  return /关于(.*?)的?(?:请示|报告)?$/.exec(plain)?.[1] ?? plain;
};

/** The matters a title names when there are several, in its words; none: it is about one. */
export function severalMatters(title: string): string[] {
  const subject = subjectOf(title);
  const counted = countedWords.exec(subject);
  if (counted) return [counted[0]];
  const numbered = subject.match(/(?:[一二三四五]、|[①-⑨]|\d[.．、])[^一二三四五①-⑨\d]+/g);
  if (numbered && numbered.length > 1) return numbered.map((each) => each.trim());
  // 召开大会并选举委员会 is one matter; 召开大会、选举委员会 are two
  const parts = subject.split(/、|，|,|；|;|以及|和|及|与|暨/).map((part) => part.replace(/^关于/, '').trim());
  const acts = parts.filter((part) => beginsWithAct.test(part));
  return acts.length > 1 ? acts : [];
}
