/** What `continuity verify` is asked. */
export interface VerifyOptions {
  url?: string;
  timeout: number;
  /** A seal noted elsewhere, as `position:sha256`. */
  noted?: string;
  format: 'text' | 'json';
}
