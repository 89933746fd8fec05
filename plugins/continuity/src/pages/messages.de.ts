import type { Translated } from '../translation/Translated';
import type { pagesMessages } from './messages';

export const pagesMessagesDe: Translated<typeof pagesMessages> = {
  title: 'Continuity',
  subtitle:
    'Wie schnell Dienste wieder da sein müssen, wer sie zurückbringt und was es beweist',
};
