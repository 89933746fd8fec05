import type { Entity } from '@backstage/catalog-model';
import { parsePolicy } from '../policy/parsePolicy';
import { projectEntity } from './projectEntity';
import { unkeptFields, withFields } from './unkeptFields';

const now = parsePolicy({
  mappings: [{ field: 'rto', spec: 'continuity.rto' }],
});
const then = parsePolicy({
  scope: { 'metadata.labels.region': 'eu', 'spec.stage': 'live' },
  mappings: [
    { field: 'rto', spec: 'continuity.rto' },
    { field: 'rpo', spec: 'continuity.rpo' },
    { field: 'tier', annotation: 'example.com/tier' },
    { field: 'wrt', tag: 'wrt-' },
  ],
});

const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: { 'example.com/tier': 'tier-1', 'example.com/other': 'x' },
    labels: { region: 'eu', stage: 'live' },
  },
  spec: {
    type: 'service',
    stage: 'live',
    continuity: { rto: '1h', rpo: '5m', note: 'long' },
  },
};

describe('fields that a changed policy reads', () => {
  it('are those that the facts of the one before lack', () => {
    expect(unkeptFields(then, now)).toEqual({
      annotations: ['example.com/tier'],
      labels: [],
      specPaths: ['continuity.rpo', 'stage'],
    });
    expect(unkeptFields(now, then)).toEqual({
      annotations: [],
      labels: [],
      specPaths: [],
    });
  });

  it('are added from the catalog, so that the facts are those that the policy itself would have kept', () => {
    const kept = projectEntity(checkout, now);
    const fields = unkeptFields(then, now);
    expect(withFields(kept, checkout, { fields, policy: then })).toEqual(
      projectEntity(checkout, then),
    );
  });

  it('leave alone what was kept already, even where the catalog says something else by now', () => {
    const kept = projectEntity(checkout, now);
    const later = structuredClone(checkout);
    later.spec!.type = 'library';
    (later.spec!.continuity as { rto: string }).rto = '9h';
    const facts = withFields(kept, later, {
      fields: unkeptFields(then, now),
      policy: then,
    });
    expect(facts.spec).toMatchObject({
      type: 'service',
      continuity: { rto: '1h', rpo: '5m' },
    });
  });
});
