import { deviceOf } from './device';

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    'Windows上的谷歌浏览器',
    'Chrome on Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Windows上的Edge',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.60 NetType/WIFI',
    'iPhone上的微信',
    'WeChat on iPhone',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
    'Mac上的Safari',
    'Safari on Mac',
  ],
  [
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/132.0.0.0 Safari/537.36 ArkWeb/5.0 Mobile HuaweiBrowser/5.1',
    '鸿蒙上的华为浏览器',
    'Huawei Browser on HarmonyOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141 Mobile Safari/537.36 DingTalk/7.6',
    '安卓上的钉钉',
    'DingTalk on Android',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Linux上的火狐浏览器', 'Firefox on Linux'],
  ['curl/8.5.0', '未知设备', 'Unknown device'],
])('recognizes %s', (userAgent, zh, en) => {
  expect(deviceOf(userAgent)).toEqual({ zh, en });
});

it('says so when nothing is known', () => {
  expect(deviceOf(null).zh).toBe('未知设备');
});
