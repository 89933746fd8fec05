import { resultLabels } from '../terms/profileField';

/** One thing that is wrong with a scope predicate, with the keys that lead to it. */
export interface ScopeProblem {
  path: Array<string | number>;
  message: string;
}

const COMBINATORS = ['$all', '$any', '$not'];
const OPERATORS = ['$in', '$exists', '$contains', '$hasPrefix'];
const CONDITION_HINT =
  'Write conditions such as {kind: Component, spec.type: service}, or combine them with $all, $any and $not.';
const VALUE_HINT = `Write a value, or one of ${OPERATORS.join(
  ', ',
)} such as {$in: [service, website]}.`;
const READABLE =
  'kind, metadata.name, metadata.namespace, metadata.title, metadata.tags, metadata.annotations.…, metadata.labels.…, spec.… and relations';

type Path = ScopeProblem['path'];

function isSection(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPrimitive(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}

/**
 * What keeps a value from being a scope: everything that the catalog's filter predicates refuse, and what they accept but would silently
 * never match on the part of an entity that is mirrored. Empty where the value is a predicate that can be evaluated.
 */
export function scopeProblems(scope: unknown): ScopeProblem[] {
  return conditionProblems(scope, [], entityFieldProblem);
}

type FieldProblem = (field: string, value: unknown) => string | undefined;

function conditionProblems(
  condition: unknown,
  path: Path,
  fieldProblem: FieldProblem,
): ScopeProblem[] {
  if (Array.isArray(condition)) {
    return [
      {
        path,
        message:
          'This is a list. Write it as $all where every condition must hold, or as $any where one is enough.',
      },
    ];
  }
  if (!isSection(condition)) {
    return [{ path, message: `This is no condition. ${CONDITION_HINT}` }];
  }
  const keys = Object.keys(condition);
  const operator = keys.find(key => key.startsWith('$'));
  if (operator === undefined) {
    return keys.flatMap(key =>
      fieldProblems(key, condition[key], [...path, key], fieldProblem),
    );
  }
  if (!COMBINATORS.includes(operator)) {
    return [
      {
        path: [...path, operator],
        message: `"${operator}" can't combine conditions. ${CONDITION_HINT}`,
      },
    ];
  }
  if (keys.length > 1) {
    return [
      {
        path,
        message: `"${operator}" stands beside ${keys
          .filter(key => key !== operator)
          .join(', ')}. Put all of them as a list under $all.`,
      },
    ];
  }
  return combinedProblems(
    operator,
    condition[operator],
    [...path, operator],
    fieldProblem,
  );
}

function combinedProblems(
  operator: string,
  operand: unknown,
  path: Path,
  fieldProblem: FieldProblem,
): ScopeProblem[] {
  if (operator === '$not') {
    return conditionProblems(operand, path, fieldProblem);
  }
  if (!Array.isArray(operand) || operand.length === 0) {
    return [{ path, message: `Write a list of conditions under ${operator}.` }];
  }
  return operand.flatMap((each, index) =>
    conditionProblems(each, [...path, index], fieldProblem),
  );
}

/** Why a condition on this field of an entity could never be answered. */
function entityFieldProblem(field: string, value: unknown): string | undefined {
  if (field === 'metadata.tags' || field === 'relations') {
    const isAnswerable =
      isSection(value) && ('$contains' in value || '$exists' in value);
    const example =
      field === 'relations'
        ? '{$contains: {type: ownedBy, targetRef: group:default/payments}}'
        : '{$contains: java}';
    return isAnswerable
      ? undefined
      : `"${field}" is a list. Write such as ${example}.`;
  }
  if (/^(?:kind|metadata\.(?:name|namespace|title))$/.test(field)) {
    return undefined;
  }
  const label = /^metadata\.labels\.(.+)$/.exec(field)?.[1];
  if (label && (resultLabels as readonly string[]).includes(label)) {
    return `"${label}" is a result that this software writes to the catalog, and can't decide what is in scope. Name another field.`;
  }
  if (label || /^(?:metadata\.annotations\..+|spec\.[^,[\]]+)$/.test(field)) {
    return undefined;
  }
  return `"${field}" is not known here. The scope can look at ${READABLE}.`;
}

function anyField(): undefined {
  return undefined;
}

function fieldProblems(
  field: string,
  value: unknown,
  path: Path,
  fieldProblem: FieldProblem,
): ScopeProblem[] {
  const wrongField = fieldProblem(field, value);
  if (wrongField) return [{ path, message: wrongField }];
  if (isPrimitive(value)) return [];
  if (Array.isArray(value)) {
    return [{ path, message: 'This is a list. Write such as {$in: [a, b]}.' }];
  }
  if (!isSection(value)) {
    return [{ path, message: `There is no value here. ${VALUE_HINT}` }];
  }
  const [operator, ...others] = Object.keys(value);
  if (operator === undefined || others.length > 0) {
    return [{ path, message: `Write exactly one operator. ${VALUE_HINT}` }];
  }
  const message = operatorProblem(operator, value[operator]);
  if (message) return [{ path: [...path, operator], message }];
  if (operator !== '$contains' || isPrimitive(value.$contains)) return [];
  return conditionProblems(value.$contains, [...path, operator], anyField);
}

function operatorProblem(
  operator: string,
  operand: unknown,
): string | undefined {
  switch (operator) {
    case '$in':
      return Array.isArray(operand) &&
        operand.length > 0 &&
        operand.every(isPrimitive)
        ? undefined
        : 'Write a list of values under $in, such as [service, website].';
    case '$exists':
      return typeof operand === 'boolean'
        ? undefined
        : 'Write true or false under $exists.';
    case '$hasPrefix':
      return typeof operand === 'string' && operand !== ''
        ? undefined
        : 'Write a text under $hasPrefix.';
    case '$contains':
      return undefined;
    default:
      return `"${operator}" is not known here. ${VALUE_HINT}`;
  }
}
