import {
  entityFileLinks,
  profileFieldNames,
  refused,
  type ProfileField,
  type ProfileValues,
} from 'backstage-plugin-continuity-common';
import { RequestIssue } from '../../contract/WrongFieldsError';
import type { OpenedEntity } from './EntityContinuityService';

/** The fields that somebody wants to set although the catalog's file says them. */
export function lockedFields(
  values: ProfileValues,
  { entity, stored }: OpenedEntity,
): RequestIssue[] {
  const { profile } = stored.assessment;
  const links = entityFileLinks(entity.facts);
  const url = links?.edit ?? links?.view;
  const place = url ?? 'its catalog file';
  return (Object.keys(values) as ProfileField[])
    .filter(field => profile[field].locked)
    .map(field => ({
      path: `values.${field}`,
      ...refused('locked-by-catalog', {
        field,
        fieldName: profileFieldNames[field],
        key: profile[field].origin?.key ?? 'its file',
        place,
        ...(url && { url }),
      }),
    }));
}
