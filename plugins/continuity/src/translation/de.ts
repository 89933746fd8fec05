import { assessmentMessagesDe } from '../assessment/messages.de';
import { analysisMessagesDe } from '../plan/analysisMessages.de';
import { catalogMessagesDe } from '../catalog/messages.de';
import { catalogTableMessagesDe } from '../catalogTable/messages.de';
import { coverageMessagesDe } from '../coverage/messages.de';
import { dependencyMessagesDe } from '../dependency/messages.de';
import { pagesMessagesDe } from '../pages/messages.de';
import { policyMessagesDe } from '../policy/messages.de';
import { planMessagesDe } from '../plan/planMessages.de';
import { profileMessagesDe } from '../profile/messages.de';
import { recordMessagesDe } from '../record/messages.de';
import { statusMessagesDe } from '../status/messages.de';
import type { continuityMessages } from './messages';
import type { FlatKey, Translated } from './Translated';

type Nested = { readonly [key: string]: string | Nested };

const germanMessages: Translated<typeof continuityMessages> = {
  status: statusMessagesDe,
  record: recordMessagesDe,
  policy: policyMessagesDe,
  catalog: catalogMessagesDe,
  profile: profileMessagesDe,
  dependency: dependencyMessagesDe,
  analysis: analysisMessagesDe,
  plan: planMessagesDe,
  assessment: assessmentMessagesDe,
  coverage: coverageMessagesDe,
  catalogTable: catalogTableMessagesDe,
  pages: pagesMessagesDe,
};

function flatten(messages: Nested, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}

/** The plugin's texts in German. */
export default flatten(germanMessages) as Record<
  FlatKey<typeof continuityMessages>,
  string
>;
