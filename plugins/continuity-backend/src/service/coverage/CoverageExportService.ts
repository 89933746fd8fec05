import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  CoverageExportItem,
  CoverageExportQuery,
} from 'backstage-plugin-continuity-common';
import { StreamAnswer } from '../../contract/StreamAnswer';
import { coverageCsvHead, coverageCsvLines } from '../../coverage/coverageCsv';
import { CoverageExportReader } from '../../coverage/CoverageExportReader';
import { Access } from '../../permissions/CallerAccess';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';
import { CoverageScope } from './CoverageScope';

interface Options {
  scope: CoverageScope;
  hiddenEntities: HiddenEntities;
  reader: CoverageExportReader;
  /** Of the policy in force now. */
  policyVersion: string;
  clock: () => Date;
}

/** Writes everything that the filters match, piece by piece. */
export class CoverageExportService {
  readonly #options: Options;

  static create(options: Options) {
    return new CoverageExportService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async export(
    query: CoverageExportQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<StreamAnswer> {
    const { scope, reader, clock, policyVersion } = this.#options;
    const { format = 'csv', bom, ...filters } = query;
    const question = await scope.resolve(filters, { credentials });
    // one moment, also for now: what changes while it is written changes nothing about it
    const asOf = question.rows.asOf ?? clock().toISOString();
    const items = this.#visible(
      reader.pages({ ...question.rows, asOf }),
      question.access,
    );
    const name = `continuity-coverage-${asOf.slice(0, 19).replace(/:/g, '')}Z`;
    return format === 'csv'
      ? new StreamAnswer({
          contentType: 'text/csv; charset=utf-8',
          fileName: `${name}.csv`,
          chunks: csvOf(items, { asOf, bom }),
        })
      : new StreamAnswer({
          contentType: 'application/json',
          fileName: `${name}.json`,
          chunks: jsonOf(items, {
            asOf,
            policyVersion: question.then?.policyVersion ?? policyVersion,
          }),
        });
  }

  async *#visible(
    pages: AsyncIterable<CoverageExportItem[]>,
    access: Access,
  ): AsyncGenerator<CoverageExportItem[]> {
    const seesAll = access.read.decision.result === AuthorizeResult.ALLOW;
    for await (const items of pages) {
      if (seesAll) {
        yield items;
        continue;
      }
      const hidden = await this.#options.hiddenEntities.among(
        items.flatMap(({ owner, recoveryOwner, system, domain }) =>
          [owner, recoveryOwner, system, domain].filter(ref => ref !== null),
        ),
        access.read,
      );
      yield hideEntities(items, hidden);
    }
  }
}

async function* csvOf(
  pages: AsyncIterable<CoverageExportItem[]>,
  { asOf, bom }: { asOf: string; bom?: boolean },
): AsyncGenerator<string> {
  yield coverageCsvHead({ bom });
  for await (const items of pages) yield coverageCsvLines(items, asOf);
}

async function* jsonOf(
  pages: AsyncIterable<CoverageExportItem[]>,
  about: { asOf: string; policyVersion: string },
): AsyncGenerator<string> {
  const head = JSON.stringify(about);
  yield `${head.slice(0, -1)},"items":[`;
  let isFirst = true;
  for await (const items of pages) {
    const text = items.map(item => JSON.stringify(item)).join(',\n');
    yield isFirst ? `\n${text}` : `,\n${text}`;
    isFirst = false;
  }
  yield '\n]}\n';
}
