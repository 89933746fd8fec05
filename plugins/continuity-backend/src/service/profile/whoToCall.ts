import type { WhatIfAnswer } from 'backstage-plugin-continuity-common';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type { RecoveryLine } from './RecoveryLines';

const MOST_NAMED = 10;
const MOST_LISTED = 500;

type Call = WhatIfAnswer['call']['items'][number];

/** Who must be called to bring these back: who is needed first, first; owners before alternates. */
export function whoToCall(
  lines: RecoveryLine[],
  { entities }: GraphSnapshot,
): WhatIfAnswer['call'] {
  const calls = new Map<string, Call>();
  let withoutOwner = 0;
  const add = (
    ref: string,
    line: RecoveryLine,
    role: 'owns' | 'alternateFor',
  ) => {
    const call = calls.get(ref) ?? {
      ref,
      title: null,
      kind: ref.slice(0, ref.indexOf(':')),
      owns: 0,
      alternateFor: 0,
      firstWave: line.wave,
      entityRefs: [],
    };
    call[role]++;
    call.firstWave = Math.min(call.firstWave, line.wave);
    if (call.entityRefs.length < MOST_NAMED) call.entityRefs.push(line.ref);
    calls.set(ref, call);
  };
  for (const line of lines) {
    const facts = entities.get(line.ref)?.facts;
    if (facts?.owner_ref) add(facts.owner_ref, line, 'owns');
    else if (facts?.in_scope) withoutOwner++;
    const alternates: string[] = facts ? JSON.parse(facts.alternates) : [];
    for (const ref of alternates) add(ref, line, 'alternateFor');
  }
  const items = [...calls.values()].sort(
    (a, b) =>
      Number(a.owns === 0) - Number(b.owns === 0) ||
      a.firstWave - b.firstWave ||
      (a.ref < b.ref ? -1 : 1),
  );
  return {
    items: items.slice(0, MOST_LISTED),
    totalItems: items.length,
    withoutOwner,
  };
}
