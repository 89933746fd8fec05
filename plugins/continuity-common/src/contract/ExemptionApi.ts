import type {
  ExemptionAskRequest,
  ExemptionDetail,
  ExemptionList,
  ExemptionQuery,
} from '../exemption/exemptionRequests';

/** The calls about exemptions. @public */
export interface ExemptionApi {
  list(query?: ExemptionQuery): Promise<ExemptionList>;

  get(id: string): Promise<ExemptionDetail>;

  /** Another person decides on it. */
  ask(request: ExemptionAskRequest): Promise<ExemptionDetail>;

  /** Never as who asked for it. */
  approve(id: string, note?: string): Promise<ExemptionDetail>;

  /** Never as who asked for it. */
  refuse(id: string, reason: string): Promise<ExemptionDetail>;

  /** Takes it back while nobody has decided. */
  withdraw(id: string, reason?: string): Promise<ExemptionDetail>;

  /** Ends it before its end. */
  end(id: string, reason: string): Promise<ExemptionDetail>;
}
