import { assessmentMessages } from '../assessment/messages';
import { analysisMessages } from '../plan/analysis/analysisMessages';
import { changeMessages } from '../change/messages';
import { catalogMessages } from '../catalog/messages';
import { catalogTableMessages } from '../catalogTable/messages';
import { dryRunMessages } from '../coverage/dryRun/messages';
import { evidenceMessages } from '../coverage/insights/evidenceMessages';
import { importMessages } from '../coverage/import/messages';
import { insightsMessages } from '../coverage/insights/messages';
import { coverageMessages } from '../coverage/messages';
import { dependencyMessages } from '../dependency/messages';
import { mineMessages } from '../mine/messages';
import { pagesMessages } from '../pages/messages';
import { policyMessages } from '../policy/messages';
import { planMessages } from '../plan/planMessages';
import { profileMessages } from '../profile/messages';
import { recordMessages } from '../record/messages';
import { exemptionMessages } from '../exemption/messages';
import { findingMessages } from '../testing/finding/messages';
import { testingMessages } from '../testing/messages';
import { testRunMessages } from '../testing/run/messages';
import { statusMessages } from '../status/messages';

/** The plugin's texts in English, by room. */
export const continuityMessages = {
  status: statusMessages,
  record: recordMessages,
  policy: policyMessages,
  catalog: catalogMessages,
  profile: profileMessages,
  dependency: dependencyMessages,
  analysis: analysisMessages,
  plan: planMessages,
  testing: testingMessages,
  testRun: testRunMessages,
  finding: findingMessages,
  exemption: exemptionMessages,
  change: changeMessages,
  assessment: assessmentMessages,
  coverage: coverageMessages,
  import: importMessages,
  insights: insightsMessages,
  evidence: evidenceMessages,
  dryRun: dryRunMessages,
  catalogTable: catalogTableMessages,
  mine: mineMessages,
  pages: pagesMessages,
} as const;
