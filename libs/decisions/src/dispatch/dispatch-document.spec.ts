import { dispatchDocument } from './dispatch-document';

const dispatch = {
  title: '关于召开换届大会的请示',
  body: '一、基本情况\n任期将满。\n\n（一）拟定时间\n  拟于10月召开。\n妥否，请批复。',
  superiorName: '示范行业协会党委',
  copies: ['协会人事部'],
  number: '请〔2026〕1号',
  issuedOn: '2026-09-18',
};

it('prints to whom it goes, its points, who writes and when, and copies', () => {
  const document = dispatchDocument(dispatch, '第四党支部', '2026-11-01');
  expect(document).toMatchObject({
    form: 'UPWARD',
    head: '第四党支部文件',
    number: '请〔2026〕1号',
    date: '2026-09-18',
    draft: null,
  });
  expect(document.body).toEqual([
    { kind: 'line', at: 'LEFT', text: '示范行业协会党委：' },
    { kind: 'heading', level: 1, text: '一、基本情况' },
    { kind: 'paragraph', runs: [{ text: '任期将满。' }] },
    { kind: 'heading', level: 2, text: '（一）拟定时间' },
    { kind: 'paragraph', runs: [{ text: '拟于10月召开。' }] },
    { kind: 'paragraph', runs: [{ text: '妥否，请批复。' }] },
    { kind: 'line', at: 'RIGHT', text: '第四党支部' },
    { kind: 'line', at: 'RIGHT', text: '2026年9月18日' },
    { kind: 'labelled', label: '抄送', text: '协会人事部。' },
  ]);
});

it('says of a draft that it is one, and prints no day', () => {
  const draft = { ...dispatch, number: null, issuedOn: null, superiorName: '', copies: [] };
  const { draft: said, body } = dispatchDocument(draft, '第四党支部', '2026-11-01');
  expect(said).toBe('（草稿，未印发）');
  expect(body.at(-1)).toEqual({ kind: 'line', at: 'RIGHT', text: '第四党支部' });
  expect(body[0]).toEqual({ kind: 'heading', level: 1, text: '一、基本情况' });
});

it('names its attachments below the text, without their endings, before who writes', () => {
  const { body } = dispatchDocument(dispatch, '第四党支部', '2026-11-01', ['换届办法.docx', '名册（2026.9）.xlsx']);
  const at = body.findIndex(({ kind }) => kind === 'attachments');
  expect(body[at]).toEqual({ kind: 'attachments', names: ['换届办法', '名册（2026.9）'] });
  expect(body[at + 1]).toEqual({ kind: 'line', at: 'RIGHT', text: '第四党支部' });
});
