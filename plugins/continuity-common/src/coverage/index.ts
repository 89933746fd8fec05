export * from './coverage';
export * from './metShare';
