/** A half-open stretch of a text. Unit everywhere in this project: UTF-16 code units, as JavaScript strings count. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies within `outer` (equal ends count). */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two ranges share at least one code unit, or one is an insertion point strictly inside the other. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
