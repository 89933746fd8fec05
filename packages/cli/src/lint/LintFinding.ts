/** What is wrong in a file. */
export interface LintFinding {
  path: string;
  /** From 1; null where it is about the file as a whole. */
  line: number | null;
  severity: 'error' | 'warning';
  message: string;
}
