import type { EntityFacts } from '../catalog/entityFacts';
import {
  classificationAnnotations,
  parseClassificationRefs,
} from '../dependency/parseClassificationRefs';
import type { ContinuityPolicy } from '../policy/policy';
import { resolveProfile } from '../profile/resolveProfile';
import { profileAnnotations } from '../terms/profileField';

/** A continuity annotation that can't be read, or that nobody reads. */
export interface AnnotationProblem {
  key: string;
  value: string;
  message: string;
  /** What is accepted. */
  accepted: string;
}

const PREFIX = 'continuity/';
const PLAN = 'continuity/plan';
const readKeys: readonly string[] = [
  ...Object.values(profileAnnotations),
  classificationAnnotations.soft,
  classificationAnnotations.hard,
  PLAN,
];

/** What is wrong with the continuity annotations of an entity, and with what the policy maps to its profile; by key. */
export function annotationProblems(
  entity: EntityFacts,
  policy: ContinuityPolicy,
): AnnotationProblem[] {
  const { annotations, namespace } = entity.metadata;
  const found: AnnotationProblem[] = resolveProfile(
    { entity },
    policy,
  ).invalid.map(({ key, value, accepted }) => ({
    key,
    value,
    message: `"${value}" can’t be read. ${accepted}`,
    accepted,
  }));
  for (const key of Object.values(classificationAnnotations)) {
    const text = annotations[key];
    if (text === undefined) continue;
    const lower = namespace.toLocaleLowerCase('en-US');
    const { invalid } = parseClassificationRefs(text, { namespace: lower });
    for (const { text: value, message } of invalid) {
      found.push({ key, value, message, accepted: message });
    }
  }
  for (const [key, value] of Object.entries(annotations)) {
    if (!key.startsWith(PREFIX) || readKeys.includes(key)) continue;
    const accepted = `Known are ${readKeys.join(', ')}.`;
    found.push({
      key,
      value,
      message: `Nobody reads the annotation ${key}. ${accepted}`,
      accepted,
    });
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}
