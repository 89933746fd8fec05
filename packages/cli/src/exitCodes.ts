/** What the pipeline learns, whatever is printed. */
export const exitCodes = {
  pass: 0,
  block: 1,
  couldNotTell: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
