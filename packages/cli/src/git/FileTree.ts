/** The files of a repository at one moment. */
export interface FileTree {
  /** All paths, from the top of the repository, with forward slashes. */
  list(): Promise<string[]>;
  /** The texts of those that are there; links and submodules are not read. */
  read(paths: string[]): Promise<Map<string, string>>;
}
