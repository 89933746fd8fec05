import type { CalendarScope } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../../catalog/EntityName';
import type { Translate } from '../../translation/Translate';

/** Whose tests a feed shows, in words. */
export function feedScopeText(t: Translate, scope: CalendarScope): string {
  if (scope.kind === 'mine' || scope.kind === 'all') {
    return t(`testing.feed.scopeName.${scope.kind}`);
  }
  return t(`testing.feed.scopeName.${scope.kind}`, {
    name: nameOfRef(scope.ref, scope.kind === 'owner' ? 'group' : undefined),
  });
}
