import {
  testContentsSchema,
  type FieldIssue,
  type TestContentsInput,
} from 'backstage-plugin-continuity-common';
import type { Translate } from '../../translation/Translate';
import { scheduleProblem } from './scheduleDraft';
import type { TestDraft } from './testDraft';

/** What the form itself can tell is wrong, in the reader's words; then what the contract says beyond that. */
export function draftIssues(
  t: Translate,
  draft: TestDraft,
  contents: TestContentsInput,
): FieldIssue[] {
  const problem = scheduleProblem(draft.schedule);
  const own: FieldIssue[] = [
    ...(draft.entities.length === 0
      ? [{ field: 'entities', message: t('testing.form.entitiesNeeded') }]
      : []),
    ...(draft.facilitator
      ? []
      : [
          {
            field: 'facilitator',
            message: t('testing.form.facilitatorNeeded'),
          },
        ]),
    ...(problem
      ? [
          {
            field: 'schedule',
            message: t(`testing.form.schedule.${problem}`),
          },
        ]
      : []),
  ];
  if (own.length > 0) return own;
  const checked = testContentsSchema.safeParse(contents);
  return checked.success
    ? []
    : checked.error.issues.map(({ path, message }) => ({
        field: path.map(String).join('.'),
        message,
      }));
}
