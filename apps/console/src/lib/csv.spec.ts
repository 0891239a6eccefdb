import { csv } from './csv';

it('quotes what needs it and takes the sting out of formulas', () => {
  expect(
    csv([
      ['姓名', '备注'],
      ['林"晓"', '=1+1'],
      [null, '-2'],
      ['a,b', '2026-01-01\n下一行'],
    ]),
  ).toBe('\uFEFF"姓名","备注"\r\n"林""晓""","\'=1+1"\r\n"","\'-2"\r\n"a,b","2026-01-01\n下一行"\r\n');
});
