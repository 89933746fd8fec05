/**
 * How an entity stands to plans: `covered` by one in force, `missing` although its tier requires one, `tierless` where it is in scope and
 * nobody has said, `not-required` else.
 *
 * @public
 */
export type PlanProtection =
  | 'covered'
  | 'missing'
  | 'tierless'
  | 'not-required';

const words: readonly PlanProtection[] = [
  'not-required',
  'covered',
  'missing',
  'tierless',
];
const ASSESSED = 4;

/**
 * What is known of an entity beside the graph, as a number that can be handed to another thread.
 *
 * @param isAssessed - whether anything is to be said of it
 * @public
 */
export function protectionCode(
  protection: PlanProtection,
  isAssessed: boolean,
): number {
  return words.indexOf(protection) + (isAssessed ? ASSESSED : 0);
}

/** How an entity with this code stands to plans. */
export function protectionFromCode(code: number): PlanProtection {
  return words[code % ASSESSED];
}

/** Whether anything is to be said of an entity with this code. */
export function isAssessedByCode(code: number): boolean {
  return code >= ASSESSED;
}
