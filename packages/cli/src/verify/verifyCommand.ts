import { CouldNotTell } from '../CouldNotTell';
import { exitCodes, type ExitCode } from '../exitCodes';
import { ContinuityServer } from '../server/ContinuityServer';
import type { Terminal } from '../Terminal';
import type { VerifyOptions } from './VerifyOptions';

/** `continuity verify`: has the whole chain over the history checked, part by part. @returns 1 where it is broken */
export async function verifyCommand(
  terminal: Terminal,
  options: VerifyOptions,
): Promise<ExitCode> {
  const { environment } = terminal;
  const server = ContinuityServer.create({
    url: options.url ?? environment.CONTINUITY_URL,
    token: environment.CONTINUITY_TOKEN,
    timeoutSeconds: options.timeout,
  });
  const noted = notedSeal(options.noted);
  let seals = 0;
  let after: number | undefined;
  for (;;) {
    const answer = await server.verifyRecords({
      ...noted,
      ...(after !== undefined && { after: String(after) }),
    });
    if (typeof answer?.holds !== 'boolean') {
      throw new CouldNotTell({
        message:
          'The answer of the server is not what this program understands.',
        mend: 'Use the version of this program that belongs to the installed plugin.',
      });
    }
    seals += answer.checked.seals;
    const broken = !answer.holds || answer.notedHolds === false;
    // A position that does not rise would be asked for for ever
    const { nextAfter } = answer;
    if (!broken && nextAfter !== undefined && nextAfter > (after ?? -1)) {
      after = nextAfter;
      continue;
    }
    const { firstBreak, sealed, unsealed, unsealedSince, notedHolds } = answer;
    const result = {
      holds: !broken,
      seals,
      firstBreak,
      sealed,
      unsealed,
      unsealedSince,
      notedHolds,
    };
    terminal.print(
      options.format === 'json'
        ? `${JSON.stringify(result, null, 2)}\n`
        : inWords(result),
    );
    return broken ? exitCodes.block : exitCodes.pass;
  }
}

type Result = {
  holds: boolean;
  seals: number;
  firstBreak: {
    position: number;
    what: string;
    recordId: string | null;
    entityRef: string | null;
    at: string | null;
  } | null;
  sealed: { position: number; sha256: string; at: string } | null;
  unsealed: number;
  unsealedSince: string | null;
  notedHolds: boolean | null;
};

function inWords(result: Result): string {
  const { firstBreak, sealed, unsealed, unsealedSince } = result;
  const lines: string[] = [];
  if (result.notedHolds === false) {
    lines.push(
      'The seal that was noted is not in the chain: it was made anew or cut off since.',
    );
  }
  if (firstBreak) {
    const { position, what, recordId, entityRef, at } = firstBreak;
    const of = [recordId && `record ${recordId}`, entityRef, at].filter(
      Boolean,
    );
    lines.push(
      `The chain is broken at position ${position}: ${what}${
        of.length > 0 ? ` (${of.join(', ')})` : ''
      }.`,
    );
  }
  if (result.holds) {
    lines.push(`The chain holds: ${result.seals} seals checked.`);
    if (result.notedHolds) lines.push('The noted seal is in it.');
  }
  if (sealed) {
    lines.push(
      `Last seal, to note elsewhere: ${sealed.position}:${sealed.sha256} (${sealed.at})`,
    );
  }
  if (unsealed > 0) {
    lines.push(
      `Not sealed yet: ${unsealed}${
        unsealedSince ? `, since ${unsealedSince}` : ''
      }.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function notedSeal(noted: string | undefined): Record<string, string> {
  if (noted === undefined) return {};
  const found = /^([1-9]\d*):([0-9a-f]{64})$/.exec(noted);
  if (found) return { notedPosition: found[1], notedSha256: found[2] };
  throw new CouldNotTell({
    message: `"${noted}" is no seal.`,
    mend: 'Write position and hash as an earlier run printed them: 1200:9f86d0…',
  });
}
