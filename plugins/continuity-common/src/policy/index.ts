export * from './policy';
export * from './testingPolicy';
export * from './config/defaultTestingConfig';
export * from './exemptionPolicy';
export type {
  ChangeIntegrations,
  ChangeWebhook,
} from './config/changeIntegrationsSchema';
export * from './changePolicy';
export * from './config/defaultChangeConfig';
export * from './config/defaultExemptionConfig';
export * from './insightsPolicy';
export * from './config/defaultInsightsConfig';
export * from './kpiId';
export * from './retentionPolicy';
export * from './planKinds';
export * from './config/defaultPolicyConfig';
export * from './config/policyConfigSchema';
export * from './config/parseContinuityConfig';
export * from './parsePolicy';
export * from './config/parseOperations';
export * from './defaultPolicy';
export * from './canonicalPolicy';
export * from './describeScope';
export * from './tierById';
export * from './tierRank';
export * from './policyConfigOf';
export * from './readPolicyText';
