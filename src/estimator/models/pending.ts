/** A request whose shape is not checked by the compiler. */
export type PendingRequest = Readonly<Record<string, object>>;
