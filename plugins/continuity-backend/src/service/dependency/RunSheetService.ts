import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  durationSeconds,
  whatIfLost,
  type RunSheet,
  type RunSheetRequest,
} from 'backstage-plugin-continuity-common';
import { TextAnswer } from '../../contract/TextAnswer';
import type { PlanCoverageReader } from '../../dependency/PlanCoverageReader';
import type { CallerAccess } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { DependencyNodes, ownTimeOf } from './DependencyNodes';
import { DependencySight } from './DependencySight';
import { LossScope } from './LossScope';
import {
  allBackOf,
  linesOfLoss,
  linesOfRecovery,
} from '../profile/RecoveryLines';
import { runSheetCsv, runSheetMarkdown } from './runSheetText';
import { SweepStatusReader } from '../profile/SweepStatusReader';
import { alternatesOf } from './WhatIfService';

const MOST_ROWS = 5_000;
const MOST_IN_TITLE = 3;

interface Options {
  access: CallerAccess;
  scope: LossScope;
  sight: DependencySight;
  nodes: DependencyNodes;
  plans: PlanCoverageReader;
  sweep: SweepStatusReader;
  clock: () => Date;
}

/** Makes the sheet by which people bring things back in order. */
export class RunSheetService {
  readonly #options: Options;

  static create(options: Options): RunSheetService {
    return new RunSheetService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async make(
    request: RunSheetRequest,
    options: {
      credentials: BackstageCredentials;
      format?: 'json' | 'csv' | 'markdown';
      bom?: boolean;
    },
  ): Promise<RunSheet | TextAnswer> {
    const sheet = await this.#sheet(request, options.credentials);
    if (options.format === 'csv') {
      return new TextAnswer({
        contentType: 'text/csv; charset=utf-8',
        text: runSheetCsv(sheet, options),
        fileName: 'recovery-run-sheet.csv',
      });
    }
    if (options.format === 'markdown') {
      return new TextAnswer({
        contentType: 'text/markdown; charset=utf-8',
        text: runSheetMarkdown(sheet),
        fileName: 'recovery-run-sheet.md',
      });
    }
    return sheet;
  }

  async #sheet(
    request: RunSheetRequest,
    credentials: BackstageCredentials,
  ): Promise<RunSheet> {
    const { mode = 'loss', outage } = request;
    const { nodes, sight, plans, clock } = this.#options;
    const access = await this.#options.access.of(credentials);
    const { snapshot, refs, unknown } = await this.#options.scope.resolve(
      request,
      access,
    );
    const outageSeconds =
      outage === undefined ? undefined : durationSeconds(outage);
    const all =
      mode === 'recovery'
        ? linesOfRecovery(refs, snapshot, outageSeconds)
        : linesOfLoss(
            whatIfLost(snapshot.graph, { lost: refs, outageSeconds }),
            snapshot,
          );
    const isVisible = await sight.among(
      [...all.map(({ ref }) => ref), ...refs],
      { snapshot, access },
    );
    const visible = all.filter(({ ref }) => isVisible(ref));
    const lines = visible.slice(0, MOST_ROWS);
    const shownRefs = lines.map(({ ref }) => ref);
    const describe = await nodes.describe(
      [...shownRefs, ...refs.slice(0, MOST_IN_TITLE)],
      snapshot,
    );
    const covered = await plans.coveredBy(shownRefs);
    const draft = {
      graph: { revision: snapshot.revision, changedAt: snapshot.changedAt },
      dataAge: await this.#options.sweep.dataAge(),
      mode,
      madeAt: clock().toISOString(),
      outageSeconds: outageSeconds ?? null,
      rows: lines.map(line => {
        const node = describe(line.ref);
        const facts = snapshot.entities.get(line.ref)?.facts;
        return {
          wave: line.wave,
          step: line.step,
          cycle: line.together.length > 1,
          entityRef: line.ref,
          title: node.title,
          kind: node.kind,
          resolved: node.resolved,
          tier: node.tier,
          owner: facts?.owner_ref
            ? { ref: facts.owner_ref, title: null }
            : null,
          alternates: alternatesOf(facts?.alternates),
          plan: covered.get(line.ref) ?? null,
          ownTime: ownTimeOf(line.ref, snapshot),
          ready: line.expected,
          rtoSeconds: node.rtoSeconds,
          againstRto: line.againstRto,
          lateBySeconds: line.lateBySeconds,
          mtpdSeconds: node.mtpdSeconds,
          againstMtpd: line.againstMtpd,
        };
      }),
      totalRows: visible.length,
      truncated: visible.length - lines.length,
      redacted: all.length - visible.length,
      allBack: allBackOf(visible),
    };
    const shown = await sight.hide(draft, access);
    const titles = await nodes.titles(
      collectEntityRefs(
        shown.rows.map(({ owner, alternates }) => [owner, alternates]),
      ),
    );
    const named = (party: { ref: string; title: string | null }) => ({
      ...party,
      title: titles[party.ref] ?? null,
    });
    return {
      ...shown,
      title:
        request.title ||
        titleOf(
          refs.filter(isVisible).map(ref => describe(ref).title),
          mode,
        ),
      unknown,
      rows: shown.rows.map(row => ({
        ...row,
        owner: row.owner && named(row.owner),
        alternates: row.alternates.map(named),
      })),
    };
  }
}

function titleOf(titles: string[], mode: 'loss' | 'recovery'): string {
  const named = titles.slice(0, MOST_IN_TITLE).join(', ');
  const more =
    titles.length > MOST_IN_TITLE
      ? ` and ${titles.length - MOST_IN_TITLE} more`
      : '';
  if (named === '') return 'Recovery run sheet';
  return mode === 'loss'
    ? `Recovery after losing ${named}${more}`
    : `Recovery of ${named}${more}`;
}
