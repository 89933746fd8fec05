export * from './ContinuityStatusChip';
