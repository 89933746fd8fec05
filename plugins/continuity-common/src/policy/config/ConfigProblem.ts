/** One mistake in the config: the keys below `continuity` that lead to it, what was found, and what is accepted. */
export interface ConfigProblem {
  path: readonly PropertyKey[];
  message: string;
}
