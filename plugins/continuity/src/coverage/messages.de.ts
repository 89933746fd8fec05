import type { Translated } from '../translation/Translated';
import type { coverageMessages } from './messages';

export const coverageMessagesDe: Translated<typeof coverageMessages> = {
  title: 'Abdeckung',
};
