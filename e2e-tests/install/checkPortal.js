/*
 * What docs/install.md promises of an installed backend, asked over HTTP.
 */
const ENTITY = '/api/continuity/entities/by-name/system/default/examples';
const LABELLED =
  '/api/catalog/entities/by-query?fields=metadata.labels&filter=kind=system,metadata.labels.continuity/effective-tier=tier-2';

function expectStatus(what, { status, body }, expected) {
  if (!expected.includes(status)) {
    throw new Error(
      `${what}: expected ${expected.join(
        ' or ',
      )}, got ${status} ${JSON.stringify(body).slice(0, 300)}`,
    );
  }
}

/** The example's tier, from its annotation through the catalog and the sweep; then its labels, back in the catalog. */
async function checkFlow({ portal, say }) {
  const continuity = await portal.until(
    'the example entity has its tier',
    120,
    async () => {
      // Anew each time: who signs in before the catalog knows the guest belongs to no group
      const token = await portal.guestToken();
      const { status, body } = await portal.call(ENTITY, { token });
      return status === 200 && body.tier && body;
    },
  );
  const token = await portal.guestToken();
  say(
    `system:default/examples is ${continuity.tier.id}, ${
      continuity.status
    }, with ${
      continuity.gaps.length
    } gaps; the guest may: ${continuity.allowedActions.join(', ')}`,
  );
  const labelled = await portal.until(
    'the catalog shows the labels',
    120,
    async () => {
      const { body } = await portal.call(LABELLED, { token });
      return body.totalItems === 1 && body.items[0].metadata.labels;
    },
  );
  say(`labels in the catalog: ${JSON.stringify(labelled)}`);
  return continuity;
}

/** The machine's token does what it is for and nothing else. */
async function checkMachine({ portal, token, say }) {
  const read = await portal.call(ENTITY, { token });
  expectStatus('reading with the machine’s token', read, [200]);
  const refused = {
    'reading the policy': portal.call('/api/continuity/policy', { token }),
    'changing a value': portal.call(`${ENTITY}/profile`, {
      token,
      method: 'PATCH',
      body: { values: { tier: 'tier-1' }, reason: 'Trying' },
    }),
    'reading the catalog': portal.call('/api/catalog/entities', { token }),
  };
  for (const [what, call] of Object.entries(refused)) {
    expectStatus(`${what} with the machine’s token`, await call, [401, 403]);
  }
  const nobody = await portal.call(ENTITY);
  expectStatus('reading without a token', nobody, [401]);
  say(
    `the machine's token reads an entity; ${Object.keys(refused).join(
      ', ',
    )} is refused`,
  );
}

module.exports = { checkFlow, checkMachine, expectStatus };
