import fc from 'fast-check';
import {
  birthDateOf,
  checkCharacter,
  faultOfIdNumber,
  genderOf,
  isPhone,
  maskedNumber,
  normalizeIdNumber,
  normalizePhone,
} from './id-number';

const day = fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
const seventeen = fc
  .tuple(fc.integer({ min: 990_000, max: 999_999 }), day, fc.integer({ min: 0, max: 999 }))
  .map(
    ([region, born, no]) =>
      `${region}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(no).padStart(3, '0')}`,
  );

describe('ID numbers (GB 11643)', () => {
  it('knows the example of the standard and others', () => {
    expect(checkCharacter('11010519491231002')).toBe('X');
    expect(faultOfIdNumber('11010519491231002X')).toBeNull();
    expect(faultOfIdNumber('110105194912310021')).toBe('CHECK_DIGIT');
    expect(faultOfIdNumber('110105194902300021')).toBe('DATE');
    expect(faultOfIdNumber('1101051949123100')).toBe('FORM');
    expect(normalizeIdNumber(' １1010519491231002ｘ')).toBe('11010519491231002X');
    expect([genderOf('11010519491231002X'), birthDateOf('11010519491231002X')]).toEqual(['FEMALE', '1949-12-31']);
  });

  it('finds every changed digit and every exchange of neighbours', () => {
    fc.assert(
      fc.property(seventeen, fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, at, add) => {
        const number = body + checkCharacter(body);
        expect(faultOfIdNumber(number)).toBeNull();
        const changed = [...number];
        changed[at] = String((Number(changed[at]) + add) % 10);
        expect(faultOfIdNumber(changed.join(''))).not.toBeNull();
        const swapped = [...number];
        [swapped[at], swapped[at + 1]] = [swapped[at + 1]!, swapped[at]!];
        if (swapped.join('') !== number) expect(faultOfIdNumber(swapped.join(''))).not.toBeNull();
      }),
    );
  });

  it('shows four characters and no more', () => {
    expect(maskedNumber('11010519491231002X')).toBe('**************002X');
    expect(maskedNumber('13912345678')).toBe('*******5678');
  });
});

describe('phones', () => {
  it('are read as people write them', () => {
    expect(['139 1234 5678', '+86 139-1234-5678', '1391234５６７８', '8613912345678'].map(normalizePhone)).toEqual(
      Array(4).fill('13912345678'),
    );
    expect(['13912345678', '1380013', '02912345678', '23912345678'].map(isPhone)).toEqual([true, false, false, false]);
  });
});
