export interface Config {
  /**
   * The demo of the portal. Leave it out and nobody signs in without a real
   * sign-in provider.
   */
  demo?: {
    /** The people whom the sign-in page offers, in this order. */
    people?: Array<{
      /**
       * The ref of a User in the catalog.
       * @visibility frontend
       */
      ref: string;
      /**
       * The name on the card.
       * @visibility frontend
       */
      name: string;
      /**
       * What the person does, in one line.
       * @visibility frontend
       */
      role: string;
      /**
       * What there is to see as this person.
       * @visibility frontend
       */
      shows: string;
      /**
       * Refs of groups. The person reads only what these groups own; everything
       * when left out.
       */
      readsOnlyOwnedBy?: string[];
    }>;
  };
}
