import { getContrastRatio } from '@material-ui/core/styles';
import {
  legibleColour,
  PICTURE_CONTRAST,
  TEXT_CONTRAST,
} from './legibleColour';

// Backstage's own status colours on its own cards.
const cases = [
  ['light', '#FFFFFF', ['#1DB954', '#FF9800', '#E22134', '#1F5493', '#757575']],
  ['dark', '#424242', ['#71CF88', '#FFB84D', '#F84C55', '#3488E3', '#9E9E9E']],
].flatMap(([mode, background, colours]) =>
  (colours as string[]).map(
    colour => [mode, colour, background] as [string, string, string],
  ),
);

describe('legibleColour', () => {
  it.each(cases)(
    'can be read in the %s theme: %s',
    (_mode, colour, background) => {
      for (const contrast of [TEXT_CONTRAST, PICTURE_CONTRAST]) {
        const legible = legibleColour({ colour, background, contrast });
        expect(getContrastRatio(legible, background)).toBeGreaterThanOrEqual(
          contrast,
        );
      }
    },
  );

  it('leaves a colour alone that can be read', () => {
    expect(legibleColour({ colour: '#1F5493', background: '#FFFFFF' })).toBe(
      '#1F5493',
    );
  });
});
