import { alpha, useTheme } from '@material-ui/core/styles';
import { statusColour } from '../../status/statusColour';

/** Grounds for ratings from least to worst, in the theme's own colours; the word stands on them, so they are never alone. */
export function useRatingColours(): (rank: number, count: number) => string {
  const theme = useTheme();
  const steps = [
    statusColour(theme, 'met'),
    statusColour(theme, 'at-risk'),
    statusColour(theme, 'exposed'),
  ];
  return (rank, count) => {
    const share = count <= 1 ? 1 : rank / (count - 1);
    const step = share < 0.34 ? 0 : Number(share >= 0.75) + 1;
    const strength = 0.1 + 0.3 * share;
    return alpha(steps[step], strength);
  };
}
