export const coverageMessages = {
  title: 'Coverage',
} as const;
