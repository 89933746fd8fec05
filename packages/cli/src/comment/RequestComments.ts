/** Where comments of one pull or merge request are kept. */
export interface RequestComments {
  /** Such as `pull request 12 of acme/shop`. */
  readonly called: string;
  /** The longest text that it takes, in characters. */
  readonly longest: number;
  /** The first comment that begins with the marker. */
  find(marker: string): Promise<{ id: string; text: string } | undefined>;
  create(text: string): Promise<void>;
  /** False where it belongs to somebody else and can't be changed. */
  update(id: string, text: string): Promise<boolean>;
}
