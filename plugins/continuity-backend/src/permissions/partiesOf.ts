import type { MirrorStore } from '../catalog/MirrorStore';
import type { Access } from './CallerAccess';

/** As whom a caller owns: themselves, their groups and all groups above these. A service owns nothing. */
export async function partiesOf(
  access: Access,
  mirror: MirrorStore,
): Promise<string[]> {
  return access.isUser ? mirror.claimsOf(access.subject) : [];
}
