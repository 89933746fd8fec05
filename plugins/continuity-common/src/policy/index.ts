export * from './policy';
export * from './testingPolicy';
export * from './defaultTestingConfig';
export * from './exemptionPolicy';
export type {
  ChangeIntegrations,
  ChangeWebhook,
} from './changeIntegrationsSchema';
export * from './changePolicy';
export * from './defaultChangeConfig';
export * from './defaultExemptionConfig';
export * from './insightsPolicy';
export * from './defaultInsightsConfig';
export * from './kpiId';
export * from './retentionPolicy';
export * from './planKinds';
export * from './defaultPolicyConfig';
export * from './policyConfigSchema';
export * from './parseContinuityConfig';
export * from './parsePolicy';
export * from './parseOperations';
export * from './defaultPolicy';
export * from './canonicalPolicy';
export * from './describeScope';
export * from './tierById';
export * from './tierRank';
export * from './policyConfigOf';
export * from './readPolicyText';
