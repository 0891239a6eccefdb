import { choice, day, namesOf, reader, text, Unreadable, type CellReader, type ImportField } from '@dangwu/imports';
import { faultOfIdNumber, isPhone, normalizeIdNumber, normalizePhone } from '../id-number';
import { genderWords, memberStatusWords, postWords, type Gender, type MemberStatus, type Post } from '../member.enums';

/** A row of a roster of members after reading; what is blank is absent. */
export interface RosterMember {
  name: string;
  gender?: Gender;
  ethnicity?: string;
  idNumber: string;
  birthDate?: string;
  joinedOn?: string;
  fullOn?: string;
  /** name or code of the organization, as written */
  organization: string;
  post?: Post;
  status: MemberStatus;
  phone?: string;
  education?: string;
  jobTitle?: string;
}

const genders = namesOf<Gender>(genderWords, { MALE: ['男性', '男士'], FEMALE: ['女性', '女士'] });
const statuses = namesOf<MemberStatus>(memberStatusWords, {
  APPLICANT: ['申请人', '申请入党人员'],
  ACTIVIST: ['积极分子'],
  CANDIDATE: ['发展对象人选'],
  PROBATIONARY: ['预备'],
  FULL: ['正式', '党员', '中共党员'],
});
const posts = namesOf<Post>(postWords, {
  SECRETARY: ['党支部书记', '支部书记', '党委书记', '党总支书记', '总支书记'],
  DEPUTY_SECRETARY: ['党支部副书记', '支部副书记', '党委副书记', '党总支副书记'],
  PUBLICITY_MEMBER: ['宣传统战委员'],
  DISCIPLINE_MEMBER: ['纪律检查委员'],
  COMMITTEE_MEMBER: ['支委', '支部委员', '支委委员', '青年委员', '群工委员', '统战委员', '保密委员'],
  GROUP_LEADER: ['党小组长', '小组长'],
});

/**
 * Excel keeps 15 digits of a number: an ID number typed as one has lost its last three, and they cannot be had back.
 */
const idNumber: CellReader<string> = reader((cell) => {
  const read = normalizeIdNumber(cell.text);
  if (cell.kind === 'number' || /^\d(\.\d+)?E\+?\d+$/.test(read)) return new Unreadable('ID_STORED_AS_NUMBER');
  const fault = faultOfIdNumber(read);
  if (fault === 'CHECK_DIGIT') return new Unreadable('BAD_ID_CHECK_DIGIT');
  return fault ? new Unreadable('BAD_ID_NUMBER') : read;
});

const phone: CellReader<string> = reader((cell) => {
  const read = normalizePhone(cell.text);
  return isPhone(read) ? read : new Unreadable('BAD_PHONE');
});

const personName: CellReader<string> = text(50);

