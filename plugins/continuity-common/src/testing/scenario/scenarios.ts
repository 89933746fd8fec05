import { dataScenarios } from './dataScenarios';
import { peopleScenarios } from './peopleScenarios';
import type { Scenario } from './scenario';
import { siteScenarios } from './siteScenarios';

/**
 * The library of scenarios: what is assumed to have happened, what to ask at the table, and what comes up while it is played. Ids never change: tests
 * name them.
 *
 * @public
 */
export const scenarios: readonly Scenario[] = [
  ...siteScenarios,
  ...dataScenarios,
  ...peopleScenarios,
];
