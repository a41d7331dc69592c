import type { CallChange } from '../../sdk/api.js';
import { callChange } from '../../sdk/call-changes.js';
import { hasRole } from '../../sdk/roles.js';
import type { Finding } from '../rule.js';
import type { SdkCall } from '../sdk-call.js';
import { renamedKeyword } from './renamed-keyword.js';

/** Methods that hand their further keywords to `create_model()` of an estimator (estimator.py and tuner.py of 1.72.0). */
const HANDS_ON: readonly (readonly [role: 'estimator' | 'tuner', method: string])[] = [
  ['estimator', 'compile_model'],
  ['tuner', 'deploy'],
];

/** What v2 changed for the callable of a call; undefined where nothing changed. */
export function changeOf({ target, classPath, name }: SdkCall): CallChange | undefined {
  switch (target.kind) {
    case 'constructor':
      return callChange(classPath);
    case 'function':
      return callChange(target.path);
    case 'method': {
      const own = callChange(classPath, name);
      const handsOn = HANDS_ON.find(([role, method]) => method === name && hasRole(classPath, role));
      if (handsOn === undefined) return own;
      const model = callChange(handsOn[0] === 'tuner' ? 'sagemaker.estimator.Estimator' : classPath, 'create_model');
      return {
        renamed: { ...model?.renamed, ...own?.renamed },
        removed: own?.removed ?? [],
        positionalSafe: own?.positionalSafe,
      };
    }
  }
}

/** Findings for those of the keywords that v2 calls otherwise in this callable. */
export function* keywordsRenamedHere(call: SdkCall, ...names: readonly string[]): Generator<Finding> {
  for (const argument of call.arguments) {
    if (argument.name === undefined || !names.includes(argument.name)) continue;
    const name = changeOf(call)?.renamed[argument.name];
    if (name !== undefined) yield renamedKeyword(call, argument, name);
  }
}
