import { coverageMessages } from '../coverage/messages';
import { policyMessages } from '../policy/messages';
import { statusMessages } from '../status/messages';

/** The plugin's texts in English, by room. */
export const continuityMessages = {
  status: statusMessages,
  coverage: coverageMessages,
  policy: policyMessages,
} as const;
