import type { Theme } from '@material-ui/core/styles';
import type { ContinuityStatus } from 'backstage-plugin-continuity-common';

type StatusPalette = Partial<
  Record<'ok' | 'warning' | 'error' | 'running' | 'aborted', string>
>;

/** The theme's colour of a status: Backstage's status palette, or Material UI's where an app has none. */
export function statusColour(theme: Theme, status: ContinuityStatus): string {
  const { palette } = theme;
  const own: StatusPalette =
    (palette as { status?: StatusPalette }).status ?? {};
  switch (status) {
    case 'met':
      return own.ok ?? palette.success.main;
    case 'at-risk':
      return own.warning ?? palette.warning.main;
    case 'exposed':
      return own.error ?? palette.error.main;
    case 'exempt':
      return own.running ?? palette.info.main;
    default:
      return own.aborted ?? palette.grey[600];
  }
}
