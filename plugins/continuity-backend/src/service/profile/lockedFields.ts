import {
  entityFileLinks,
  profileFieldNames,
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
  const place = links?.edit ?? links?.view ?? 'its catalog file';
  return (Object.keys(values) as ProfileField[])
    .filter(field => profile[field].locked)
    .map(field => ({
      path: `values.${field}`,
      message: `The ${profileFieldNames[field]} comes from the catalog (${
        profile[field].origin?.key ?? 'its file'
      }) and can’t be changed here; change it in ${place}.`,
    }));
}
