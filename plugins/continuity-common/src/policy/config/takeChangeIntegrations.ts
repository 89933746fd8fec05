/** Parts the configuration of how others ask about changes from that of the policy, before either is read. */
export function takeChangeIntegrations(config: unknown): {
  rest: unknown;
  integrations: Record<string, unknown>;
} {
  const changes = (config as { changes?: unknown } | null | undefined)?.changes;
  if (typeof changes !== 'object' || changes === null) {
    return { rest: config, integrations: {} };
  }
  const { machines, webhooks, ...policy } = changes as Record<string, unknown>;
  return {
    rest: { ...(config as object), changes: policy },
    integrations: {
      ...(machines !== undefined && { machines }),
      ...(webhooks !== undefined && { webhooks }),
    },
  };
}
