import { asOne } from './as-one';

describe('statements as one', () => {
  const added = { text: 'insert into a (x, y) values ($1, $2)', values: [1, 'a'] };
  const changed = { text: 'update b set x = $2 where id = $1', values: ['id', 12] };
  const told = { text: 'select f($1)', values: ['z'] };

  it('counts parameters through, and reads at the end', () => {
    expect(asOne([added, changed], told)).toEqual({
      text: 'with w1 as (insert into a (x, y) values ($1, $2)), w2 as (update b set x = $4 where id = $3) select f($5)',
      values: [1, 'a', 'id', 12, 'z'],
    });
  });

  it('is one text for the same parts, whatever their values, and stays as it is when it is alone', () => {
    const { text } = asOne([added], told);
    expect(asOne([{ ...added, values: [2, 'b'] }], told)).toEqual({ text, values: [2, 'b', 'z'] });
    expect(asOne([], told)).toEqual(told);
    expect(asOne([added]).text).toMatch(/^with w1 as \(.*\) select 1$/);
  });

  it('counts past nine', () => {
    const many = { text: 'insert into a values ($1, $10)', values: Array.from({ length: 10 }, (_, i) => i) };
    expect(asOne([many, many], told).text).toContain('values ($11, $20)) select f($21)');
  });
});
