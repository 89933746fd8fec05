/** An id for a new step or contact that no other has: `step-3`. */
export function freePlanId(word: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}
