import type { TermState } from './demo-terms';

// All names are invented.

/** Offices of the secretariat. */
export const offices: readonly { name: string; members: number; groups?: number; term?: TermState }[] = [
  { name: '综合部', members: 12, groups: 2 },
  { name: '会员部', members: 16, groups: 2, term: 'SOON' },
  { name: '标准质量部', members: 11 },
  { name: '科技创新部', members: 14, groups: 2 },
  { name: '教育培训部', members: 9, term: 'OVERDUE' },
  { name: '国际合作部', members: 7 },
  { name: '信息部', members: 8 },
  { name: '离退休', members: 21 },
];

interface Enterprise {
  readonly name: string;
  readonly type: 'COMMITTEE' | 'GENERAL_BRANCH' | 'BRANCH';
  readonly members: number;
  readonly term?: TermState;
  readonly branches?: readonly { name: string; members: number; term?: TermState }[];
}

/** Enterprises that the association runs or controls. */
export const enterprises: readonly Enterprise[] = [
  {
    name: '示协检测认证有限公司',
    type: 'COMMITTEE',
    members: 163,
    branches: [
      { name: '机关', members: 24 },
      { name: '化学检测室', members: 33 },
      { name: '物理检测室', members: 41, term: 'SOON' },
      { name: '认证中心', members: 56 },
      { name: '计量站', members: 9 },
    ],
  },
  {
    name: '示协工程咨询有限公司',
    type: 'COMMITTEE',
    members: 121,
    branches: [
      { name: '设计所', members: 38 },
      { name: '评价所', members: 44 },
      { name: '监理所', members: 39, term: 'OVERDUE' },
    ],
  },
  {
    name: '示协传媒有限公司',
    type: 'GENERAL_BRANCH',
    members: 58,
    branches: [
      { name: '编辑部', members: 31 },
      { name: '发行部', members: 27 },
    ],
  },
  { name: '示协会展有限公司', type: 'BRANCH', members: 48 },
  { name: '示协培训中心', type: 'BRANCH', members: 12, term: 'SOON' },
  { name: '示协信息技术有限公司', type: 'BRANCH', members: 19 },
  { name: '示协装备研究院', type: 'GENERAL_BRANCH', members: 64, branches: [{ name: '一所', members: 33 }] },
  { name: '示协物业服务有限公司', type: 'BRANCH', members: 2 },
];

/** Fields of the branch institutions. */
export const fields = [
  '标准化',
  '绿色发展',
  '国际合作',
  '数字化',
  '安全工程',
  '职业健康',
  '应急管理',
  '检验检测',
  '个体防护',
  '仪器仪表',
  '教育培训',
  '知识产权',
  '供应链',
] as const;

const places =
  '华北 江淮 岭南 滇池 太行 渤海 闽江 钱塘 湘江 汉水 松辽 河套 天山 巴蜀 秦岭 洞庭 鄱阳 泰山 黄海 珠江'.split(' ');
const trades =
  '精工仪器 矿山机械 安全检测 应急装备 防护用品 化工新材 轨道电气 电力工程 建设工程 消防设备 健康科技 冶金科技'.split(
    ' ',
  );
const forms = ['有限公司', '股份有限公司', '集团公司'];

/** The name of a member unit; no two alike among the first 60. */
export const unitName = (i: number): string =>
  `${places[i % 20]}${trades[(i * 7 + Math.floor(i / 20)) % 12]}${forms[(i + Math.floor(i / 20)) % 3]}`;

interface UnitPlan {
  readonly type: 'COMMITTEE' | 'GENERAL_BRANCH' | 'BRANCH' | 'JOINT_BRANCH';
  readonly branches: number;
  readonly members?: number;
  readonly term: TermState;
}

/** Sixty member units: every fourth a committee, some that do not fit the rules. */
export const unitPlans: readonly UnitPlan[] = Array.from({ length: 60 }, (_, i): UnitPlan => {
  const term: TermState = i % 15 === 7 ? 'OVERDUE' : i % 11 === 5 ? 'SOON' : 'RUNNING';
  switch (i % 4) {
    case 0:
      return { type: 'COMMITTEE', branches: 2 + (i % 3), term };
    case 1:
      return { type: 'GENERAL_BRANCH', branches: i % 5 === 0 ? 2 : 0, term, ...(i === 25 && { members: 118 }) };
    case 2:
      return {
        type: 'BRANCH',
        branches: 0,
        term,
        ...(i % 20 === 2 && { members: 2 }),
        ...(i === 34 && { members: 57 }),
      };
    default:
      return { type: 'JOINT_BRANCH', branches: 0, term };
  }
});
