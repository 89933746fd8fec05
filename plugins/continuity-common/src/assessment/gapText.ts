import type { Gap } from './gap';

/** What is wrong and what it means; what to do. */
export interface GapText {
  message(params: Gap['params']): string;
  action(params: Gap['params']): string;
}
