export const policyMessages = {
  title: 'Policy',
} as const;
