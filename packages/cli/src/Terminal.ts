/** Where the program runs: what it reads of its surroundings and where it writes. Tests bring their own. */
export interface Terminal {
  directory: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Results. */
  print(text: string): void;
  /** What is no result: progress, warnings, errors. */
  tell(text: string): void;
  /** Whether `print` goes to somebody's screen. */
  isScreen: boolean;
}
