import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { defaultPolicy } from '../policy/defaultPolicy';
import { canonicalJson } from '../record/canonicalJson';
import { inScope } from './inScope';
import { projectEntity } from './projectEntity';

const folder = process.env.CONTINUITY_REALDATA;
const describeWhereGiven = folder ? describe : describe.skip;

describeWhereGiven(
  'projectEntity of real catalogs (left out where CONTINUITY_REALDATA names no folder)',
  () => {
    it.each(['home-ops.yaml', 'opentelemetry-demo.yaml'])(
      'takes every entity of %s',
      file => {
        const documents = parseAllDocuments(
          readFileSync(path.join(folder!, file), 'utf8'),
        );
        const entities = documents
          .map(document => document.toJS() as Entity | null)
          .filter((entity): entity is Entity => entity !== null);
        expect(entities.length).toBeGreaterThan(30);

        const facts = entities.map(entity =>
          projectEntity(entity, defaultPolicy),
        );

        expect(new Set(facts.map(({ entityRef }) => entityRef)).size).toBe(
          facts.length,
        );
        facts.forEach((each, index) => {
          expect(each.metadata.name).toBe(entities[index].metadata.name);
          expect(each.spec.owner).toEqual(entities[index].spec?.owner);
          expect(JSON.parse(canonicalJson(each))).toEqual(each);
          expect(Object.keys(each.spec)).not.toContain('definition');
        });
        const inside = facts.filter(each => inScope(defaultPolicy, each));
        expect(inside.length).toBeGreaterThan(0);
        expect(inside.map(({ kind }) => kind)).not.toContain('API');
      },
    );
  },
);
