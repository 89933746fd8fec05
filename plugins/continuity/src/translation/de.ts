import { coverageMessagesDe } from '../coverage/messages.de';
import { policyMessagesDe } from '../policy/messages.de';
import { statusMessagesDe } from '../status/messages.de';
import type { continuityMessages } from './messages';
import type { FlatKey, Translated } from './Translated';

type Nested = { readonly [key: string]: string | Nested };

const germanMessages: Translated<typeof continuityMessages> = {
  status: statusMessagesDe,
  coverage: coverageMessagesDe,
  policy: policyMessagesDe,
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
