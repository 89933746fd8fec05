export * from './profileField';
export * from './profileValues';
export * from './effectiveProfile';
export * from './agreement';
