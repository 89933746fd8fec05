import fc from 'fast-check';
import type { RecoveryFacts } from '../recovery/RecoveryColumns';
import { aCatalog, anEntity } from './anEntity';
import type { RandomCatalog } from './randomCatalog';

/** Catalogs of a few Systems with many parts, which may belong to several of them: where targets that are not compared are the rule. */
export function largeSystems(): fc.Arbitrary<RandomCatalog> {
  const systems = Array.from({ length: 5 }, (_, i) => `system:s${i}`);
  const parts = Array.from({ length: 16 }, (_, i) => `part${(i * 5) % 16}`);
  const all = [...systems, ...parts];
  const pairs = (from: string[], to: string[], maxLength: number) =>
    fc.array(fc.tuple(fc.constantFrom(...from), fc.constantFrom(...to)), {
      maxLength,
      size: 'max',
    });
  return fc
    .record({
      home: fc.array(fc.constantFrom(...systems, undefined), {
        minLength: parts.length,
        maxLength: parts.length,
      }),
      more: fc.oneof(pairs(parts, systems, 4), pairs(parts, systems, 40)),
      needs: pairs(all, all, 24),
      targets: fc.array(fc.option(fc.nat(12), { nil: undefined }), {
        minLength: all.length,
        maxLength: all.length,
      }),
    })
    .map(({ home, more, needs, targets }) => {
      const entities = new Map(all.map(name => [name, anEntity(name)]));
      home.forEach((system, i) => {
        if (system) entities.get(parts[i])!.partOf(system);
      });
      for (const [part, system] of more) entities.get(part)!.partOf(system);
      for (const [from, to] of needs) entities.get(from)!.dependsOn(to);
      return {
        entities: aCatalog(...entities.values()),
        classifications: [],
        facts: new Map<string, RecoveryFacts>(
          all.map((name, i) => [
            entities.get(name)!.ref,
            { rtoSeconds: targets[i] },
          ]),
        ),
      };
    });
}
