import type { ImportField } from './kind';
import { maskedText, shownIn, withoutNumbers } from './personal';

const field = (personal?: true) => ({ ...(personal && { personal }) }) as ImportField;

describe('what is shown of a roster with personal data', () => {
  it('is the end of a personal cell, never more than a third of it', () => {
    expect(['990102199003072420', '13912345678', '12345', '12', ''].map(maskedText)).toEqual([
      '**************2420',
      '********678',
      '****5',
      '**',
      '',
    ]);
  });

  it('has no long number beside them, however it is written', () => {
    const texts = [
      '身份证 990102199003072420 已核对',
      '电话139 1234 5678',
      '１３９１２３４５６７８',
      '99010219900307242x',
      '010-8888-6666',
      '9.90102199003072E+17',
    ];
    for (const text of texts) expect(withoutNumbers(text)).not.toMatch(/[0-9０-９](?:[^*]*[0-9０-９]){4}/);
    const kept = ['2019年2月1日', '2002-07-26 00:00:00', '第4党支部', '〔2026〕12号', '综合部 62 人'];
    expect(kept.map(withoutNumbers)).toEqual(kept);
  });

  it('is everything where no field of the kind is personal', () => {
    const text = '联系人 13912345678';
    expect(shownIn({ fields: { phone: field() } })('phone', text)).toBe(text);
    const show = shownIn({ fields: { phone: field(true), note: field() } });
    expect([show('phone', '13912345678'), show('note', text), show(null, text)]).toEqual([
      '********678',
      '联系人 ********678',
      '联系人 ********678',
    ]);
  });
});
