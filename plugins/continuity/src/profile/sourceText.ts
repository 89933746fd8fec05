import type { ValueOrigin } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { formatDay } from '../status/formatDay';
import type { Translate } from '../translation/Translate';

/** The texts say that it is a system, so its name is enough. */
function systemName(
  { entityRef = '' }: ValueOrigin,
  names: Record<string, string> = {},
): string {
  return names[entityRef] ?? nameOfRef(entityRef, 'system');
}

/** Where a value comes from, in two or three words for a caption. */
export function sourceCaption(
  t: Translate,
  origin: ValueOrigin,
  names: Record<string, string> = {},
): string {
  const system = systemName(origin, names);
  switch (origin.source) {
    case 'mapped':
      return t('profile.source.caption.mapped', { key: origin.key ?? '' });
    case 'inherited':
      return t('profile.source.caption.inherited', { system });
    case 'bia':
      return origin.entityRef
        ? t('profile.source.caption.biaOf', { system })
        : t('profile.source.caption.bia');
    case 'entity-owner':
      return t('profile.source.caption.entityOwner');
    default:
      return t(`profile.source.caption.${origin.source}`);
  }
}

/** Where a value comes from, in a sentence. */
export function sourceExplanation(
  t: Translate,
  origin: ValueOrigin,
  options: {
    locale: string;
    timeZone?: string;
    names?: Record<string, string>;
  },
): string {
  switch (origin.source) {
    case 'catalog':
      return t('profile.source.explained.catalog', { key: origin.key ?? '' });
    case 'portal':
      return origin.by && origin.at
        ? t('profile.source.explained.portal', {
            by: options.names?.[origin.by] ?? nameOfRef(origin.by, 'user'),
            date: formatDay(origin.at, options),
          })
        : t('profile.source.explained.portalPlain');
    case 'mapped':
      return t('profile.source.explained.mapped', {
        key: origin.key ?? '',
        raw: origin.raw ?? '',
      });
    case 'inherited':
      return t('profile.source.explained.inherited', {
        system: systemName(origin, options.names),
      });
    case 'entity-owner':
      return t('profile.source.explained.entityOwner');
    default:
      return t(`profile.source.explained.${origin.source}`);
  }
}
