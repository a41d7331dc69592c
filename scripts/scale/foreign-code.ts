/** Pieces of programs that have nothing to do with the SDK; `@` becomes a number, so that no two are the same. */
const PIECES: readonly string[] = [
  `import json
import logging
import os
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

logger = logging.getLogger(__name__)
`,
  `@dataclass
class Record@:
    """One row of table @ as it comes from the warehouse."""

    key: str
    amount: float = 0.0
    labels: List[str] = field(default_factory=list)

    def is_valid(self) -> bool:
        return bool(self.key) and self.amount >= 0

    def to_dict(self) -> Dict[str, Any]:
        return {"key": self.key, "amount": round(self.amount, 2), "labels": sorted(self.labels)}
`.replace('@dataclass', '\u0000dataclass'),
  `def load_config_@(path: str, overrides: Optional[Dict[str, Any]] = None) -> Dict[str, Any]:
    """Reads the configuration of stage @ and applies overrides from the environment."""
    if not os.path.exists(path):
        raise FileNotFoundError(f"no configuration at {path}")
    with open(path, encoding="utf-8") as handle:
        config = json.load(handle)
    for name, value in (overrides or {}).items():
        logger.debug("override %s=%r", name, value)
        config[name] = value
    return config
`,
  `class Pipeline@(object):
    def __init__(self, steps, retries=3, timeout=30.0):
        self.steps = list(steps)
        self.retries = retries
        self.timeout = timeout
        self._results = {}

    def run(self, batch):
        for index, step in enumerate(self.steps):
            for attempt in range(self.retries):
                try:
                    batch = step(batch)
                    break
                except (IOError, ValueError) as error:
                    logger.warning("step %d failed (%s), attempt %d", index, error, attempt)
            else:
                raise RuntimeError("step {} of pipeline @ gave up".format(index))
            self._results[index] = len(batch)
        return batch
`,
  `def summarize_@(rows):
    totals = {}
    for row in rows:
        bucket = totals.setdefault(row["region"], {"count": 0, "sum": 0.0})
        bucket["count"] += 1
        bucket["sum"] += float(row.get("value", 0) or 0)
    return [
        (region, bucket["count"], bucket["sum"] / max(bucket["count"], 1))
        for region, bucket in sorted(totals.items(), key=lambda item: -item[1]["sum"])
    ]
`,
  `def test_summary_@(tmp_path, monkeypatch):
    monkeypatch.setenv("STAGE", "test")
    target = tmp_path / "out-@.json"
    target.write_text(json.dumps({"a": 1, "b": [1, 2, 3]}))
    result = load_config(str(target), overrides={"c": None})
    assert result["a"] == 1
    assert result["b"][-1] == 3
    assert "c" in result and result["c"] is None
`,
  `def train_step_@(net, optimizer, loader, device="cpu", clip=None):
    net.train()
    running, seen = 0.0, 0
    for inputs, targets in loader:
        inputs, targets = inputs.to(device), targets.to(device)
        optimizer.zero_grad()
        loss = criterion(net(inputs), targets)
        loss.backward()
        if clip is not None:
            nn.utils.clip_grad_norm_(net.parameters(), clip)
        optimizer.step()
        running += loss.item() * inputs.size(0)
        seen += inputs.size(0)
    return running / max(seen, 1)
`,
];

/** Pieces of about so many characters in all; the first has the imports. */
export function foreignCode(random: () => number, size: number): string[] {
  const [imports = '', ...others] = PIECES;
  const parts = size < imports.length ? [] : [imports];
  for (let length = imports.length; length < size; ) {
    const piece = others[Math.floor(random() * others.length)] ?? '';
    const number = String(Math.floor(random() * 1e6));
    parts.push(piece.replaceAll('@', number).replace('\u0000', '@'));
    length += piece.length;
  }
  return parts;
}
