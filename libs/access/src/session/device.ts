import type { LocalText } from '@dangwu/platform/text';

const both = (word: string): LocalText => ({ zh: word, en: word });

/** In the order of asking: many browsers name those they descend from as well. */
const browsers: readonly (readonly [RegExp, LocalText])[] = [
  [/MicroMessenger\//, { zh: '微信', en: 'WeChat' }],
  [/DingTalk\//, { zh: '钉钉', en: 'DingTalk' }],
  [/Lark\/|Feishu\//, { zh: '飞书', en: 'Feishu' }],
  [/HuaweiBrowser\//, { zh: '华为浏览器', en: 'Huawei Browser' }],
  [/QQBrowser\//, { zh: 'QQ 浏览器', en: 'QQ Browser' }],
  [/360SE|360EE|QihooBrowser\//, { zh: '360 浏览器', en: '360 Browser' }],
  [/Edg(e|A|iOS)?\//, both('Edge')],
  [/OPR\/|Opera/, both('Opera')],
  [/Firefox\/|FxiOS\//, { zh: '火狐浏览器', en: 'Firefox' }],
  [/HeadlessChrome\/|Chrome\/|CriOS\//, { zh: '谷歌浏览器', en: 'Chrome' }],
  [/Version\/[\d.]+.* Safari\//, both('Safari')],
];

const systems: readonly (readonly [RegExp, LocalText])[] = [
  [/OpenHarmony|HarmonyOS/, { zh: '鸿蒙', en: 'HarmonyOS' }],
  [/iPhone/, both('iPhone')],
  [/iPad/, both('iPad')],
  [/Android/, { zh: '安卓', en: 'Android' }],
  [/Windows/, both('Windows')],
  [/Macintosh|Mac OS X/, both('Mac')],
  [/Linux|X11/, both('Linux')],
];

const find = (list: typeof browsers, text: string): LocalText | undefined =>
  list.find(([sign]) => sign.test(text))?.[1];

/** What a person recognizes of a device, by what its browser says of itself: a help for the memory, proof of nothing. */
export function deviceOf(userAgent: string | null): LocalText {
  const browser = find(browsers, userAgent ?? '');
  const system = find(systems, userAgent ?? '');
  if (browser && system) return { zh: `${system.zh}上的${browser.zh}`, en: `${browser.en} on ${system.en}` };
  return browser ?? system ?? { zh: '未知设备', en: 'Unknown device' };
}
