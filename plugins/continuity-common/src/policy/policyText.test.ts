import { defaultPolicy } from './defaultPolicy';
import { defaultPolicyConfig } from './config/defaultPolicyConfig';
import { parsePolicy } from './parsePolicy';
import { policyConfigOf, writePolicyText } from './policyConfigOf';
import { readPolicyText } from './readPolicyText';

const [tier] = defaultPolicyConfig.tiers;

describe('a policy as text', () => {
  it.each([
    ['the shipped one', {}],
    [
      'one of its own',
      {
        timeZone: 'Europe/Berlin',
        tiers: [{ id: 'gold', targets: { rto: '0', rpo: 'none' } }],
        mappings: [
          {
            field: 'tier',
            label: 'iks.dev/criticality',
            values: { high: 'gold' },
            authoritative: true,
          },
          { field: 'rto', annotation: 'example.com/rto' },
        ],
        programme: { plan: '2027-03-31', tiers: { gold: { bia: 'P10D' } } },
        insights: { targets: { coverage: null } },
        plans: { emergencyCopy: 'P90D' },
        retention: { agreements: 'P3Y' },
        testing: { supplierEvidence: ['restore'] },
        changes: { enforcement: { 'retest-needed': 'block' } },
        continuityManager: 'group:default/bcm',
      },
    ],
  ])('says what %s says', (_name, config) => {
    const policy = parsePolicy(config);
    expect(parsePolicy(policyConfigOf(policy))).toEqual(policy);
    expect(readPolicyText(writePolicyText(policy))).toEqual({
      ok: true,
      policy,
    });
  });

  it.each([
    ['the section with its key', 'continuity:\n  dueSoon: P14D\n'],
    ['the section alone', 'dueSoon: P14D'],
    ['JSON', '{"continuity": {"dueSoon": "P14D"}}'],
    [
      'a whole app-config',
      'app:\n  title: ${TITLE}\ncontinuity:\n  dueSoon: P14D\n',
    ],
  ])('is read from %s', (_name, text) => {
    expect(readPolicyText(text)).toEqual({
      ok: true,
      policy: { ...defaultPolicy, dueSoon: 'P14D' },
    });
  });

  it('is the shipped one where the section is empty, as at start-up', () => {
    expect(readPolicyText('continuity:\n')).toEqual({
      ok: true,
      policy: defaultPolicy,
    });
  });

  it('ignores how others ask about changes, secrets and all', () => {
    const text = [
      'changes:',
      '  requestDue: P7D',
      '  machines: []',
      '  webhooks: []',
    ].join('\n');
    expect(readPolicyText(text)).toMatchObject({ ok: true });
  });

  it.each([
    [
      'an unknown key',
      'continuity:\n  dueSoon: P14D\n  teirs: []\n',
      { path: 'continuity.teirs', line: 3, message: /not known here/ },
    ],
    [
      'a wrong value deep inside',
      `tiers:\n  - id: ${tier.id}\n    targets:\n      rto: 4-6 h\n`,
      { path: 'continuity.tiers[0].targets.rto', line: 4, message: /4-6 h/ },
    ],
    [
      'a conflict between parts',
      'programme:\n  tiers:\n    gold: {plan: P30D}\n',
      {
        path: 'continuity.programme.tiers.gold',
        line: 3,
        message: /no tier of this policy/,
      },
    ],
    [
      'broken YAML',
      'tiers:\n  - id: [\n',
      { path: 'continuity', line: 3, message: /neither YAML nor JSON/ },
    ],
    [
      'an app-config without the section',
      'app:\n  title: x\n',
      { path: 'continuity', line: null, message: /no section continuity/ },
    ],
    [
      'nothing',
      '  \n',
      { path: 'continuity', line: null, message: /no policy in it/ },
    ],
    [
      'a text',
      'please',
      { path: 'continuity', line: null, message: /no policy in it/ },
    ],
    [
      'what the environment fills in',
      'continuity:\n  dueSoon: ${DUE_SOON}\n',
      { path: 'continuity.dueSoon', line: 2, message: /environment/ },
    ],
    [
      'what another file fills in',
      'continuity:\n  tiers:\n    $include: tiers.yaml\n',
      { path: 'continuity.tiers', line: 3, message: /another file/ },
    ],
  ])('refuses %s and says where', (_name, text, { message, ...where }) => {
    const read = readPolicyText(text);
    if (read.ok) throw new Error('accepted');
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]).toMatchObject(where);
    expect(read.problems[0].message).toMatch(message);
  });
});
