import { planContentsSchema } from 'backstage-plugin-continuity-common';
import { mergePlanContents, takePlanPart } from './mergePlanContents';

const base = planContentsSchema.parse({
  title: 'Recovery of the checkout',
  purpose: 'Brings it back.',
  strategy: { kind: 'restore', description: 'From the backup.' },
});

describe('two edits of the same plan', () => {
  it('take over what only the other changed, and keep what only I did', () => {
    const theirs = { ...base, purpose: 'Theirs.' };
    const mine = {
      ...base,
      strategy: { ...base.strategy, description: 'Mine.' },
    };
    expect(mergePlanContents({ base, mine, theirs })).toEqual({
      merged: {
        ...base,
        purpose: 'Theirs.',
        strategy: { ...base.strategy, description: 'Mine.' },
      },
      takenOver: ['purpose'],
      clashes: [],
    });
  });

  it('keep mine where both changed the same part, and say so', () => {
    const theirs = { ...base, purpose: 'Theirs.' };
    const mine = { ...base, purpose: 'Mine.' };
    const { merged, clashes, takenOver } = mergePlanContents({
      base,
      mine,
      theirs,
    });
    expect(merged.purpose).toBe('Mine.');
    expect(clashes).toEqual(['purpose']);
    expect(takenOver).toEqual([]);
    expect(takePlanPart(merged, 'purpose', theirs).purpose).toBe('Theirs.');
  });

  it('agree where both wrote the same', () => {
    const both = { ...base, purpose: 'The same.' };
    expect(mergePlanContents({ base, mine: both, theirs: both })).toEqual({
      merged: both,
      takenOver: [],
      clashes: [],
    });
  });

  it('keep a part that the other emptied apart from one that nobody touched', () => {
    const theirs = { ...base, strategy: { ...base.strategy, kind: null } };
    const { merged } = mergePlanContents({ base, mine: base, theirs });
    expect(merged.strategy.kind).toBeNull();
    expect(merged.purpose).toBe('Brings it back.');
  });
});
