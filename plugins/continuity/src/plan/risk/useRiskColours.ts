import { alpha, useTheme } from '@material-ui/core/styles';
import type { RiskLevel } from 'backstage-plugin-continuity-common';
import { statusColour } from '../../status/statusColour';

/** The ground of a cell of the matrix, in the theme's own colours; counts and words stand on it. */
export function useRiskColours(): Record<RiskLevel, string> {
  const theme = useTheme();
  return {
    low: alpha(statusColour(theme, 'met'), 0.14),
    medium: alpha(statusColour(theme, 'at-risk'), 0.2),
    high: alpha(statusColour(theme, 'exposed'), 0.22),
    extreme: alpha(statusColour(theme, 'exposed'), 0.42),
  };
}
