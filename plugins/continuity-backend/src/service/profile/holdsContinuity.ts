import type { MirroredEntity } from '../../catalog/MirrorStore';

/** People and catalog bookkeeping are not recovered. */
const kindsWithout = ['user', 'group', 'location', 'template'];

/** Whether an entity can have continuity values at all, whatever the policy's scope. */
export function holdsContinuity(entity: MirroredEntity): boolean {
  return !kindsWithout.includes(entity.facts.kind.toLowerCase());
}
