import { joined, rosterFault, rosterLines, type RosterPerson } from './roster-lines';

const person = (name: string, more: Partial<RosterPerson> = {}): RosterPerson => ({
  name,
  post: '',
  chair: false,
  memberId: null,
  accountId: null,
  ...more,
});

it('reads names as they are pasted', () => {
  const text = '1. 袁砺  副会长\r\n\n2、许蔓，会长\n高远\t常务理事、监事长\n';
  expect(rosterLines(text)).toEqual([
    { name: '袁砺', post: '副会长', chair: false },
    { name: '许蔓', post: '会长', chair: true },
    { name: '高远', post: '常务理事 监事长', chair: false },
  ]);
  expect(rosterLines('甲\n乙').map(({ chair }) => chair)).toEqual([true, false]);
  expect(rosterLines('  \n')).toEqual([]);
});

it('knows who sits in both bodies by the name, unless two have it', () => {
  const party = [
    person('许蔓', { memberId: 'm1', accountId: 'a1' }),
    person('李强', { memberId: 'm2' }),
    person('李强'),
  ];
  const [first, second, third] = joined(rosterLines('许蔓\n李强\n王敏'), party);
  expect(first).toMatchObject({ memberId: 'm1', accountId: 'a1' });
  expect(second).toMatchObject({ memberId: null, accountId: null });
  expect(third).toMatchObject({ memberId: null, accountId: null });
});

it.each([
  [[], 'EMPTY'],
  [[person('甲')], 'CHAIR'],
  [[person('甲', { chair: true }), person('乙', { chair: true })], 'CHAIR'],
  [[person('甲', { chair: true, accountId: 'a' }), person('乙', { accountId: 'a' })], { twice: '乙' }],
  [[person('甲', { chair: true, memberId: 'm' }), person('乙', { memberId: 'm' })], { twice: '乙' }],
  // the same name is no fault: two people may have it
  [[person('甲', { chair: true }), person('甲')], null],
])('what is wrong with a roster %#', (people, fault) => {
  expect(rosterFault(people)).toEqual(fault);
});
