import { InputError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { ChangeConflictError } from './ChangeConflictError';
import { FindingConflictError } from './FindingConflictError';
import { PlanConflictError } from './PlanConflictError';
import { ProfileConflictError } from './ProfileConflictError';
import { TestConflictError } from './TestConflictError';
import { WrongFieldsError } from './WrongFieldsError';

/** Writes the refusals that say more than a message; all others are the framework's. */
export function contractErrorHandler(): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const request = { method: req.method, url: req.url };
    if (error instanceof WrongFieldsError) {
      const { name, message, issues } = error;
      res.status(400).json({
        error: { name, message, issues },
        request,
        response: { statusCode: 400 },
      });
      return;
    }
    if (error instanceof ProfileConflictError) {
      const { name, message, conflict } = error;
      res.status(409).json({
        error: { name, message },
        request,
        response: { statusCode: 409 },
        ...conflict,
      });
      return;
    }
    if (error instanceof PlanConflictError) {
      const { name, message, planConflict } = error;
      res.status(409).json({
        error: { name, message },
        request,
        response: { statusCode: 409 },
        planConflict,
      });
      return;
    }
    if (error instanceof TestConflictError) {
      const { name, message, testConflict } = error;
      res.status(409).json({
        error: { name, message },
        request,
        response: { statusCode: 409 },
        testConflict,
      });
      return;
    }
    if (error instanceof ChangeConflictError) {
      const { name, message, current } = error;
      res.status(409).json({
        error: { name, message },
        request,
        response: { statusCode: 409 },
        current,
      });
      return;
    }
    if (error instanceof FindingConflictError) {
      const { name, message, findingConflict } = error;
      res.status(409).json({
        error: { name, message },
        request,
        response: { statusCode: 409 },
        findingConflict,
      });
      return;
    }
    next(
      error?.type === 'entity.parse.failed'
        ? new InputError(`The body is no JSON: ${error.message}`)
        : error,
    );
  };
}
