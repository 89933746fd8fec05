/** Who keeps the comments. */
export const commentProviders = ['github', 'gitlab'] as const;

export type CommentProvider = (typeof commentProviders)[number];

/** What `continuity comment` is asked. */
export interface CommentOptions {
  provider: CommentProvider;
  /** A report in Markdown. */
  file: string;
  repository?: string;
  /** Number of the pull or merge request. */
  request?: string;
  onError?: 'pass' | 'fail';
}
