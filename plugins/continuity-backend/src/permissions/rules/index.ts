import { isAffectedOwner } from './isAffectedOwner';
import { isChangeRequester } from './isChangeRequester';
import { isEntityOwner } from './isEntityOwner';
import { isFindingOwner } from './isFindingOwner';
import { isPlanOwner } from './isPlanOwner';
import { isRecoveryOwner } from './isRecoveryOwner';
import { isScopeOwner } from './isScopeOwner';
import { isTestEntityOwner } from './isTestEntityOwner';
import { isTestFacilitator } from './isTestFacilitator';
import { isTestRecoveryOwner } from './isTestRecoveryOwner';
import { isTouchedOwner } from './isTouchedOwner';

/** The rules of `continuity-entity`. */
export const continuityRules = { isRecoveryOwner, isEntityOwner };

/** The rules of `continuity-plan`. */
export const continuityPlanRules = { isPlanOwner, isScopeOwner };

/** The rules of `continuity-test`. */
export const continuityTestRules = {
  isTestFacilitator,
  isTestEntityOwner,
  isTestRecoveryOwner,
};

/** The rules of `continuity-finding`. */
export const continuityFindingRules = { isFindingOwner, isAffectedOwner };

/** The rules of `continuity-change`. */
export const continuityChangeRules = { isChangeRequester, isTouchedOwner };
