/** The review of an implemented or approved emergency change that is not done; part of `AssessmentFacts`. @public */
export interface OwedChangeReview {
  changeId: string;
  title: string;
  /** Until when it is owed (ISO, UTC). */
  dueAt: string;
}
