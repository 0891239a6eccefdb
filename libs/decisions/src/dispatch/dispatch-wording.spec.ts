import { hiddenRequest, severalMatters } from './dispatch-wording';

describe('a request hidden in a report', () => {
  it.each([
    ['以上报告，请批示。', '请批示'],
    ['现将情况报告如下……妥否，请批复。', '妥否'],
    ['以上安排当否，请审示。', '当否，'],
    ['拟追加经费 5 万元，请予审批。', '请予审批'],
    ['请予以批准。', '请予以批准'],
    ['恳请上级党委研究批准增补委员。', '恳请上级党委研究批准'],
    ['可否，请示。', '可否，请'],
    ['盼早日批复。', '盼早日批复'],
    ['现将有关情况请示如下：', '现将有关情况请示如下'],
  ])('%s', (text, phrase) => expect(hiddenRequest(text)).toBe(phrase));

  it.each([
    ['经请示上级党委批准，支部于 5 月完成换届。'],
    ['该方案已报请党委批准后实施。'],
    ['已收到《关于追加经费的批复》和“请予审批”的函。'],
    ['应当否定形式主义的做法。'],
    ['邀请专家作了辅导，请党员谈了体会。'],
    ['特此报告。'],
  ])('nothing is asked: %s', (text) => expect(hiddenRequest(text)).toBeNull());
});

it.each(['请上级党委', '请', '《', '“', '请予以', '一、'])('reads a long text of %s at once', (text) => {
  const began = performance.now();
  expect(hiddenRequest(text.repeat(20_000 / text.length))).toBeNull();
  expect(performance.now() - began).toBeLessThan(1_000);
});

describe('a title that names several matters', () => {
  it.each([
    ['关于召开换届大会、调整活动经费的请示', ['召开换届大会', '调整活动经费']],
    ['关于增补支部委员和购置学习设备的请示', ['增补支部委员', '购置学习设备']],
    ['关于成立党小组及关于推荐入党积极分子的请示', ['成立党小组', '推荐入党积极分子']],
    ['标准部党支部关于党建工作三个问题的请示', ['三个问题']],
    ['关于两项工作的请示', ['两项工作']],
    ['关于若干事项的请示', ['若干事项']],
    ['关于一、换届方案二、经费预算的请示', ['一、换届方案', '二、经费预算']],
  ])('%s', (title, matters) => expect(severalMatters(title)).toEqual(matters));

  it.each([
    ['关于召开党员大会并选举新一届支部委员会的请示'],
    ['关于转发《关于召开座谈会、调整经费的通知》的请示'],
    ['关于修订和发布支部工作制度的请示'],
    ['关于标准部党支部和信息部党支部合并的请示'],
    ['关于换届选举有关事项的请示'],
    ['关于召开座谈会和表彰大会的请示'],
    ['关于制定选举办法和换届方案的请示'],
    ['关于发展张同志、李同志为预备党员的请示'],
    ['2026年上半年党建工作情况的报告'],
  ])('one: %s', (title) => expect(severalMatters(title)).toEqual([]));
});
