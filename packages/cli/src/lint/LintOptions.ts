/** The formats of what lint finds. */
export const lintFormats = ['text', 'json', 'markdown', 'github'] as const;

export type LintFormat = (typeof lintFormats)[number];

/** What `continuity lint` is asked. */
export interface LintOptions {
  /** Files or folders; empty: the whole checkout. */
  paths: string[];
  format: LintFormat;
  output: string[];
  policy?: string;
  catalog: string[];
  plans: string[];
  exclude: string[];
  warnAsError: boolean;
}
