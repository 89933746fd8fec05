import {
  ThemeProvider,
  decomposeColor,
  recomposeColor,
  type Theme,
} from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { legibleColour } from '../status/legibleColour';

/** More than AA asks for, since striped and hovered rows are a little darker than the page (lighter in the dark). */
const CONTRAST = 5.2;

/** A colour as it looks on a background: themes write secondary text as half-transparent black. */
function opaque(colour: string, background: string): string {
  const { type, values } = decomposeColor(colour);
  const [red, green, blue, alpha = 1] = values as number[];
  if (type !== 'rgba' || alpha === 1) return colour;
  const behind = decomposeColor(background).values as number[];
  return recomposeColor({
    type: 'rgb',
    values: [red, green, blue].map((value, i) =>
      Math.round(value * alpha + behind[i] * (1 - alpha)),
    ) as [number, number, number],
  });
}

/** All texts in the font of the page around: apps of the new frontend system give their pages another one than Material UI has. */
function inOneFont(typography: Theme['typography']): Theme['typography'] {
  const fontFamily = 'inherit';
  return Object.fromEntries(
    Object.entries({ ...typography, fontFamily }).map(([key, value]) => [
      key,
      typeof value === 'object' ? { ...value, fontFamily } : value,
    ]),
  ) as unknown as Theme['typography'];
}

/** Backstage breaks words in cells anywhere, so that narrow columns are some letters wide, and sets their lines without any room between. */
function withWholeWords(overrides: Theme['overrides']): Theme['overrides'] {
  const cell = overrides?.MuiTableCell;
  const whole = {
    wordBreak: 'normal',
    overflowWrap: 'break-word',
    lineHeight: 1.25,
  } as const;
  return {
    ...overrides,
    MuiTableCell: {
      ...cell,
      root: { ...(cell?.root as object), ...whole },
      head: { ...(cell?.head as object), ...whole },
    },
  };
}

function asThePageAround(outer: Theme): Theme {
  const { background, text } = outer.palette;
  const secondary = [background.default, background.paper].reduce(
    (colour, each) =>
      legibleColour({ colour, background: each, contrast: CONTRAST }),
    opaque(text.secondary, background.paper),
  );
  return {
    ...outer,
    typography: inOneFont(outer.typography),
    overrides: withWholeWords(outer.overrides),
    palette: { ...outer.palette, text: { ...text, secondary } },
  };
}

/**
 * The app's theme in the page's font, with secondary text that can be read on the page and in striped rows, not only on white, and with cells of tables
 * that keep words whole.
 */
export const PageTheme = (props: { children: ReactNode }) => (
  <ThemeProvider theme={asThePageAround}>{props.children}</ThemeProvider>
);
