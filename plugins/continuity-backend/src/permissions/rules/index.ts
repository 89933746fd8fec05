import { isEntityOwner } from './isEntityOwner';
import { isPlanOwner } from './isPlanOwner';
import { isRecoveryOwner } from './isRecoveryOwner';
import { isScopeOwner } from './isScopeOwner';

/** The rules of `continuity-entity`. */
export const continuityRules = { isRecoveryOwner, isEntityOwner };

/** The rules of `continuity-plan`. */
export const continuityPlanRules = { isPlanOwner, isScopeOwner };