export const rosterFields: {
  readonly [Key in keyof RosterMember]-?: ImportField<NonNullable<RosterMember[Key]>>;
} = {
  name: {
    name: { zh: '姓名', en: 'Name' },
    synonyms: ['党员姓名', '名字'],
    need: 'VALUE',
    read: personName,
    help: { zh: '与身份证一致。', en: 'As on the ID card.' },
    example: '林晓晨',
  },
  gender: {
    name: { zh: '性别', en: 'Gender' },
    synonyms: [],
    need: 'OPTIONAL',
    read: choice(genders, 'UNKNOWN_GENDER'),
    choices: Object.values(genderWords).map((words) => words.zh),
    help: { zh: '可不填，按身份证号得出。', en: 'May be left out; it follows from the ID number.' },
    example: '女',
  },
  ethnicity: {
    name: { zh: '民族', en: 'Ethnic group' },
    synonyms: [],
    need: 'OPTIONAL',
    read: text(50),
    help: { zh: '例如 汉族。', en: 'For example 汉族.' },
    example: '汉族',
  },
  idNumber: {
    name: { zh: '身份证号', en: 'ID number' },
    synonyms: ['身份证号码', '公民身份号码', '公民身份证号', '身份证', '证件号码', '身份证件号码'],
    need: 'VALUE',
    personal: true,
    read: idNumber,
    help: {
      zh: '18 位，单元格设为文本；同一身份证号表示更新那名党员。',
      en: '18 characters in a cell formatted as text; a number that exists updates that member.',
    },
    example: '990102199003072420',
    width: 24,
  },
  birthDate: {
    name: { zh: '出生日期', en: 'Date of birth' },
    synonyms: ['出生年月日', '出生年月', '生日', '出生时间'],
    need: 'OPTIONAL',
    read: day({ earliest: '1900-01-01' }),
    help: { zh: '可不填，按身份证号得出。', en: 'May be left out; it follows from the ID number.' },
    example: '1990-03-07',
  },
  joinedOn: {
    name: { zh: '入党时间', en: 'Admitted on' },
    synonyms: ['入党日期', '入党年月', '加入党组织日期', '加入中国共产党时间', '接收预备党员时间'],
    need: 'OPTIONAL',
    read: day({ earliest: '1921-07-01' }),
    help: { zh: '接收为预备党员的日期。', en: 'The day of admission as a probationary member.' },
    example: '2015-06-12',
  },
  fullOn: {
    name: { zh: '转正时间', en: 'Full member since' },
    synonyms: ['转正日期', '转为正式党员时间', '转为正式党员日期'],
    need: 'OPTIONAL',
    read: day({ earliest: '1921-07-01' }),
    help: { zh: '正式党员应当填写。', en: 'To be given for full members.' },
    example: '2016-06-12',
  },
  organization: {
    name: { zh: '所在党支部', en: 'Organization' },
    synonyms: [
      '党支部',
      '所属党支部',
      '所在支部',
      '所在党组织',
      '所属党组织',
      '党组织',
      '组织关系所在支部',
      '组织关系',
    ],
    need: 'VALUE',
    read: text(200),
    help: { zh: '党支部的全称或编码，须已登记。', en: 'Full name or code of a registered organization.' },
    example: '综合部党支部',
    width: 36,
  },
  post: {
    name: { zh: '党内职务', en: 'Post' },
    synonyms: ['支部职务', '党内任职', '党务职务'],
    need: 'OPTIONAL',
    read: choice(posts, 'UNKNOWN_POST'),
    choices: Object.values(postWords).map((words) => words.zh),
    help: { zh: '没有职务就不填。', en: 'Left blank without a post.' },
    example: '组织委员',
  },
  status: {
    name: { zh: '党员类别', en: 'Status' },
    synonyms: ['人员类别', '类别', '党员类型', '党员身份', '政治面貌'],
    need: 'VALUE',
    read: choice(statuses, 'UNKNOWN_STATUS'),
    choices: Object.values(memberStatusWords).map((words) => words.zh),
    help: { zh: '从下拉列表中选择。', en: 'Choose from the list.' },
    example: '正式党员',
  },
  phone: {
    name: { zh: '手机号', en: 'Phone' },
    synonyms: ['手机号码', '手机', '联系电话', '移动电话', '电话', '联系方式'],
    need: 'OPTIONAL',
    personal: true,
    read: phone,
    help: { zh: '1 开头的 11 位手机号。', en: '11 digits beginning with 1.' },
    width: 16,
  },
  education: {
    name: { zh: '学历', en: 'Education' },
    synonyms: ['文化程度', '最高学历'],
    need: 'OPTIONAL',
    read: text(50),
    help: { zh: '例如 大学本科。', en: 'For example 大学本科.' },
    example: '大学本科',
  },
  jobTitle: {
    name: { zh: '工作岗位', en: 'Position at work' },
    synonyms: ['行政职务', '岗位', '职务', '工作职务', '单位及职务'],
    need: 'OPTIONAL',
    read: text(100),
    help: { zh: '在单位的岗位或职务。', en: 'The position at work.' },
    example: '工程师',
  },
};
