import { theme, type ConfigProviderProps, type ThemeConfig } from 'antd';
import { drawnMode, lessMotion, type Preferences } from '../preferences';
import antd from './antd.json';
import { fonts } from './tokens';

type Components = NonNullable<ThemeConfig['components']>;

function merge(base: Components, over: Components): Components {
  const result: Record<string, object> = { ...base };
  for (const [name, values] of Object.entries(over)) result[name] = { ...result[name], ...values };
  return result as Components;
}

/** Ant Design's theme for these preferences; every value comes from the design's tokens. */
export function antdTheme(wanted: Preferences): ThemeConfig {
  const mode = drawnMode(wanted);
  const base = antd[mode];
  const compact = wanted.density === 'compact';
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...base.token,
      ...(compact ? antd.compact.token : {}),
      ...(wanted.text === 'large' ? antd.largeText.token : {}),
      // not only in our style sheet: a list waits for the end of a movement before it finds its place
      motion: !lessMotion(),
      fontFamily: `LatinDot,${fonts.sans}`,
    },
    components: merge(base.components as Components, (compact ? antd.compact.components : {}) as Components),
  };
}

/** No ripple, and no space put between two characters of a button. */
export const antdBehaviour: Pick<ConfigProviderProps, 'wave' | 'button'> = {
  wave: { disabled: true },
  button: { autoInsertSpace: false },
};
