import { darken, getContrastRatio, lighten } from '@material-ui/core/styles';

/** WCAG AA for text. */
export const TEXT_CONTRAST = 4.5;
/** WCAG AA for the parts of a picture. */
export const PICTURE_CONTRAST = 3;

/**
 * The colour of a theme, made darker or lighter just as far as it must be to be seen on the background. Themes choose their status
 * colours for large areas; as text many of them are too faint.
 */
export function legibleColour(options: {
  colour: string;
  background: string;
  contrast?: number;
}): string {
  const { colour, background, contrast = TEXT_CONTRAST } = options;
  const towards =
    getContrastRatio(background, '#000') > getContrastRatio(background, '#fff')
      ? darken
      : lighten;
  for (let step = 0; step < 20; step++) {
    const candidate = step === 0 ? colour : towards(colour, step * 0.05);
    if (getContrastRatio(candidate, background) >= contrast) return candidate;
  }
  return towards(colour, 1);
}
