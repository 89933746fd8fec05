import type {
  Agreement,
  AllowedAction,
  Bia,
} from 'backstage-plugin-continuity-common';
import type { MirroredEntity } from '../../catalog/MirrorStore';
import { Access } from '../../permissions/CallerAccess';
import { holdsContinuity } from './holdsContinuity';

/**
 * What the caller can do now, of what the permissions allow: the second person is a person, another one than who recorded the agreement, and
 * agrees where it was recorded; users and groups have no continuity of their own.
 */
export function allowedActionsNow(
  permitted: AllowedAction[],
  options: {
    access: Access;
    entity: MirroredEntity;
    pending: Agreement | null;
    /** The analysis of the entity that waits for a second person. */
    pendingBia: Bia | null;
  },
): AllowedAction[] {
  const { access, entity, pending, pendingBia } = options;
  const mayBeSecond =
    access.isUser &&
    pending !== null &&
    pending.entityRef === entity.facts.entityRef &&
    pending.recordedBy !== access.subject;
  const mayBeSecondForBia =
    access.isUser &&
    pendingBia !== null &&
    pendingBia.recordedBy !== access.subject;
  return permitted.filter(action => {
    if (action === 'catalog.manage') return true;
    if (!holdsContinuity(entity)) return false;
    if (action === 'analysis.approve') return mayBeSecondForBia;
    if (action === 'exemption.approve') return access.isUser;
    return action !== 'agreement.approve' || mayBeSecond;
  });
}
