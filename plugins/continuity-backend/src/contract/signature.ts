import { createHmac, timingSafeEqual } from 'node:crypto';

/** Header of our own: `t=<seconds since 1970>,v1=<hex>`; signed is `<t>.<body>`. */
export const signatureHeader = 'x-continuity-signature';

/** Header as GitHub writes it: `sha256=<hex>`; signed is the body alone, so it can't say how old it is. */
export const plainSignatureHeader = 'x-hub-signature-256';

/** What of a message is signed. */
export interface SignedMessage {
  header: (name: string) => string | undefined;
  body: Buffer;
}

/** Signs a message for our own header. */
export function signatureOf(
  body: string | Buffer,
  { secret, at }: { secret: string; at: Date },
): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${hmac(secret, `${seconds}.`, body)}`;
}

/** Whether a message was signed with the secret, and recently. Takes as long for a wrong signature as for a right one. */
export function isSigned(
  { header, body }: SignedMessage,
  options: { secret: string; now: Date; toleranceSeconds: number },
): boolean {
  const { secret, now, toleranceSeconds } = options;
  const own = header(signatureHeader);
  if (own !== undefined) {
    const parts = own.split(',').map(part => part.trim());
    const seconds = Number(
      parts.find(part => part.startsWith('t='))?.slice(2) ?? NaN,
    );
    const age = Math.abs(now.getTime() / 1_000 - seconds);
    if (!Number.isInteger(seconds) || age > toleranceSeconds) return false;
    const expected = hmac(secret, `${seconds}.`, body);
    return parts
      .filter(part => part.startsWith('v1='))
      .some(part => isSame(part.slice(3), expected));
  }
  const plain = header(plainSignatureHeader);
  return (
    plain !== undefined && isSame(plain, `sha256=${hmac(secret, '', body)}`)
  );
}

function hmac(secret: string, prefix: string, body: string | Buffer): string {
  return createHmac('sha256', secret).update(prefix).update(body).digest('hex');
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
