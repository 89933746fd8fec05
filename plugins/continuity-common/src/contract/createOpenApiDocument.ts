import { z } from 'zod';
import {
  coverageListSchema,
  coverageSummarySchema,
} from '../coverage/coverage';
import { importAnswerSchema } from '../coverage/import/importAnswer';
import { entityDependenciesSchema } from './entityDependencies';
import { runSheetSchema, whatIfAnswerSchema } from './lossAnswers';
import { planDetailSchema } from '../plan/planDetail';
import { planConflictSchema, planListSchema } from '../plan/planRequests';
import { findingDetailSchema } from '../testing/finding/findingDetail';
import {
  findingConflictSchema,
  findingListSchema,
} from '../testing/finding/findingRequests';
import { testDetailSchema } from '../testing/testDetail';
import { testConflictSchema, testListSchema } from '../testing/testRequests';
import { entityContinuitySchema } from './entityContinuity';
import {
  errorResponseSchema,
  profileConflictResponseSchema,
} from './errorResponse';
import type { ContinuityRoute } from './ContinuityRoute';
import {
  bulkProfileResponseSchema,
  carryOverSchema,
  historySchema,
  policyResponseSchema,
  sweepStatusSchema,
} from './requests';
import { continuityRoutes } from './routes';

type JsonObject = Record<string, unknown>;

const named = {
  EntityContinuity: entityContinuitySchema,
  CoverageList: coverageListSchema,
  CoverageSummary: coverageSummarySchema,
  History: historySchema,
  Policy: policyResponseSchema,
  SweepStatus: sweepStatusSchema,
  CarryOver: carryOverSchema,
  BulkProfileResponse: bulkProfileResponseSchema,
  ImportAnswer: importAnswerSchema,
  EntityDependencies: entityDependenciesSchema,
  WhatIf: whatIfAnswerSchema,
  RunSheet: runSheetSchema,
  Error: errorResponseSchema,
  ProfileConflict: profileConflictResponseSchema,
  PlanDetail: planDetailSchema,
  PlanList: planListSchema,
  PlanConflict: errorResponseSchema.extend({
    planConflict: planConflictSchema,
  }),
  TestDetail: testDetailSchema,
  TestList: testListSchema,
  TestConflict: errorResponseSchema.extend({
    testConflict: testConflictSchema,
  }),
  FindingDetail: findingDetailSchema,
  FindingList: findingListSchema,
  FindingConflict: errorResponseSchema.extend({
    findingConflict: findingConflictSchema,
  }),
};

/** What a 409 of a stale edit holds, by the schema of its newer state. */
const conflictNames = new Map<z.ZodType, keyof typeof named>([
  [planConflictSchema, 'PlanConflict'],
  [testConflictSchema, 'TestConflict'],
  [findingConflictSchema, 'FindingConflict'],
]);

const refusals: Record<number, string> = {
  400: 'Wrong fields, each with what is accepted',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'No such entity, or none that the caller may see',
  409: 'Somebody else was faster',
  413: 'More than is taken at once',
  503: 'The catalog can’t be asked now what the caller may see',
};

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  });
  return rest;
}

function components(): JsonObject {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named))
    registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: id => `#/components/schemas/${id}`,
    unrepresentable: 'any',
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [
      id,
      schema,
    ]),
  );
}

function responseSchema(schema: z.ZodType): JsonObject {
  const name = Object.entries(named).find(([, known]) => known === schema)?.[0];
  return name
    ? { $ref: `#/components/schemas/${name}` }
    : jsonSchema(schema, 'output');
}

function parametersIn(
  place: 'path' | 'query',
  schema: z.ZodObject | undefined,
): JsonObject[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required:
      place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(field as z.ZodType, 'input'),
  }));
}

function conflictNameOf(conflict: z.ZodType | undefined): string {
  return (conflict && conflictNames.get(conflict)) ?? 'ProfileConflict';
}

function refusal(route: ContinuityRoute, status: number): JsonObject {
  const name =
    status === 409 && route.ifMatch ? conflictNameOf(route.conflict) : 'Error';
  return {
    description: refusals[status],
    content: {
      'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
    },
  };
}

function operation(id: string, route: ContinuityRoute): JsonObject {
  const ifMatch = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The revision that the edit started from',
    schema: { type: 'string', examples: ['3'] },
  };
  return {
    operationId: id,
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    'x-permission': route.permission.name,
    parameters: [
      ...parametersIn('path', route.params),
      ...parametersIn('query', route.query),
      ...(route.ifMatch ? [ifMatch] : []),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: jsonSchema(route.body, 'input') },
            },
          },
        }
      : {}),
    responses: {
      [route.status]: {
        description: route.status === 202 ? 'Accepted' : 'The answer',
        content: {
          'application/json': { schema: responseSchema(route.response) },
          ...Object.fromEntries(
            (route.alsoAs ?? []).map(type => [
              type,
              { schema: { type: 'string' } },
            ]),
          ),
        },
      },
      ...Object.fromEntries(
        route.errors.map(status => [status, refusal(route, status)]),
      ),
    },
  };
}

/**
 * The OpenAPI 3.1 document of the HTTP API, made from {@link continuityRoutes}.
 *
 * @public
 */
export function createOpenApiDocument(options: {
  /** Base URL of the plugin, `https://portal.example.com/api/continuity`. */
  serverUrl: string;
  version: string;
}): Record<string, unknown> {
  const paths: Record<string, JsonObject> = {};
  for (const [id, route] of Object.entries(continuityRoutes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(id, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Continuity for Backstage',
      version: options.version,
      description:
        'IT service continuity: how fast a service must come back, who brings it back, and what proves that it works.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: options.serverUrl }],
    security: [{ backstage: [] }],
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        backstage: {
          type: 'http',
          scheme: 'bearer',
          description: 'A Backstage user token or a service token',
        },
      },
    },
  };
}
