/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Divides a box among weights, in areas in proportion to them and as near to squares as rows allow: Bruls, Huizing and
 * van Wijk, Squarified Treemaps (2000).
 * @param weights positive, the largest first
 */
export function squarify(weights: readonly number[], box: Box): Box[] {
  const whole = weights.reduce((a, b) => a + b, 0);
  const scale = (box.width * box.height) / whole;
  const areas = weights.map((weight) => weight * scale);
  const boxes: Box[] = [];
  let { x, y, width, height } = box;
  for (let at = 0; at < areas.length; ) {
    const side = Math.min(width, height);
    let end = at + 1;
    while (end < areas.length && worst(areas.slice(at, end + 1), side) <= worst(areas.slice(at, end), side)) end += 1;
    const row = areas.slice(at, end);
    const depth = row.reduce((a, b) => a + b, 0) / side;
    let along = 0;
    for (const area of row) {
      const length = area / depth;
      boxes.push(
        width >= height
          ? { x, y: y + along, width: depth, height: length }
          : { x: x + along, y, width: length, height: depth },
      );
      along += length;
    }
    if (width >= height) [x, width] = [x + depth, width - depth];
    else [y, height] = [y + depth, height - depth];
    at = end;
  }
  return boxes;
}

/** The worst ratio of sides in a row. */
function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((a, b) => a + b, 0);
  const factor = (side * side) / (sum * sum);
  return Math.max(factor * Math.max(...row), 1 / (factor * Math.min(...row)));
}
