import { dayText } from './dayText';
import type { GapText } from './gapText';

/** The words for the gaps of changes. */
export const changeGapTexts = {
  'change-review-overdue': {
    message: ({ change, dueOn }) =>
      `The emergency change “${change}” touched it, and was to be reviewed by ${dayText(
        dueOn,
      )}: nobody has looked whether its plan still holds.`,
    action: () => 'Review the change, and record what the review found.',
  },
} satisfies Record<string, GapText>;
