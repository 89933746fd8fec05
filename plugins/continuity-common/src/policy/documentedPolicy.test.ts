import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { profileFields } from '../terms/profileField';
import { defaultPolicyConfig } from './config/defaultPolicyConfig';
import { parseContinuityConfig } from './config/parseContinuityConfig';
import { testDepths } from './policy';
import { recoveryPlanKinds } from './planKinds';
import { policyConfigSchema } from './config/policyConfigSchema';

const root = path.resolve(__dirname, '../../../..');
const page = readFileSync(path.join(root, 'docs/config.md'), 'utf8');
const schema = readFileSync(
  path.join(root, 'plugins/continuity-backend/config.d.ts'),
  'utf8',
);
const examples = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(
  ([, text]) => parse(text).continuity as Record<string, unknown>,
);

/** What the other pages show of app-config; what stands for a secret is one. */
const shownElsewhere = readdirSync(path.join(root, 'docs'))
  .filter(file => file.endsWith('.md') && file !== 'config.md')
  .flatMap(file =>
    [
      ...readFileSync(path.join(root, 'docs', file), 'utf8').matchAll(
        /```yaml(?: title="app-config[^"]*".*)?\n([^]*?)```/g,
      ),
    ]
      .map(([, text]) => parse(text.replace(/\$\{\w+\}/g, 'x'.repeat(16))))
      .filter(shown => shown?.continuity !== undefined)
      .map((shown, index) => [file, index, shown.continuity] as const),
  );

describe('docs/config.md', () => {
  it('shows the shipped policy as it is', () => {
    expect(examples[0]).toEqual(defaultPolicyConfig);
  });

  it.each(examples.map((example, index) => [index, example] as const))(
    'has an example %i that is accepted and says something',
    (index, example) => {
      const { policy, operations } = parseContinuityConfig(example);
      const shipped = parseContinuityConfig(undefined);
      const isShipped =
        JSON.stringify({ policy, operations }) === JSON.stringify(shipped);
      expect(isShipped).toBe(index === 0);
    },
  );

  it('shows refusals word for word', () => {
    const [, refusal] = /```text\n([^]*?)\n```/.exec(page)!;
    expect(() =>
      parseContinuityConfig({
        tiers: defaultPolicyConfig.tiers.map((tier, index) =>
          index === 0
            ? { ...tier, targets: { ...tier.targets, rto: '4-6 h' } }
            : tier,
        ),
        mappings: [{ field: 'tier', tag: 'tier', values: { 9: 'tier-9' } }],
      }),
    ).toThrow(new Error(refusal));
  });

  it.each(Object.keys(policyConfigSchema.shape))(
    'explains %s, and so does config.d.ts',
    key => {
      expect(page).toMatch(new RegExp(`\\| \`${key}[.\`[]`));
      expect(schema).toMatch(new RegExp(`^    ${key}\\?:`, 'm'));
    },
  );

  it.each([...testDepths, ...recoveryPlanKinds, ...profileFields])(
    'names the word %s, and so does config.d.ts',
    word => {
      expect(page).toContain(`\`${word}\``);
      expect(schema).toContain(`'${word}'`);
    },
  );
});

describe('the other pages', () => {
  it('show app-config for pipelines, ITSM tools and machines', () => {
    const files = new Set(shownElsewhere.map(([file]) => file));
    expect([...files]).toEqual(
      expect.arrayContaining(['ci.md', 'itsm.md', 'machines.md']),
    );
  });

  it.each(shownElsewhere)(
    'show in docs/%s (%i) what is accepted',
    (_, __, shown) => {
      expect(() => parseContinuityConfig(shown)).not.toThrow();
    },
  );
});
