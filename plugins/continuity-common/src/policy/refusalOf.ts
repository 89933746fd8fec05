import { InputError } from '@backstage/errors';
import { parsePolicy } from './parsePolicy';

/** For tests: the mistakes that the refusal of a config lists, one each. */
export function refusalOf(config: unknown): string[] {
  try {
    parsePolicy(config);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [, ...lines] = error.message.split('\n');
    return lines.map(line => line.replace(/^- /, ''));
  }
  throw new Error(`Accepted ${JSON.stringify(config)}`);
}
