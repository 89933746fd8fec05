export const pagesMessages = {
  title: 'Continuity',
  subtitle:
    'How fast services must be back, who brings them back, and what proves it',
} as const;
