import { isEntityOwner } from './isEntityOwner';
import { isRecoveryOwner } from './isRecoveryOwner';

/** The rules of `continuity-entity`. */
export const continuityRules = { isRecoveryOwner, isEntityOwner };
