import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A real Git repository in a folder of its own. */
export class TestRepository {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Empty, on branch `main`. */
  static empty(): TestRepository {
    const repository = new TestRepository(
      mkdtempSync(path.join(tmpdir(), 'continuity cli ')),
    );
    repository.git('init', '--quiet', '--initial-branch=main');
    return repository;
  }

  /** A clone in a folder of its own. */
  clone(...options: string[]): TestRepository {
    const folder = mkdtempSync(path.join(tmpdir(), 'continuity-clone-'));
    this.git('clone', '--quiet', ...options, `file://${this.folder}`, folder);
    return new TestRepository(folder);
  }

  git(...args: string[]): string {
    return execFileSync(
      'git',
      [
        ...['-c', 'user.name=Test', '-c', 'user.email=test@example.com'],
        ...['-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false'],
        ...args,
      ],
      {
        cwd: this.folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_CONFIG_NOSYSTEM: '1',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    ).trim();
  }

  write(file: string, text: string): this {
    const target = path.join(this.folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    return this;
  }

  move(from: string, to: string): this {
    mkdirSync(path.dirname(path.join(this.folder, to)), { recursive: true });
    renameSync(path.join(this.folder, from), path.join(this.folder, to));
    return this;
  }

  remove(file: string): this {
    rmSync(path.join(this.folder, file));
    return this;
  }

  /** Commits all that changed. @returns the commit */
  commit(): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', 'A change');
    return this.git('rev-parse', 'HEAD');
  }

  branch(name: string): this {
    this.git('checkout', '--quiet', '-b', name);
    return this;
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
