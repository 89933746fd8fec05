import type { GapRule } from './assessmentContext';
import { agreementGaps } from './gaps/agreementGaps';
import { analysisGaps } from './gaps/analysisGaps';
import { changeGaps } from './gaps/changeGaps';
import { dependencyGaps } from './gaps/dependencyGaps';
import { metadataGaps } from './gaps/metadataGaps';
import { ownerGaps } from './gaps/ownerGaps';
import { planGaps } from './gaps/planGaps';
import { targetGaps } from './gaps/targetGaps';
import { testGaps } from './gaps/testGaps';

/** The rules of all rooms. A room that comes with new facts adds its own here. */
export const gapRules: GapRule[] = [
  metadataGaps,
  targetGaps,
  ownerGaps,
  agreementGaps,
  planGaps,
  analysisGaps,
  testGaps,
  dependencyGaps,
  changeGaps,
];
