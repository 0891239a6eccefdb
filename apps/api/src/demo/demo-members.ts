import {
  AffiliationEntity,
  AffiliationKind,
  AppointmentEntity,
  checkCharacter,
  Gender,
  LeadershipTeamEntity,
  MemberEntity,
  MemberNumbers,
  MemberStatus,
  Post,
} from '@dangwu/membership';
import { plusMonths, spell } from '@dangwu/organization';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Terms } from './demo-terms';
import type { DemoTree } from './demo-tree';

/** Branches whose members are registered by name; elsewhere the demo has the reported count only. */
const branches: Readonly<Record<string, number>> = {
  'JG-01': 12,
  'JG-02': 16,
  'JG-03': 11,
  'JG-04': 14,
  'JG-05': 9,
  'JG-06': 7,
  'JG-07': 8,
  'JG-08': 21,
  'QY-01-1': 24,
  'QY-01-2': 33,
  'QY-03-1': 31,
  'QY-03-2': 27,
  'QY-05': 12,
  'QY-06': 19,
};

// All names are invented, and nobody's ID number begins with 99.
const families = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const givens =
  '思远 雨桐 建国 晓明 海燕 志强 文静 秀兰 立新 佳宁 永康 若溪 国栋 春梅 子涵 明辉 婉清 宏伟 桂芳 云飞 淑珍 卫东 可欣 向阳 慧敏 振华 丽娟 学军 一凡 玉兰'.split(
    ' ',
  );
const educations = ['大学本科', '硕士研究生', '大学本科', '大专', '博士研究生', '大学本科'];
const jobs = ['工程师', '主管', '高级工程师', '专员', '经理', '技术员', '会计', '编辑'];
const posts = [
  Post.SECRETARY,
  Post.DEPUTY_SECRETARY,
  Post.ORGANIZATION_MEMBER,
  Post.PUBLICITY_MEMBER,
  Post.DISCIPLINE_MEMBER,
];

/** Members of some branches, and the leadership that each of them elected. @returns how many members */
export async function addMembers(
  tx: EntityManager,
  app: INestApplicationContext,
  associationId: string,
  tree: DemoTree,
  today: string,
): Promise<number> {
  const plan = Object.entries(branches).flatMap(([code, count]) =>
    Array.from({ length: count }, (_, at) => ({ code, at })),
  );
  const terms = new Terms(today);
  const people = plan.map(({ code, at }, i) => ({ ...personOf(i, terms), organizationId: tree.id(code), at, code }));
  const sealed = await app.get(MemberNumbers).seal(
    tx,
    associationId,
    people.map(({ id, idNumber, phone }) => ({ personId: id, idNumber, phone })),
  );
  await tx.insert(
    MemberEntity,
    people.map(({ idNumber: _id, phone: _phone, at: _at, code: _code, ...facts }, i) => ({
      ...facts,
      ...spell(facts.name),
      ...sealed[i],
      associationId,
    })),
  );
  await tx.insert(
    AffiliationEntity,
    people.map(({ id, organizationId, joinedOn }) => ({
      id: newId(),
      associationId,
      memberId: id,
      organizationId,
      kind: AffiliationKind.FORMAL,
      since: joinedOn && joinedOn > '2019-03-01' ? joinedOn : '2019-03-01',
      basis: '组织关系介绍信',
    })),
  );
  for (const code of Object.keys(branches))
    await elect(
      tx,
      associationId,
      tree.id(code),
      people.filter((one) => one.code === code && one.status === MemberStatus.FULL).map(({ id }) => id),
      today,
    );
  return people.length;
}

function personOf(i: number, terms: Terms) {
  const status =
    i % 17 === 5
      ? MemberStatus.PROBATIONARY
      : i % 23 === 7
        ? MemberStatus.ACTIVIST
        : i % 41 === 9
          ? MemberStatus.CANDIDATE
          : MemberStatus.FULL;
  const gender = i % 5 < 3 ? Gender.MALE : Gender.FEMALE;
  const born = `${1961 + ((i * 13) % 36)}-${two(1 + ((i * 7) % 12))}-${two(1 + ((i * 11) % 28))}`;
  const admitted = status === MemberStatus.FULL || status === MemberStatus.PROBATIONARY;
  const joinedOn =
    status === MemberStatus.PROBATIONARY
      ? terms.day(-120 - (i % 90))
      : `${Number(born.slice(0, 4)) + 22 + (i % 6)}-0${1 + (i % 9)}-15`;
  const body = `99${String(1001 + ((i * 37) % 4000))}${born.replaceAll('-', '')}${two((i * 3) % 100)}${(2 * (i % 5) + (gender === Gender.MALE ? 1 : 0)) % 10}`;
  return {
    id: newId(),
    name: `${families[(i * 7) % families.length]}${givens[(i * 11 + Math.floor(i / 30)) % givens.length]}`,
    gender,
    birthDate: born,
    ethnicity: i % 19 === 4 ? '回族' : '汉族',
    education: educations[i % educations.length]!,
    jobTitle: jobs[(i * 5) % jobs.length]!,
    status,
    joinedOn: admitted ? joinedOn : null,
    fullOn: status === MemberStatus.FULL ? plusMonths(joinedOn, 12) : null,
    idNumber: body + checkCharacter(body),
    phone: `1990000${String(1000 + i)}`,
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The team whose term ends when the organization's does; every third branch has a seat to fill. */
async function elect(
  tx: EntityManager,
  associationId: string,
  organizationId: string,
  members: readonly string[],
  today: string,
): Promise<void> {
  const [row] = await tx.query<{ ends: string | null; months: number }[]>(
    `select term_ends_on::text as ends, coalesce(term_years, 3) * 12 as months from party_organization where id = $1`,
    [organizationId],
  );
  if (!row?.ends) return;
  const electedOn = plusMonths(row.ends, -row.months);
  if (electedOn > today) return;
  const seats = members.length > 15 ? 5 : 3;
  const basis = '关于选举结果的批复';
  const team = { termNo: 2, electedOn, since: electedOn, endsOn: row.ends, seats, basis };
  await tx.insert(LeadershipTeamEntity, { id: newId(), associationId, organizationId, ...team });
  const held = posts.slice(0, members.length % 3 === 0 ? seats - 1 : seats);
  await tx.insert(
    AppointmentEntity,
    held.map((post, i) => ({
      id: newId(),
      associationId,
      organizationId,
      memberId: members[i]!,
      post,
      since: electedOn,
      basis,
    })),
  );
}
