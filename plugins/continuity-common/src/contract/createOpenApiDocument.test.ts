import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { continuityPermissions } from '../permissions';
import { createOpenApiDocument } from './createOpenApiDocument';
import { continuityRoutes } from './routes';

const document = createOpenApiDocument({
  serverUrl: 'http://localhost/api/continuity',
  version: '1.2.3',
}) as any;

const operations = Object.values(document.paths).flatMap((path: any) =>
  Object.values(path),
) as any[];

/** All `$ref`s, at any depth. */
function refsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : refsIn(inner),
  );
}

describe('createOpenApiDocument', () => {
  it('has one operation for each route, under its id', () => {
    expect(operations.map(o => o.operationId).sort()).toEqual(
      Object.keys(continuityRoutes).sort(),
    );
  });

  it('resolves every reference inside the document', () => {
    const refs = refsIn(document);
    expect(refs).toContain('#/components/schemas/EntityContinuity');
    for (const ref of refs) {
      const name = ref.replace('#/components/schemas/', '');
      expect(document.components.schemas).toHaveProperty([name]);
    }
  });

  it('holds schemas that a JSON Schema 2020-12 validator compiles', () => {
    const ajv = addFormats(new Ajv({ strict: false }) as any) as any;
    ajv.addSchema({ $id: 'doc', components: document.components });
    for (const name of Object.keys(document.components.schemas)) {
      expect(ajv.getSchema(`doc#/components/schemas/${name}`)).toBeInstanceOf(
        Function,
      );
    }
  });

  it('declares each path parameter', () => {
    for (const [path, methods] of Object.entries<any>(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(m => m[1]).sort();
      for (const operation of Object.values<any>(methods)) {
        const declared = operation.parameters
          .filter((p: any) => p.in === 'path')
          .map((p: any) => p.name)
          .sort();
        expect(declared).toEqual(inPath);
      }
    }
  });

  it('says that a stale edit is answered with the newer state', () => {
    const patch =
      document.paths['/entities/by-name/{kind}/{namespace}/{name}/profile']
        .patch;
    expect(patch.responses['409'].content['application/json'].schema.$ref).toBe(
      '#/components/schemas/ProfileConflict',
    );
    expect(patch.parameters).toContainEqual(
      expect.objectContaining({ name: 'If-Match', required: true }),
    );
  });
});

describe('continuityRoutes', () => {
  it.each(Object.entries(continuityRoutes))(
    '%s authorises a permission of the plugin',
    (_, route) => {
      expect(continuityPermissions).toContain(route.permission);
    },
  );

  it.each(Object.entries(continuityRoutes))(
    '%s is audited when it changes something',
    (_, route) => {
      const changes = route.method !== 'get' && !('readsOnly' in route);
      // reading private contacts is audited, too
      const mayBeRead = route.method === 'get';
      expect(mayBeRead || 'auditEvent' in route === changes).toBe(true);
    },
  );
});
