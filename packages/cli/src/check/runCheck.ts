import type {
  ChangeAssessment,
  ChangeProblem,
} from 'backstage-plugin-continuity-common';
import type { CatalogDocument } from '../catalog/CatalogDocument';
import { CouldNotTell } from '../CouldNotTell';
import { exitCodes, type ExitCode } from '../exitCodes';
import { exitCodeOnError } from '../exitCodeOnError';
import { pipelineContext } from '../pipeline/pipelineContext';
import { ContinuityServer } from '../server/ContinuityServer';
import type { Terminal } from '../Terminal';
import { assessRequest } from './assessRequest';
import type { CheckOptions } from './CheckOptions';
import type { CheckOutcome } from './CheckOutcome';
import { readChange, type ChangeInGit } from './readChange';

/** `continuity check`: asks for the verdict over the change that is checked out. Never throws what belongs into a report. */
export async function runCheck(
  terminal: Terminal,
  check: CheckOptions,
): Promise<CheckOutcome> {
  try {
    return await assess(terminal, check);
  } catch (error) {
    if (!(error instanceof CouldNotTell)) throw error;
    return {
      kind: 'could-not-tell',
      reason: error,
      exitCode: exitCodeOnError(check.onError),
    };
  }
}

async function assess(
  terminal: Terminal,
  check: CheckOptions,
): Promise<CheckOutcome> {
  const { environment } = terminal;
  const pipeline = pipelineContext(environment);
  // First, since it needs nothing but the settings
  const server = ContinuityServer.create({
    url: check.url ?? environment.CONTINUITY_URL,
    token: environment.CONTINUITY_TOKEN,
    timeoutSeconds: check.timeout,
  });
  const change = await readChange({
    directory: terminal.directory,
    pipeline,
    check,
  });
  const request = assessRequest({ change, check, pipeline });
  if (!request) {
    return {
      kind: 'nothing-changed',
      change,
      exitCode: codeOf('pass', change, check),
    };
  }
  const assessment = withPlaces(
    await server.assess(request),
    change.catalog.proposed,
  );
  return {
    kind: 'assessed',
    change,
    assessment,
    exitCode: codeOf(
      assessment.problems.length > 0 && assessment.verdict === 'pass'
        ? 'warn'
        : assessment.verdict,
      change,
      check,
    ),
  };
}

/** What could not be read is worth a warning: nobody knows what it would have said. */
function codeOf(
  verdict: ChangeAssessment['verdict'],
  change: ChangeInGit,
  check: CheckOptions,
): ExitCode {
  if (verdict === 'block') return exitCodes.block;
  const warns = verdict === 'warn' || change.catalog.problems.length > 0;
  return warns && check.warnAsError ? exitCodes.block : exitCodes.pass;
}

/** Names the file of a wrong document instead of its place in the request. */
function withPlaces(
  assessment: ChangeAssessment,
  proposed: CatalogDocument[],
): ChangeAssessment {
  const named = (text: string) =>
    text.replace(/\bproposed\[(\d+)\](\.[^\s]+)?/g, (whole, index, rest) => {
      const document = proposed[Number(index)];
      if (!document) return whole;
      const place = `${document.path}, document ${document.number}`;
      return `${place}${rest ? `, ${rest.slice(1)}` : ''}`;
    });
  const placed = (problem: ChangeProblem): ChangeProblem => ({
    ...problem,
    at: named(problem.at),
    message: named(problem.message),
  });
  return { ...assessment, problems: assessment.problems.map(placed) };
}
