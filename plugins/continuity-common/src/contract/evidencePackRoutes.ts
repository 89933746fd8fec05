import { z } from 'zod';
import { continuityEvidenceCreatePermission } from '../auditPermissions';
import {
  evidencePackListSchema,
  evidencePackRequestSchema,
  evidencePackSchema,
} from '../coverage/evidencePack';
import { continuityAuditReadPermission } from '../permissions';
import { planFileSchema } from '../plan/planRequests';
import { defineRoute } from './ContinuityRoute';

const packParams = z.object({ id: z.string().min(1).max(64) });

/** The calls about evidence packs; part of {@link continuityRoutes}. @public */
export const evidencePackRoutes = {
  createEvidencePack: defineRoute({
    method: 'post',
    path: '/evidence-packs',
    summary: 'Asks for an evidence pack; it is made in the background',
    description:
      'It speaks of what its maker may see in the catalog at this moment; what is left out is counted. It needs continuity.audit.read as well.',
    permission: continuityEvidenceCreatePermission,
    body: evidencePackRequestSchema,
    status: 202,
    response: evidencePackSchema,
    errors: [400, 401, 403, 503],
    auditEvent: 'evidence-pack-create',
  }),
  listEvidencePacks: defineRoute({
    method: 'get',
    path: '/evidence-packs',
    summary: 'One’s own evidence packs, newest first',
    permission: continuityAuditReadPermission,
    status: 200,
    response: evidencePackListSchema,
    errors: [401, 403],
  }),
  getEvidencePack: defineRoute({
    method: 'get',
    path: '/evidence-packs/:id',
    summary: 'How far one of one’s own evidence packs is',
    permission: continuityAuditReadPermission,
    params: packParams,
    status: 200,
    response: evidencePackSchema,
    errors: [401, 403, 404],
  }),
  getEvidencePackFile: defineRoute({
    method: 'get',
    path: '/evidence-packs/:id/file',
    summary: 'The pack as a ZIP that can be read offline',
    permission: continuityAuditReadPermission,
    params: packParams,
    status: 200,
    response: planFileSchema,
    download: 'application/zip',
    errors: [401, 403, 404, 409],
  }),
};
