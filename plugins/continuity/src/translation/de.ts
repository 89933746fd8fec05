import { assessmentMessagesDe } from '../assessment/messages.de';
import { analysisMessagesDe } from '../plan/analysis/analysisMessages.de';
import { changeMessagesDe } from '../change/messages.de';
import { catalogMessagesDe } from '../catalog/messages.de';
import { catalogTableMessagesDe } from '../catalogTable/messages.de';
import { dryRunMessagesDe } from '../coverage/dryRun/messages.de';
import { evidenceMessagesDe } from '../coverage/insights/evidenceMessages.de';
import { importMessagesDe } from '../coverage/import/messages.de';
import { insightsMessagesDe } from '../coverage/insights/messages.de';
import { coverageMessagesDe } from '../coverage/messages.de';
import { dependencyMessagesDe } from '../dependency/messages.de';
import { mineMessagesDe } from '../mine/messages.de';
import { pagesMessagesDe } from '../pages/messages.de';
import { policyMessagesDe } from '../policy/messages.de';
import { planMessagesDe } from '../plan/planMessages.de';
import { profileMessagesDe } from '../profile/messages.de';
import { recordMessagesDe } from '../record/messages.de';
import { exemptionMessagesDe } from '../exemption/messages.de';
import { findingMessagesDe } from '../testing/finding/messages.de';
import { testingMessagesDe } from '../testing/messages.de';
import { testRunMessagesDe } from '../testing/run/messages.de';
import { statusMessagesDe } from '../status/messages.de';
import type { continuityMessages } from './messages';
import { flatMessages } from './flatMessages';
import type { Translated } from './Translated';

const germanMessages: Translated<typeof continuityMessages> = {
  status: statusMessagesDe,
  record: recordMessagesDe,
  policy: policyMessagesDe,
  catalog: catalogMessagesDe,
  profile: profileMessagesDe,
  dependency: dependencyMessagesDe,
  analysis: analysisMessagesDe,
  plan: planMessagesDe,
  testing: testingMessagesDe,
  testRun: testRunMessagesDe,
  finding: findingMessagesDe,
  exemption: exemptionMessagesDe,
  change: changeMessagesDe,
  assessment: assessmentMessagesDe,
  coverage: coverageMessagesDe,
  import: importMessagesDe,
  insights: insightsMessagesDe,
  evidence: evidenceMessagesDe,
  dryRun: dryRunMessagesDe,
  catalogTable: catalogTableMessagesDe,
  mine: mineMessagesDe,
  pages: pagesMessagesDe,
};

/** The plugin's texts in German. */
export default flatMessages(germanMessages);
