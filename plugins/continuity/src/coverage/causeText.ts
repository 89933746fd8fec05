import {
  isHiddenEntity,
  readGapCauseKey,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { gapName } from '../policy/gapName';
import type { Translate } from '../translation/Translate';

/** What lies behind gaps, in words: "orders-db: Dependency without a plan". */
export function causeText(
  t: Translate,
  key: string,
  names: Record<string, string>,
): string {
  const cause = readGapCauseKey(key);
  if (!cause) return key;
  const { entityRef, code } = cause;
  const name = isHiddenEntity(entityRef)
    ? t('catalog.hidden')
    : names[entityRef] ?? nameOfRef(entityRef);
  return t('coverage.groups.causeName', { name, gap: gapName(t, code) });
}
