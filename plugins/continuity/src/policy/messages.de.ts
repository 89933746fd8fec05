import type { Translated } from '../translation/Translated';
import type { policyMessages } from './messages';

export const policyMessagesDe: Translated<typeof policyMessages> = {
  title: 'Richtlinie',
};
