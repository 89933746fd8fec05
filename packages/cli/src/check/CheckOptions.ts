import type { ChangeType } from 'backstage-plugin-continuity-common';

/** The formats of a report. */
export const reportFormats = ['text', 'json', 'markdown'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** What `continuity check` is asked. */
export interface CheckOptions {
  url?: string;
  portalUrl?: string;
  timeout: number;
  base?: string;
  uncommitted: boolean;
  repository?: string;
  catalog: string[];
  exclude: string[];
  id?: string;
  title?: string;
  changeUrl?: string;
  type?: ChangeType;
  model?: string;
  major: boolean;
  start?: string;
  end?: string;
  record: boolean;
  format: ReportFormat;
  output: string[];
  warnAsError: boolean;
  onError?: 'pass' | 'fail';
}
