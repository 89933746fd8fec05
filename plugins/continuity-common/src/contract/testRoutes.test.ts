import { z } from 'zod';
import { continuityPermissions } from '../permissions';
import type { ContinuityRoute } from './ContinuityRoute';
import { calendarRoutes } from './calendarRoutes';
import { evidenceRoutes } from './evidenceRoutes';
import { testAidRoutes } from './testAidRoutes';
import { testRoutes } from './testRoutes';

const routes = Object.entries<ContinuityRoute>({
  ...calendarRoutes,
  ...evidenceRoutes,
  ...testAidRoutes,
  ...testRoutes,
});

describe('testRoutes', () => {
  it.each(routes)('%s authorises a permission of the plugin', (_, route) => {
    expect(continuityPermissions).toContain(route.permission);
  });

  it.each(routes)(
    '%s is audited when it changes something',
    (_, { method, readsOnly, auditEvent }) => {
      expect(auditEvent !== undefined).toBe(method !== 'get' && !readsOnly);
    },
  );

  it.each(routes)('%s declares its path parameters', (_, route) => {
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(route.params?.shape ?? {}).sort()).toEqual(
      inPath.sort(),
    );
  });

  it.each(routes)('%s can be written down as JSON Schema', (_, route) => {
    for (const schema of [route.query, route.body]) {
      if (!schema) continue;
      expect(
        z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
      ).toHaveProperty('$schema');
    }
    expect(
      z.toJSONSchema(route.response, { unrepresentable: 'any' }),
    ).toHaveProperty('$schema');
  });

  it('names paths with fixed words before those with an id, which would take them', () => {
    const seen = new Map<string, number>();
    routes.forEach(([, { method, path }], index) =>
      seen.set(`${method} ${path}`, index),
    );
    for (const [call, index] of seen) {
      const [method, path] = call.split(' ');
      if (path.includes(':') || !path.startsWith('/tests/')) continue;
      expect(index).toBeLessThan(
        seen.get(`${method} /tests/:id`) ?? Number.MAX_VALUE,
      );
    }
  });
});
